package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiRoutingTest {

  /** A policy that the flat form lacks would be read as a simple record. */
  @ParameterizedTest
  @EnumSource
  void everyPolicyHasAField(PolicyKind kind) {
    ApiRouting routing =
        switch (kind) {
          case SIMPLE -> ApiRouting.NONE;
          case WEIGHTED -> new ApiRouting(1L, null, null, null, null, null, null, null);
          case LATENCY -> new ApiRouting(null, "eu-west-1", null, null, null, null, null, null);
          case FAILOVER -> new ApiRouting(null, null, "PRIMARY", null, null, null, null, null);
          case MULTIVALUE -> new ApiRouting(null, null, null, true, null, null, null, null);
          case GEOLOCATION ->
              new ApiRouting(
                  null, null, null, null, new ApiRouting.Geo("EU", null, null), null, null, null);
          case GEOPROXIMITY ->
              new ApiRouting(
                  null,
                  null,
                  null,
                  null,
                  null,
                  new ApiRouting.Geoproximity("eu-west-1", null, null, 0L),
                  null,
                  null);
          case IP_BASED ->
              new ApiRouting(
                  null, null, null, null, null, null, new ApiRouting.Cidr("c", "*"), null);
          case AZ_AFFINITY -> az("AvailabilityZone", "use1-az1");
        };

    assertThat(routing.toPolicy().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "AvailabilityZone,      use1-az1",
    "AvailabilityZone,      usgw1-az3",
    "AvailabilityZoneGroup, us-east-1-zg-1",
    "Region,                ap-southeast-7",
    "Partition,             aws",
    "Partition,             aws-us-gov",
    "Global,                global"
  })
  void aLocationHasTheTypeOfItsForm(String type, String id) {
    assertThat(az(type, id).toPolicy()).isEqualTo(new RoutingPolicy.AzAffinity(AzLocation.of(id)));
  }

  @ParameterizedTest
  @CsvSource({
    "Region,           use1-az1,      is not of the type Region",
    "Global,           *,             is not a location of AZ affinity",
    "AvailabilityZone, us-east-1a,    is not a location of AZ affinity",
    "AvailabilityZone, USE1-AZ1,      is not a location of AZ affinity",
    "AvailabilityZone, use1-bos1-az1, is not a location of AZ affinity",
    "AvailabilityZone, use1-az0,      is not a location of AZ affinity",
    "Region,           ,              it has no location ID",
    ",                 us-east-1,     it has no location type"
  })
  void aLocationOfAnotherFormIsRefused(String type, String id, String words) {
    assertThatThrownBy(() -> az(type, id).toPolicy())
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(words);
  }

  private static ApiRouting az(String type, String id) {
    return new ApiRouting(
        null, null, null, null, null, null, null, new ApiRouting.AzAffinity(type, id));
  }
}
