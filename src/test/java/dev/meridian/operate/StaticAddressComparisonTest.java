package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.json.StateOutputs;
import java.io.IOException;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticAddressComparisonTest {
  private RecordedRegion region;

  @BeforeEach
  void start() throws IOException {
    region = new RecordedRegion();
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void aMissingNetworkLoadBalancerIsNamedAndItsListenersAreNot() throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", "Name>shop-test-nlb", "Name>other");

    assertThat(region.siteDifferences())
        .containsExactly(
            "static addresses eu-west-1: network load balancer: presence is absent, expected"
                + " present");
  }

  @Test
  void aNetworkLoadBalancerThatIsNotActiveIsAFinding() throws Exception {
    region.aws.change(
        "DescribeLoadBalancers.xml",
        "<IpAddressType>ipv4</IpAddressType>\n        <State><Code>active",
        "<IpAddressType>ipv4</IpAddressType>\n        <State><Code>failed");

    assertThat(region.siteDifferences())
        .containsExactly(
            "static addresses eu-west-1: state of the network load balancer is failed, expected"
                + " active");
  }

  @Test
  void thePortsOfTheNetworkLoadBalancerAreThoseOfTheListeners() throws Exception {
    region.aws.change("DescribeListeners.shop-test-nlb.xml", "<Port>443", "<Port>444");

    assertThat(region.siteDifferences())
        .containsExactly("static addresses eu-west-1: ports is [80, 444], expected [80, 443]");
  }

  @Test
  void everyPortForwardsToTheLoadBalancer() throws Exception {
    region.aws.change("DescribeTargetHealth.shop-test-tcp-443.xml", "app/shop-test-alb", "app/x");

    assertThat(region.siteDifferences())
        .containsExactly(
            "static addresses eu-west-1: ports that forward to the load balancer is [80], expected"
                + " [80, 443]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Protocol>TCP | <Protocol>TLS | protocol is TLS, expected TCP
          <HealthCheckProtocol>HTTP | <HealthCheckProtocol>TCP | check protocol is TCP, expected HTTP
          traffic-port  | 8080          | check port is 8080, expected traffic-port
          /health       | /             | check path is /, expected /health
          200-399       | 200           | check matcher is 200, expected 200-399
          <Port>80      | <Port>81      | presence is absent, expected present
          """)
  void everyFieldOfATargetGroupIsCompared(String old, String other, String finding)
      throws Exception {
    region.aws.change("DescribeTargetGroups.shop-test-nlb.xml", old, other);

    assertThat(region.siteDifferences())
        .containsExactly("static target group eu-west-1 80: " + finding);
  }

  @Test
  void anElasticIpThatIsGoneIsNamed() throws Exception {
    region.aws.change("DescribeAddresses.xml", "203.0.113.12", "203.0.113.99");

    assertThat(region.siteDifferences())
        .containsExactly(
            "static address eu-west-1 203.0.113.12: presence is absent, expected present");
  }

  @Test
  void everyAvailabilityZoneHasAnAddressInTheState() throws Exception {
    StateOutputs withoutAddresses =
        new StateOutputs(RecordedRegion.OUTPUTS.texts(), new TreeMap<>());

    assertThat(region.siteDifferences(withoutAddresses))
        .containsExactly("static addresses eu-west-1: count is 0, expected 2");
  }

  @Test
  void aRegionWithoutStaticAddressesHasNoneToCompare() throws Exception {
    region.declared("static-addresses: true", "static-addresses: false");
    region.aws.change("DescribeAddresses.xml", "203.0.113.12", "203.0.113.99");

    assertThat(region.siteDifferences()).isEmpty();
  }
}
