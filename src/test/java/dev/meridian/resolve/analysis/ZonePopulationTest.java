package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.model.AzLocation;
import dev.meridian.resolve.client.ClientZone;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may ask a private zone in which AZ affinity decides. */
class ZonePopulationTest {

  @Test
  void withoutAzAffinityTheClientsAreRegionsOfTheCommercialPartition() {
    assertThat(Population.vpcs())
        .extracting(ClientLocation::code)
        .contains("us-east-1", "eu-west-1")
        .doesNotContain("us-gov-east-1", "cn-north-1", "use1-az1");
  }

  @Test
  void everyListedZoneHasAnEqualShareAndUnknownZonesHaveNone() {
    List<ClientLocation> all = of("global");

    assertThat(all.stream().mapToDouble(ClientLocation::share).sum()).isBetween(0.999, 1.001);
    assertThat(all).extracting(ClientLocation::code).contains("use1-az1", "euw2-az4", "us-east-1");
    assertThat(all)
        .filteredOn(cell -> cell.client().zone() == null)
        .hasSameSizeAs(Population.vpcs())
        .allMatch(cell -> cell.share() == 0);
  }

  @Test
  void anotherPartitionCountsWhereItIsNamed() {
    assertThat(of("aws")).extracting(ClientLocation::code).doesNotContain("usge1-az1");
    assertThat(of("us-gov-east-1")).extracting(ClientLocation::code).contains("usge1-az1");
  }

  @Test
  void aNamedLocationWithoutAListedZoneHasAZoneToo() {
    assertThat(of("use1-az9", "us-east-1-zg-2", "eusc-de-east-1"))
        .extracting(ClientLocation::code)
        .contains("use1-az9+us-east-1-zg-2", "eusc-de-east-1-zg-1");
    assertThat(of("us-east-1-zg-2")).extracting(ClientLocation::code).contains("us-east-1-zg-2");
    assertThat(of("aws-eusc")).extracting(ClientLocation::code).contains("eusc-de-east-1-zg-1");
  }

  @Test
  void aNamedLocationAlwaysHoldsSomeZone() {
    for (String code :
        List.of("use1-az9", "us-east-1-zg-7", "eusc-de-east-1", "aws-eusc", "aws-cn", "global")) {
      AzLocation location = AzLocation.of(code);
      assertThat(of(code))
          .as(code)
          .anySatisfy(
              cell -> {
                ClientZone zone = cell.client().zone();
                assertThat(zone != null && zone.isIn(location)).isTrue();
              });
    }
  }

  @Test
  void onlyRegionsWithAVpcHaveClientsIfTheyAreKnown() {
    SortedSet<String> regions = new TreeSet<>(Set.of("us-east-1", "cn-north-1"));

    assertThat(Population.vpcs(List.of(), regions))
        .extracting(ClientLocation::code, ClientLocation::share)
        .containsExactly(tuple("cn-north-1", 0.5), tuple("us-east-1", 0.5));
    assertThat(Population.vpcs(List.of(), new TreeSet<>())).isEqualTo(Population.vpcs());
    List<ClientLocation> zones = Population.vpcs(List.of(AzLocation.of("use1-az1")), regions);
    assertThat(zones)
        .extracting(location -> location.client().vpcRegion())
        .containsOnly("us-east-1", "cn-north-1");
    assertThat(zones).extracting(ClientLocation::code).contains("use1-az1", "cn-north-1");
    assertThat(zones.stream().mapToDouble(ClientLocation::share).sum()).isCloseTo(1, offset(1e-9));
  }

  private static List<ClientLocation> of(String... codes) {
    return Population.vpcs(Stream.of(codes).map(AzLocation::of).toList(), new TreeSet<>());
  }
}
