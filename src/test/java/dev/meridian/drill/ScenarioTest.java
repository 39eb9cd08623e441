package dev.meridian.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Question WWW = new Question(new DnsName("www.example.com"), RecordType.A);

  @Test
  void whatIsDownFollowsTheTime() {
    Scenario scenario =
        new Scenario(
            List.of(
                new ScheduledOutage(Outage.of("a"), 10, 20),
                new ScheduledOutage(Outage.of("b"), 25, null)),
            List.of(WWW),
            100);

    assertThat(scenario.downAt(9.9)).isEqualTo(Outage.NONE);
    assertThat(scenario.downAt(10)).isEqualTo(Outage.of("a"));
    assertThat(scenario.downAt(25)).isEqualTo(Outage.of("a", "b"));
    assertThat(scenario.downAt(30)).isEqualTo(Outage.of("b"));
    assertThat(scenario.downAt(1e6)).isEqualTo(Outage.of("b"));
    assertThat(scenario.changes()).containsExactly(10, 25, 30);
  }

  @Test
  void changesAfterTheEndDoNotCount() {
    Scenario scenario =
        new Scenario(List.of(new ScheduledOutage(Outage.of("a"), 10, 200)), List.of(WWW), 100);

    assertThat(scenario.changes()).containsExactly(10);
  }
}
