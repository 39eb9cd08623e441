package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CheckerRegion;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CheckerRegionsTest {

  @Test
  void thereAreEightAndAllAreCommercial() {
    assertThat(CheckerRegion.values()).hasSize(8);
    assertThat(
            Arrays.stream(CheckerRegion.values()).map(region -> AwsRegions.byCode(region.code())))
        .allSatisfy(region -> assertThat(region).map(AwsRegion::partition).hasValue(Partition.AWS));
  }
}
