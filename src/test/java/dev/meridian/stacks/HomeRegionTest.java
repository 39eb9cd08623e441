package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeRegionTest {
  @ParameterizedTest
  @CsvSource({
    "eu-west-1,      us-east-1",
    "cn-north-1,     cn-northwest-1",
    "us-gov-east-1,  us-gov-west-1",
  })
  void theAlarmsAreWhereThePartitionsMetricsAre(String region, String home) {
    Example example =
        Example.of(
            """
            application: shop
            environment: test
            zone: example.com
            state: {backend: local}
            regions: [%s]
            names: {api: {simple: %s}}
            """
                .formatted(region, region));

    assertThat(HomeRegion.of(example.deployment())).isEqualTo(home);
  }
}
