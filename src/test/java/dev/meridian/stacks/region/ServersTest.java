package dev.meridian.stacks.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersTest {
  @ParameterizedTest
  @ValueSource(strings = {"t4g.small", "m7gd.metal", "c7gn.16xlarge", "a1.large", "im4gn.large"})
  void gravitonTypesTakeAnArmImage(String type) {
    assertThat(Servers.isGraviton(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"t3.micro", "g5.xlarge", "m5a.large", "g4dn.xlarge", "u-6tb1.metal"})
  void otherTypesTakeAnX86Image(String type) {
    assertThat(Servers.isGraviton(type)).isFalse();
  }
}
