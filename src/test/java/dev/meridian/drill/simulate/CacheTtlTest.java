package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.client.Client;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CNAME records have a TTL of 300 seconds here, and all others of 60. */
class CacheTtlTest {
  private static List<Long> ttls(SamplePlans plans, String name) {
    Resolver resolver = plans.resolver();
    CacheTtl ttl = new CacheTtl(plans.plan(), resolver);
    Question question = Question.of(name + ".example.com", RecordType.A);
    return resolver.answer(question, Client.UNKNOWN, HealthState.ALL_HEALTHY).outcomes().stream()
        .map(outcome -> ttl.of(question, outcome))
        .distinct()
        .toList();
  }

  @Test
  void aCnameWithoutAChoiceDoesNotDelayTheChoiceBehindIt() {
    SamplePlans plans =
        SamplePlans.recipe()
            .cname("www", "", new RoutingPolicy.Simple(), "failover.api.example.com");
    assertThat(ttls(plans, "www")).containsExactly(60L);
  }

  @Test
  void aCnameThatIsChosenIsKeptForItsOwnTtl() {
    SamplePlans plans =
        SamplePlans.recipe()
            .cname("www", "a", new RoutingPolicy.Weighted(1), "a.example.com")
            .cname("www", "b", new RoutingPolicy.Weighted(1), "b.example.com")
            .add("a", "", new RoutingPolicy.Simple(), "192.0.2.1", "")
            .add("b", "", new RoutingPolicy.Simple(), "192.0.2.2", "");
    assertThat(ttls(plans, "www")).containsExactly(300L);
  }

  @Test
  void aHostOutsideTheZoneIsKeptAsLongAsTheCname() {
    SamplePlans plans =
        new SamplePlans().cname("www", "", new RoutingPolicy.Simple(), "www.example.net");
    assertThat(ttls(plans, "www")).containsExactly(300L);
  }

  @Test
  void aNameThatDoesNotExistIsKeptAsLongAsTheZoneSays() {
    assertThat(ttls(SamplePlans.recipe(), "nothing")).containsExactly(900L);
  }
}
