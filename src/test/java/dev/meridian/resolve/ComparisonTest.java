package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RoutingPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<Cell> WORLD = World.cells();
  private static final Comparison.Side RECIPE = side(Plans.recipe());

  private static Comparison.Side side(Plans plans) {
    return Comparison.Side.of(plans.plan());
  }

  @Test
  void aPlanDoesNotDifferFromItself() {
    assertThat(Comparison.of(RECIPE, side(Plans.recipe()), WORLD).changes()).isEmpty();
  }

  @Test
  void aNewRegionTakesTheClientsThatAreNearestToIt() {
    Plans more =
        Plans.recipe()
            .add("latency.api", "new", new RoutingPolicy.Latency("sa-east-1"), "sa-east-1", "");
    Comparison comparison = Comparison.of(RECIPE, side(more), WORLD);
    assertThat(comparison.changes()).isNotEmpty();
    Comparison.Change change = comparison.changes().get(0);
    assertThat(change.question()).isEqualTo(Plans.ask("latency.api"));
    assertThat(change.places()).startsWith("BR").doesNotContain("DE", "US-NY");
    assertThat(change.after()).containsOnlyKeys("sa-east-1.alb_dns_name");
  }

  @Test
  void invertingAHealthCheckTakesItsRecordsOut() {
    Comparison comparison = Comparison.of(RECIPE, side(Plans.inverted("us-east-1")), WORLD);
    assertThat(comparison.changes())
        .filteredOn(change -> change.question().equals(Plans.ask("failover.api")))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).containsOnlyKeys("eu-west-1.alb_dns_name"));
  }

  @Test
  void aNameThatOnlyOnePlanHasChangesForEverybody() {
    Comparison comparison = Comparison.of(side(new Plans()), RECIPE, WORLD);
    assertThat(comparison.changes())
        .filteredOn(change -> change.question().equals(Plans.ask("api")))
        .hasSize(1)
        .allMatch(change -> Math.abs(change.share() - 1) < 1e-9)
        .allMatch(change -> change.before().containsKey("no such name"));
  }
}
