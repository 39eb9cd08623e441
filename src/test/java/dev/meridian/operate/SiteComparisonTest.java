package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.AwsReadException;
import dev.meridian.terraform.json.StateOutputs;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteComparisonTest {
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
  void whatTheStackCreatesIsAsDeclared() throws Exception {
    assertThat(region.siteDifferences()).isEmpty();
  }

  @Test
  void aMissingLoadBalancerIsTheOnlyFindingOfItsRegion() throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", "shop-test-alb-1234567890", "other");

    assertThat(region.siteDifferences())
        .containsExactly("load balancer eu-west-1: presence is absent, expected present");
  }

  @Test
  void withoutOutputsTheLoadBalancerIsMissing() throws Exception {
    assertThat(region.siteDifferences(StateOutputs.NONE))
        .containsExactly("load balancer eu-west-1: presence is absent, expected present");
  }

  @Test
  void theLetterCaseOfTheLoadBalancersNameDoesNotMatter() throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", "<DNSName>shop-test", "<DNSName>Shop-Test");

    assertThat(region.siteDifferences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Code>active                | <Code>provisioning | state is provisioning, expected active
          Z32O12XQLNTSW2              | Z1               | zone id is Z1, expected Z32O12XQLNTSW2
          <Scheme>internet-facing     | <Scheme>internal | scheme is internal, expected internet-facing
          <IpAddressType>dualstack    | <IpAddressType>ipv4 | addresses is ipv4, expected dualstack
          """)
  void everyFieldOfTheLoadBalancerIsCompared(String old, String other, String finding)
      throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", old, other);

    assertThat(region.siteDifferences()).containsExactly("load balancer eu-west-1: " + finding);
  }

  @Test
  void aSchemeThatAnEmulatorDoesNotSayIsNoFinding() throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", "<Scheme>internet-facing</Scheme>", "");

    assertThat(region.siteDifferences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Port>443</Port>\\n        <Protocol>HTTPS<  | <Port>443</Port>\\n        <Protocol>HTTP< | 443: protocol is HTTP, expected HTTPS
          TLS13-1-2-2021-06    | 2016-08         | 443: TLS policy is ELBSecurityPolicy-2016-08, expected ELBSecurityPolicy-TLS13-1-2-2021-06
          certificate/1111     | certificate/9999 | 443: certificate is arn:aws:acm:eu-west-1:123456789012:certificate/99991111-2222-3333-4444-555555555555, expected arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
          HTTP_301             | HTTP_302        | 80: action is redirect to HTTPS:443 with HTTP_302, expected redirect to HTTPS:443 with HTTP_301
          <Type>forward        | <Type>fixed-response | 443: action is fixed-response to shop-test-web-80, expected forward to shop-test-web-80
          targetgroup/shop-test-web-80/73 | targetgroup/other/73 | 443: action is forward, expected forward to shop-test-web-80
          """)
  void everyFieldOfAListenerIsCompared(String old, String other, String finding) throws Exception {
    region.aws.change(
        "DescribeListeners.shop-test-alb.xml",
        old.replace("\\n", "\n"),
        other.replace("\\n", "\n"));

    assertThat(region.siteDifferences()).containsExactly("listener eu-west-1 " + finding);
  }

  @Test
  void rulesBesideTheDefaultActionAreCounted() throws Exception {
    region.aws.change("DescribeRules.xml", "<IsDefault>true", "<IsDefault>false");

    assertThat(region.siteDifferences())
        .containsExactly(
            "listener eu-west-1 80: rules is 1, expected 0",
            "listener eu-west-1 443: rules is 1, expected 0");
  }

  @Test
  void aMissingListenerAndOneThatIsNotDeclaredAreNamed() throws Exception {
    region.aws.change(
        "DescribeListeners.shop-test-alb.xml",
        "<Port>443</Port>\n        <Protocol>",
        "<Port>8443</Port>\n        <Protocol>");

    assertThat(region.siteDifferences())
        .containsExactly(
            "listener eu-west-1 443: presence is absent, expected present",
            "listener eu-west-1 8443: presence is present, expected absent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Protocol>HTTP       | <Protocol>HTTPS | protocol is HTTPS, expected HTTP
          <Port>80             | <Port>8080      | port is 8080, expected 80
          <HealthCheckProtocol>HTTP | <HealthCheckProtocol>HTTPS | check protocol is HTTPS, expected HTTP
          traffic-port         | 8080            | check port is 8080, expected traffic-port
          /health              | /other          | check path is /other, expected /health
          <HttpCode>200        | <HttpCode>200-499 | check matcher is 200-499, expected 200
          <HealthCheckIntervalSeconds>30 | <HealthCheckIntervalSeconds>10 | check interval is 10, expected 30
          <HealthCheckTimeoutSeconds>5 | <HealthCheckTimeoutSeconds>6 | check timeout is 6, expected 5
          <HealthyThresholdCount>2 | <HealthyThresholdCount>5 | healthy threshold is 5, expected 2
          <UnhealthyThresholdCount>3 | <UnhealthyThresholdCount>4 | unhealthy threshold is 4, expected 3
          """)
  void everyFieldOfTheTargetGroupIsCompared(String old, String other, String finding)
      throws Exception {
    region.aws.change("DescribeTargetGroups.shop-test-alb.xml", old, other);

    assertThat(region.siteDifferences()).containsExactly("target group eu-west-1: " + finding);
  }

  @Test
  void aMissingTargetGroupIsNamed() throws Exception {
    region.aws.change(
        "DescribeTargetGroups.shop-test-alb.xml", "Name>shop-test-web-80", "Name>other");

    assertThat(region.siteDifferences())
        .contains("target group eu-west-1: presence is absent, expected present");
  }

  @Test
  void anUnhealthyTargetIsNamedWithTheReason() throws Exception {
    region.aws.change(
        "DescribeTargetHealth.shop-test-web-80.xml",
        "<State>healthy</State>",
        "<State>unhealthy</State><Reason>Target.Timeout</Reason>");

    assertThat(region.siteDifferences())
        .containsExactly(
            "load balancer eu-west-1: target i-0aaa: health is unhealthy (Target.Timeout),"
                + " expected healthy");
  }

  @Test
  void aTargetThatIsStillRegisteringIsNoFinding() throws Exception {
    region.aws.change(
        "DescribeTargetHealth.shop-test-web-80.xml", "<State>healthy", "<State>initial");

    assertThat(region.siteDifferences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <MinSize>2           | <MinSize>1         | servers eu-west-1: least is 1, expected 2
          <DesiredCapacity>2   | <DesiredCapacity>3 | servers eu-west-1: wanted is 3, expected 2
          <MaxSize>2           | <MaxSize>9         | servers eu-west-1: most is 9, expected 2
          InService            | Pending            | servers eu-west-1: in service is 1, expected 2
          t3.micro             | t3.large           | servers eu-west-1: i-0aaa: type is t3.large, expected t3.micro
          shop-test-web-80/73  | other/73           | servers eu-west-1: behind the load balancer is false, expected true
          >shop-test<          | >other<            | servers eu-west-1: presence is absent, expected present
          """)
  void everyFieldOfTheServersIsCompared(String old, String other, String finding) throws Exception {
    region.aws.change("DescribeAutoScalingGroups.xml", old, other);

    assertThat(region.siteDifferences()).containsExactly(finding);
  }

  @Test
  void aRegionWithoutServersHasNoAutoScalingGroupToCompare() throws Exception {
    region.declared("{count: 2, instance-type: t3.micro}", "none");
    region.aws.change("DescribeAutoScalingGroups.xml", ">shop-test<", ">other<");

    assertThat(region.siteDifferences()).noneMatch(finding -> finding.startsWith("servers"));
  }

  @Test
  void withoutACertificateHttpForwardsAndHttpsIsNotDeclared() throws Exception {
    region.declared(
        "  certificate: arn:aws:acm:eu-west-1:123456789012:certificate/"
            + "11111111-2222-3333-4444-555555555555\n",
        "");

    assertThat(region.siteDifferences())
        .contains(
            "listener eu-west-1 80: action is redirect to HTTPS:443 with HTTP_301, expected"
                + " forward to shop-test-web-80",
            "listener eu-west-1 443: presence is present, expected absent");
  }

  @Test
  void withoutIpv6TheLoadBalancerHasIpv4AddressesOnly() throws Exception {
    region.declared("ipv6: true", "ipv6: false");

    assertThat(region.siteDifferences())
        .contains("load balancer eu-west-1: addresses is dualstack, expected ipv4");
  }

  @Test
  void whatCannotBeReadIsNotCalledAbsent() throws Exception {
    region.aws.change("DescribeListeners.shop-test-alb.xml", "<DescribeListenersResponse", "<");

    assertThatThrownBy(() -> region.siteDifferences())
        .isInstanceOf(AwsReadException.class)
        .hasMessageContaining("the listeners of a load balancer of eu-west-1");
  }
}
