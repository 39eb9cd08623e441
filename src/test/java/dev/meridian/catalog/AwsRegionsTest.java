package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsRegionsTest {

  @Test
  void thereAre39RegionsInTheOrderOfTheirCodes() {
    assertThat(AwsRegions.all()).extracting(AwsRegion::code).hasSize(39).isSorted();
    assertThat(AwsRegions.codes()).containsExactlyElementsOf(codesOfAll());
  }

  @Test
  void aRegionIsFoundByItsCode() {
    assertThat(AwsRegions.byCode("eu-west-1"))
        .hasValueSatisfying(
            region -> {
              assertThat(region.city()).isEqualTo("Dublin");
              assertThat(region.latitude()).isEqualTo(53.33);
              assertThat(region.longitude()).isEqualTo(-6.25);
              assertThat(region.albZoneId()).hasValue("Z32O12XQLNTSW2");
              assertThat(region.nlbZoneId()).hasValue("Z2IFOLAFXWLO4F");
              assertThat(region.partition()).isEqualTo(Partition.AWS);
            });
  }

  @Test
  void anUnknownCodeIsNoRegion() {
    assertThat(AwsRegions.byCode("eu-west-9")).isEmpty();
  }

  @Test
  void noTwoLoadBalancerKindsOrRegionsShareAHostedZone() {
    List<String> zoneIds = new ArrayList<>();
    AwsRegions.all().forEach(region -> region.albZoneId().ifPresent(zoneIds::add));
    AwsRegions.all().forEach(region -> region.nlbZoneId().ifPresent(zoneIds::add));
    assertThat(zoneIds)
        .hasSize(76)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("Z[A-Z0-9]+"));
  }

  @Test
  void onlyTheEuropeanSovereignRegionLacksZoneIds() {
    assertThat(AwsRegions.all())
        .filteredOn(region -> region.albZoneId().isEmpty() || region.nlbZoneId().isEmpty())
        .extracting(AwsRegion::code)
        .containsExactly("eusc-de-east-1");
  }

  @Test
  void regionsOutsideTheCommercialPartitionAreMarked() {
    assertThat(codesOf(Partition.AWS_CN)).containsExactly("cn-north-1", "cn-northwest-1");
    assertThat(codesOf(Partition.AWS_US_GOV)).containsExactly("us-gov-east-1", "us-gov-west-1");
    assertThat(codesOf(Partition.AWS_EUSC)).containsExactly("eusc-de-east-1");
    assertThat(codesOf(Partition.AWS)).hasSize(34);
  }

  @Test
  void everyRegionIsOnTheGlobe() {
    assertThat(AwsRegions.all())
        .allSatisfy(
            region -> {
              assertThat(region.latitude()).isBetween(-90.0, 90.0);
              assertThat(region.longitude()).isBetween(-180.0, 180.0);
              assertThat(region.city()).isNotBlank();
            });
  }

  private static List<String> codesOf(Partition partition) {
    return AwsRegions.all().stream()
        .filter(region -> region.partition() == partition)
        .map(AwsRegion::code)
        .toList();
  }

  private static List<String> codesOfAll() {
    return AwsRegions.all().stream().map(AwsRegion::code).toList();
  }
}
