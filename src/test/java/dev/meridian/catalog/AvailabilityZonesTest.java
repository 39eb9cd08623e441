package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AvailabilityZonesTest {

  @Test
  void aPrefixBelongsToOneRegionAndEveryRegionButOneHasAPrefix() {
    Set<String> regions = new TreeSet<>();
    AvailabilityZones.all().forEach(zones -> assertThat(regions.add(zones.region())).isTrue());
    Set<String> without = new TreeSet<>(AwsRegions.codes());
    without.removeAll(regions);

    assertThat(AwsRegions.codes()).containsAll(regions);
    assertThat(without).containsExactly("eusc-de-east-1"); // no source gives its AZ IDs
  }

  @Test
  void everyRegionHasAtLeastTwoZonesWhoseIdsBeginWithThePrefix() {
    assertThat(AvailabilityZones.all())
        .allSatisfy(
            zones ->
                assertThat(zones.ids())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches(zones.prefix() + "-az[1-9]")));
  }

  @Test
  void aZoneGroupIsOfItsRegion() {
    assertThat(AvailabilityZones.all())
        .allSatisfy(
            zones ->
                assertThat(zones.group().orElse(zones.region() + "-zg-1"))
                    .isEqualTo(zones.region() + "-zg-1"));
  }

  @Test
  void theRegionFollowsFromThePrefix() {
    assertThat(AvailabilityZones.byPrefix("use1"))
        .get()
        .satisfies(
            zones -> {
              assertThat(zones.region()).isEqualTo("us-east-1");
              assertThat(zones.ids()).contains("use1-az6").doesNotContain("use1-az7");
              assertThat(zones.group()).contains("us-east-1-zg-1");
            });
    assertThat(AvailabilityZones.byPrefix("use9")).isEmpty();
  }
}
