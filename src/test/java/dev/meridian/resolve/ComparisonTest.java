package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RoutingPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<Cell> WORLD = World.cells();

  @Test
  void aPlanDoesNotDifferFromItself() {
    Resolver resolver = Plans.recipe().resolver();
    assertThat(Comparison.of(resolver, Plans.recipe().resolver(), WORLD).changes()).isEmpty();
  }

  @Test
  void aNewRegionTakesTheClientsThatAreNearestToIt() {
    Plans more =
        Plans.recipe()
            .add("latency.api", "new", new RoutingPolicy.Latency("sa-east-1"), "sa-east-1", "");
    Comparison comparison = Comparison.of(Plans.recipe().resolver(), more.resolver(), WORLD);
    assertThat(comparison.changes()).isNotEmpty();
    Comparison.Change change = comparison.changes().get(0);
    assertThat(change.question()).isEqualTo(Plans.ask("latency.api"));
    assertThat(change.places()).startsWith("BR").doesNotContain("DE", "US-NY");
    assertThat(change.after()).containsOnlyKeys("sa-east-1.alb_dns_name");
  }

  @Test
  void aNameThatOnlyOnePlanHasChangesForEverybody() {
    Comparison comparison = Comparison.of(new Plans().resolver(), Plans.recipe().resolver(), WORLD);
    assertThat(comparison.changes())
        .filteredOn(change -> change.question().equals(Plans.ask("api")))
        .hasSize(1)
        .allMatch(change -> Math.abs(change.share() - 1) < 1e-9)
        .allMatch(change -> change.before().containsKey("no such name"));
  }
}
