package dev.meridian.importing;

import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import org.junit.jupiter.api.Test;

class BranchLabelsTest {
  @Test
  void aWeightedBranchKeepsASetIdentifierThatIsALabel() {
    assertThat(new BranchLabels().of(weighted("blue-2"))).isEqualTo("blue-2");
  }

  @Test
  void lettersThatLabelsDoNotHaveBecomeDashes() {
    assertThat(new BranchLabels().of(weighted("Europe (Frankfurt)"))).isEqualTo("europe-frankfurt");
    assertThat(new BranchLabels().of(weighted("1"))).isEqualTo("x-1");
    assertThat(new BranchLabels().of(weighted("\u00fc"))).isEqualTo("x");
  }

  @Test
  void branchesOfOneGroupThatWouldBeCalledAlikeAreNumbered() {
    BranchLabels labels = new BranchLabels();

    assertThat(labels.of(weighted("A b"))).isEqualTo("a-b");
    assertThat(labels.of(weighted("a_b"))).isEqualTo("a-b-2");
    assertThat(labels.of(weighted("a.b"))).isEqualTo("a-b-3");
  }

  @Test
  void aLatencyBranchIsCalledAfterItsRegion() {
    assertThat(label(new RoutingPolicy.Latency("eu-west-1"))).isEqualTo("eu-west-1");
  }

  @Test
  void aFailoverBranchIsCalledAfterItsRole() {
    assertThat(label(new RoutingPolicy.Failover(Role.PRIMARY))).isEqualTo("primary");
    assertThat(label(new RoutingPolicy.Failover(Role.SECONDARY))).isEqualTo("secondary");
  }

  @Test
  void aCountryWithTheCodeOfAContinentSaysThatItIsACountry() {
    assertThat(label(new RoutingPolicy.Geolocation(new GeoLocation.Country("NA"))))
        .isEqualTo("country-NA");
    assertThat(label(new RoutingPolicy.Geolocation(new GeoLocation.Continent("NA"))))
        .isEqualTo("NA");
    assertThat(label(new RoutingPolicy.Geolocation(new GeoLocation.Country("DE")))).isEqualTo("DE");
  }

  @Test
  void theDefaultLocationOfACollectionIsCalledDefault() {
    assertThat(label(new RoutingPolicy.IpBased("c", RoutingPolicy.IpBased.DEFAULT)))
        .isEqualTo("default");
    assertThat(label(new RoutingPolicy.IpBased("c", "north"))).isEqualTo("north");
  }

  @Test
  void weightedBranchesAreOneAcrossTypesByTheirSetIdentifierAndOthersByTheirPolicy() {
    RecordSet latency = record("any", new RoutingPolicy.Latency("eu-west-1"));

    assertThat(weighted("a").slot()).isEqualTo("a");
    assertThat(latency.slot())
        .isEqualTo(record("other", new RoutingPolicy.Latency("eu-west-1")).slot())
        .isNotEqualTo(record("any", new RoutingPolicy.Latency("us-east-1")).slot());
  }

  private static String label(RoutingPolicy policy) {
    return new BranchLabels().of(record("id", policy));
  }

  private static RecordSet weighted(String identifier) {
    return record(identifier, new RoutingPolicy.Weighted(1));
  }

  private static RecordSet record(String identifier, RoutingPolicy policy) {
    return values("a", RecordType.A, identifier, policy, null, "192.0.2.1");
  }
}
