package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VpcBlocksTest {

  @Test
  void everyRegionHasABlockOfItsOwn() {
    assertThat(VpcBlocks.all()).containsOnlyKeys(AwsRegions.codes());
    assertThat(VpcBlocks.all().values()).doesNotHaveDuplicates();
  }

  @Test
  void noneIsTheBlockOfAVpcWithoutAPrivateZone() {
    assertThat(VpcBlocks.all().values()).doesNotContain("10.0.0.0/16");
  }

  /** These numbers are in deployed networks. */
  @Test
  void theFirstAndTheLastNumbersStay() {
    assertThat(VpcBlocks.of("af-south-1")).isEqualTo("10.1.0.0/16");
    assertThat(VpcBlocks.of("eu-west-1")).isEqualTo("10.25.0.0/16");
    assertThat(VpcBlocks.of("us-west-2")).isEqualTo("10.39.0.0/16");
  }
}
