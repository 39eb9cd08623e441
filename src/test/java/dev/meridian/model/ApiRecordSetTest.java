package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiRecordSetTest {
  private static final String ZONE_ID = "Z0123456789ABCDEFGHIJ";
  private static final ApiRouting WEIGHT =
      new ApiRouting(7L, null, null, null, null, null, null, null);

  @Test
  void anAliasWithTheZonesOwnIdLeadsToARecord() {
    assertThat(alias(ZONE_ID, "A.example.com.").toRecordSet(ZONE_ID).data())
        .isEqualTo(new RecordData.RecordAlias(new DnsName("a.example.com"), true));
  }

  @Test
  void anAliasWithAnotherIdLeadsToAResource() {
    assertThat(alias("Z35SXDOTRQ7X7K", "lb.us-east-1.elb.amazonaws.com").toRecordSet(ZONE_ID))
        .extracting(RecordSet::data)
        .isInstanceOf(RecordData.ResourceAlias.class);
  }

  @Test
  void valuesAndRoutingBecomeTheModels() {
    RecordSet record = values("a", WEIGHT, 60L).toRecordSet(ZONE_ID);

    assertThat(record.policy()).isEqualTo(new RoutingPolicy.Weighted(7));
    assertThat(record.data())
        .isEqualTo(new RecordData.Values(60, List.of(Value.literal("192.0.2.1"))));
  }

  @Test
  void aSetIdentifierWithoutAPolicyIsRefusedInRoute53sWords() {
    assertThatThrownBy(() -> values("a", ApiRouting.NONE, 60L).toRecordSet(ZONE_ID))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(
            "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, or"
                + " MultiValueAnswer], but found none in Change with [Name=www.example.com,");
  }

  @Test
  void valuesWithoutATtlAreRefusedInRoute53sWords() {
    assertThatThrownBy(() -> values(null, ApiRouting.NONE, null).toRecordSet(ZONE_ID))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(
            "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and"
                + " ResourceRecords], or TrafficPolicyInstanceId], but found none");
  }

  private static ApiRecordSet values(String identifier, ApiRouting routing, Long ttl) {
    List<Value> values = List.of(Value.literal("192.0.2.1"));
    return new ApiRecordSet(
        "www.example.com", "A", identifier, routing, ttl, values, null, null, null);
  }

  private static ApiRecordSet alias(String zoneId, String name) {
    ApiRecordSet.Alias alias =
        new ApiRecordSet.Alias(Value.literal(zoneId), Value.literal(name), true);
    return new ApiRecordSet(
        "www.example.com", "A", null, ApiRouting.NONE, null, null, alias, null, null);
  }
}
