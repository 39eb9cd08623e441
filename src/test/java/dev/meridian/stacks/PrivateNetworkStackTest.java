package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stacks around a private zone, with every part of it. */
class PrivateNetworkStackTest {
  private static final String PUBLIC =
      """
      application: shop
      environment: test
      zone: example.com
      regions:
        us-east-1: {site: {network: {cidr: 10.1.0.0/16}}}
        eu-west-1: {site: {network: {cidr: 10.2.0.0/20}, servers: none}}
      names: {api: {latency: [us-east-1, eu-west-1]}}
      """;
  private static final String PRIVATE =
      """
      private:
        zone: example.com
        networks:
          office: {vpc: vpc-0123456789abcdef0, region: eu-west-1, role: "arn:aws:iam::222222222222:role/meridian"}
          lab: {vpc: vpc-0123456789abcdef1, region: us-west-2}
        resolver:
          inbound: [us-east-1]
          outbound: [eu-west-1]
          forward: {corp.example.net: 192.168.10.53, a_b.example.net: [192.168.10.53, 192.168.12.53]}
          query-logs: 30
          firewall: {block: [bad.example.net, "*.bad.example.net"]}
        endpoints: {db: {addresses: [10.1.8.20]}}
        names:
          api: {latency: [us-east-1, eu-west-1]}
          db: {simple: db}
      """;

  @TempDir private Path folder;
  private Synthesized made;

  @BeforeEach
  void synthesize() throws IOException {
    made = Example.of(PUBLIC + PRIVATE).synthesize(folder);
  }

  @Test
  void theStacksComeAfterThoseThatTheyRead() {
    assertThat(made.names())
        .containsExactlyElementsOf(
            List.of(
                "shop-test-us-east-1",
                "shop-test-eu-west-1",
                "shop-test-dns",
                "shop-test-private-network",
                "shop-test-private-dns"));
  }

  @Test
  void aRegionHasAnInternalLoadBalancerInPrivateSubnets() throws IOException {
    Golden.check("stacks/private/us-east-1.tf", made.hcl("shop-test-us-east-1"));
  }

  @Test
  void theNetworkStackHasPeeringAndTheResolver() throws IOException {
    Golden.check("stacks/private/private-network.tf", made.hcl("shop-test-private-network"));
  }

  @Test
  void theZoneIsAssociatedWithEveryVpc() throws IOException {
    Golden.check("stacks/private/private-dns.tf", made.hcl("shop-test-private-dns"));
  }

  @Test
  void thePublicZoneIsTheSameWithoutAPrivateOne() throws IOException {
    String alone = Example.of(PUBLIC).synthesize(folder.resolve("alone")).hcl("shop-test-dns");

    assertThat(made.hcl("shop-test-dns")).isEqualTo(alone);
  }

  @Test
  void anExistingZoneIsAssociatedAndNotCreated() throws IOException {
    String existing =
        PRIVATE.replace("  zone: example.com", "  zone: {name: example.com, id: Z0123}");

    String hcl =
        Example.of(PUBLIC + existing).synthesize(folder.resolve("x")).hcl("shop-test-private-dns");

    assertThat(hcl)
        .doesNotContain("resource \"aws_route53_zone\"")
        .contains(
            "resource \"aws_route53_zone_association\" \"us-east-1\"",
            "resource \"aws_route53_zone_association\" \"network_lab\"");
  }

  @Test
  void targetHealthNeedsNoAlarmAndNoHealthCheck() throws IOException {
    String health = PRIVATE.replace("  networks:", "  health-check: target-health\n  networks:");

    Synthesized other = Example.of(PUBLIC + health).synthesize(folder.resolve("x"));

    assertThat(other.hcl("shop-test-us-east-1")).doesNotContain("aws_cloudwatch_metric_alarm");
    assertThat(other.hcl("shop-test-private-dns"))
        .doesNotContain("aws_route53_health_check")
        .contains("evaluate_target_health = true");
  }
}
