package dev.meridian.stacks.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetCidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16,     1, 10.0.1.0/24",
    "10.0.0.0/16,     2, 10.0.2.0/24",
    "10.20.0.0/16,    6, 10.20.6.0/24",
    "172.16.240.0/20, 1, 172.16.240.32/27",
    "192.168.7.0/24,  6, 192.168.7.192/27",
    "192.168.7.0/22,  2, 192.168.7.64/27",
  })
  void aSubnetTakesEightMoreBitsUntilALoadBalancerWouldNotFit(
      String network, int number, String subnet) {
    assertThat(SubnetCidr.of(network, number)).isEqualTo(subnet);
  }
}
