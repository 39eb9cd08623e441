package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthCheckRegionsTest {

  @Test
  void thereAreEightAndAllAreCommercial() {
    assertThat(HealthCheckRegions.all())
        .extracting(AwsRegion::code)
        .containsExactly(
            "ap-northeast-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "eu-west-1",
            "sa-east-1",
            "us-east-1",
            "us-west-1",
            "us-west-2");
    assertThat(HealthCheckRegions.all())
        .extracting(AwsRegion::partition)
        .containsOnly(Partition.AWS);
  }
}
