package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirewallComparisonTest {
  private static final String BALANCER = "DescribeSecurityGroupRules.sg-0balancer.xml";
  private static final String SERVERS = "DescribeSecurityGroupRules.sg-0servers.xml";

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
  void aRuleThatIsNotDeclaredAndTheOneItReplacesAreNamed() throws Exception {
    region.aws.change(BALANCER, "0.0.0.0/0", "198.51.100.0/24");

    assertThat(region.siteDifferences())
        .containsExactlyInAnyOrder(
            "security group eu-west-1 load balancer: in tcp 80 from 0.0.0.0/0: presence is absent,"
                + " expected present",
            "security group eu-west-1 load balancer: in tcp 80 from 198.51.100.0/24: presence is"
                + " present, expected absent");
  }

  @Test
  void aRangeOfPortsIsNotTheDeclaredPort() throws Exception {
    region.aws.change(BALANCER, "<toPort>80<", "<toPort>90<");

    assertThat(region.siteDifferences())
        .contains(
            "security group eu-west-1 load balancer: in tcp 80-90 from 0.0.0.0/0: presence is"
                + " present, expected absent");
  }

  @Test
  void theServersAcceptTheLoadBalancerOnly() throws Exception {
    region.aws.change(
        SERVERS,
        "<referencedGroupInfo><groupId>sg-0balancer</groupId></referencedGroupInfo>",
        "<cidrIpv4>0.0.0.0/0</cidrIpv4>");

    assertThat(region.siteDifferences())
        .containsExactlyInAnyOrder(
            "security group eu-west-1 servers: in tcp 80 from sg-0balancer: presence is absent,"
                + " expected present",
            "security group eu-west-1 servers: in tcp 80 from 0.0.0.0/0: presence is present,"
                + " expected absent");
  }

  @Test
  void aLoadBalancerThatMayNotReachTheServersIsAFinding() throws Exception {
    region.aws.change(
        BALANCER,
        "<referencedGroupInfo><groupId>sg-0servers</groupId></referencedGroupInfo>",
        "<cidrIpv4>10.0.0.0/8</cidrIpv4>");

    assertThat(region.siteDifferences())
        .containsExactlyInAnyOrder(
            "security group eu-west-1 load balancer: out tcp 80 to the servers: presence is absent,"
                + " expected present",
            "security group eu-west-1 load balancer: out tcp 80 to 10.0.0.0/8: presence is present,"
                + " expected absent");
  }

  @Test
  void aSecondSecurityGroupIsAFindingAndItsRulesAreNotCompared() throws Exception {
    region.aws.change(
        "DescribeLoadBalancers.xml",
        "<member>sg-0balancer</member>",
        "<member>sg-0balancer</member><member>sg-0other</member>");
    region.aws.change(BALANCER, "0.0.0.0/0", "198.51.100.0/24");

    assertThat(region.siteDifferences())
        .containsExactly("load balancer eu-west-1: security groups is 2, expected 1");
  }

  @Test
  void withoutServersTheLoadBalancerMayReachEverything() throws Exception {
    region.declared("{count: 2, instance-type: t3.micro}", "none");

    assertThat(region.siteDifferences())
        .containsExactlyInAnyOrder(
            "security group eu-west-1 load balancer: out all to 0.0.0.0/0: presence is absent,"
                + " expected present",
            "security group eu-west-1 load balancer: out all to ::/0: presence is absent, expected"
                + " present",
            "security group eu-west-1 load balancer: out tcp 80 to sg-0servers: presence is"
                + " present, expected absent");
  }

  @Test
  void withoutIpv6RulesForIpv6AreNotDeclared() throws Exception {
    region.declared("ipv6: true", "ipv6: false");

    assertThat(region.siteDifferences())
        .contains(
            "security group eu-west-1 load balancer: in tcp 443 from ::/0: presence is present,"
                + " expected absent",
            "security group eu-west-1 servers: out all to ::/0: presence is present, expected"
                + " absent");
  }
}
