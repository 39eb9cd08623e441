package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.SamplePlans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  private static WhatIf.NameImpact impact(WhatIf whatIf, String name) {
    return whatIf.names().stream()
        .filter(impact -> impact.question().equals(SamplePlans.ask(name)))
        .findFirst()
        .orElseThrow();
  }

  private static WhatIf down(SamplePlans plans, TrafficModel demand, String... endpoints) {
    return WhatIf.of(
        plans.resolver(),
        OutageModel.of(plans.plan()),
        Outage.of(endpoints),
        Population.locations(),
        demand);
  }

  @Test
  void nobodyMovesWhileNothingIsDown() {
    WhatIf whatIf = down(SamplePlans.recipe(), TrafficModel.NONE);
    assertThat(whatIf.names()).hasSize(5).allMatch(impact -> impact.moves().isEmpty());
  }

  @Test
  void whatAnInvertedCheckTakesOutIsOutBeforeAnythingFails() {
    WhatIf.NameImpact impact =
        impact(
            down(SamplePlans.inverted("us-east-1"), TrafficModel.NONE, "eu-west-1"),
            "failover.api");
    assertThat(impact.before()).containsOnlyKeys("eu-west-1");
  }

  @Test
  void aHealthCheckThatFailsByItselfMovesItsClients() {
    SamplePlans plans = SamplePlans.recipe();
    OutageModel endpoints = OutageModel.of(plans.plan());
    Outage outage = new Outage(new TreeSet<>(), new TreeSet<>(Set.of("us-east-1")));
    WhatIf whatIf =
        WhatIf.of(plans.resolver(), endpoints, outage, Population.locations(), TrafficModel.NONE);
    assertThat(impact(whatIf, "failover.api").after()).containsOnlyKeys("eu-west-1");
  }

  @Test
  void theShareOfALostRegionGoesToTheOthersByWeight() {
    WhatIf.NameImpact impact =
        impact(down(SamplePlans.recipe(), TrafficModel.NONE, "us-east-1"), "api");
    double lost = 50.0 / 147;
    assertThat(impact.moved()).isCloseTo(lost, EXACTLY);
    assertThat(impact.after().get("eu-west-1")).isCloseTo(49.0 / 97, EXACTLY);
    assertThat(impact.after()).doesNotContainKey("us-east-1");
    assertThat(impact.moves())
        .extracting(WhatIf.Move::to)
        .containsExactly("ap-southeast-1", "eu-west-1");
  }

  @Test
  void onlyTheLostRegionsContinentMovesInGeolocation() {
    WhatIf.NameImpact impact =
        impact(down(SamplePlans.recipe(), TrafficModel.NONE, "eu-west-1"), "geo.api");
    assertThat(impact.moves()).hasSize(1);
    WhatIf.Move move = impact.moves().get(0);
    assertThat(move.from() + " to " + move.to()).isEqualTo("eu-west-1 to us-east-1");
    assertThat(move.places().subList(0, 3)).isEqualTo(List.of("RU", "DE", "TR"));
  }

  @Test
  void theLoadOfWhatIsLeftIsHeldAgainstItsCapacity() {
    TrafficModel demand =
        new TrafficModel(
            Map.of(SamplePlans.ZONE.child("failover.api"), 90.0), Map.of("eu-west-1", 80.0));
    WhatIf whatIf = down(SamplePlans.recipe(), demand, "us-east-1");
    WhatIf.Load load =
        whatIf.loads().stream().filter(l -> l.endpoint().equals("eu-west-1")).findFirst().get();
    assertThat(load.before()).isZero();
    assertThat(load.after()).isCloseTo(90, EXACTLY);
    assertThat(load.exceeded()).isTrue();
  }
}
