package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.client.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which failure a finding shows, and what obligations and demand may be. */
class CounterexampleTest {
  private static final Resolver RESOLVER = SamplePlans.recipe().resolver();

  @Test
  void theSmallerFailureIsShownAndAmongEqualsTheOneThatHitsMorePeople() {
    Counterexample one = example(0.1, "a");
    Counterexample two = example(0.9, "a", "b");
    Counterexample many = example(0.2, "b");

    assertThat(Counterexample.worse(null, two)).isSameAs(two);
    assertThat(Counterexample.worse(two, one)).isSameAs(one);
    assertThat(Counterexample.worse(one, two)).isSameAs(one);
    assertThat(Counterexample.worse(one, many)).isSameAs(many);
    assertThat(Counterexample.worse(many, one)).isSameAs(many);
  }

  @Test
  void fewerThanNoFailuresCannotBeAskedFor() {
    assertThatThrownBy(() -> Obligations.answers(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 failures");
  }

  @Test
  void aLoadIsLimitedOnlyByADeclaredCapacity() {
    assertThat(new WhatIf.Load("a", 1, 2, null).limit()).isEmpty();
    assertThat(new WhatIf.Load("a", 1, 2, null).exceeded()).isFalse();
    assertThat(new WhatIf.Load("a", 1, 2, 2.0).limit()).hasValue(2.0);
    assertThat(new WhatIf.Load("a", 1, 2, 2.0).exceeded()).isFalse();
    assertThat(new WhatIf.Load("a", 1, 2, 1.5).exceeded()).isTrue();
  }

  @Test
  void clientsThatAskForBothKindsOfAddressesAreCountedOnce() {
    DnsName api = new DnsName("api.example.com");
    DnsName six = new DnsName("six.example.com");
    TrafficModel demand = new TrafficModel(Map.of(api, 100.0, six, 10.0), Map.of());

    assertThat(demand.of(new Question(api, RecordType.A), RESOLVER)).isEqualTo(100);
    assertThat(demand.of(new Question(api, RecordType.AAAA), RESOLVER)).isZero();
    assertThat(demand.of(new Question(six, RecordType.AAAA), RESOLVER)).isEqualTo(10);
  }

  private static Counterexample example(double share, String... down) {
    return new Counterexample(
        Outage.of(down), new ClientClass(List.of(), RESOLVER.order(Client.UNKNOWN), share));
  }
}
