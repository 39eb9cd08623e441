package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RoutingPolicy;
import dev.meridian.resolve.SamplePlans;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {
  private static final List<ClientLocation> WORLD = Population.locations();
  private static final AnswerComparison.Side RECIPE = side(SamplePlans.recipe());

  private static AnswerComparison.Side side(SamplePlans plans) {
    return AnswerComparison.Side.of(plans.plan());
  }

  @Test
  void aPlanDoesNotDifferFromItself() {
    assertThat(AnswerComparison.of(RECIPE, side(SamplePlans.recipe()), WORLD).changes()).isEmpty();
  }

  @Test
  void aNewRegionTakesTheClientsThatAreNearestToIt() {
    SamplePlans more =
        SamplePlans.recipe()
            .add("latency.api", "new", new RoutingPolicy.Latency("sa-east-1"), "sa-east-1", "");
    AnswerComparison comparison = AnswerComparison.of(RECIPE, side(more), WORLD);
    assertThat(comparison.changes()).isNotEmpty();
    AnswerComparison.Change change = comparison.changes().get(0);
    assertThat(change.question()).isEqualTo(SamplePlans.ask("latency.api"));
    assertThat(change.places()).startsWith("BR").doesNotContain("DE", "US-NY");
    assertThat(change.after()).containsOnlyKeys("sa-east-1.alb_dns_name");
  }

  @Test
  void invertingAHealthCheckTakesItsRecordsOut() {
    AnswerComparison comparison =
        AnswerComparison.of(RECIPE, side(SamplePlans.inverted("us-east-1")), WORLD);
    assertThat(comparison.changes())
        .filteredOn(change -> change.question().equals(SamplePlans.ask("failover.api")))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).containsOnlyKeys("eu-west-1.alb_dns_name"));
  }

  @Test
  void aNameThatOnlyOnePlanHasChangesForEverybody() {
    AnswerComparison comparison = AnswerComparison.of(side(new SamplePlans()), RECIPE, WORLD);
    assertThat(comparison.changes())
        .filteredOn(change -> change.question().equals(SamplePlans.ask("api")))
        .hasSize(1)
        .allMatch(change -> Math.abs(change.share() - 1) < 1e-9)
        .allMatch(change -> change.before().containsKey("no such name"));
  }
}
