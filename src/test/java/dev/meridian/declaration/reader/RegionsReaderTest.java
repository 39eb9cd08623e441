package dev.meridian.declaration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.Site.Network;
import dev.meridian.declaration.Site.Servers;
import dev.meridian.testing.ReadDeclaration;
import org.junit.jupiter.api.Test;

class RegionsReaderTest {
  private static final String HEAD =
      """
      application: a
      environment: b
      zone: example.com
      names: {www: {simple: us-east-1}}
      """;

  @Test
  void aRegionsSiteIsLaidOverTheCommonOneKeyByKey() {
    Deployment read =
        ReadDeclaration.good(
            HEAD
                + """
                site:
                  network: {cidr: 10.5.0.0/16, availability-zones: 3}
                  servers: {count: 7, instance-type: m7g.large}
                  target-check: {path: /up, interval: 60}
                  ipv6: true
                regions:
                  us-east-1:
                    site:
                      network: {availability-zones: 4}
                      servers: {count: 1}
                      target-check: {interval: 10}
                      ipv6: false
                  eu-west-1:
                """);
    Site own = read.regions().get("us-east-1").site();
    Site common = read.regions().get("eu-west-1").site();

    assertThat(own.network()).isEqualTo(new Network.Created("10.5.0.0/16", 4));
    assertThat(own.servers()).isEqualTo(new Servers(1, "m7g.large"));
    assertThat(own.targetCheck()).isEqualTo(new Site.TargetCheck(80, "/up", 10, 5, 2, 3));
    assertThat(own.ipv6()).isFalse();
    assertThat(common.network()).isEqualTo(new Network.Created("10.5.0.0/16", 3));
    assertThat(common.ipv6()).isTrue();
  }

  @Test
  void anExistingNetworkReplacesTheCommonOneAndTheOtherWayRound() {
    Deployment read =
        ReadDeclaration.good(
            HEAD
                + """
                site:
                  network:
                    vpc: vpc-0123456789abcdef0
                    subnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]
                regions:
                  us-east-1: {site: {network: {availability-zones: 3}}}
                  eu-west-1:
                """);

    assertThat(read.regions().get("us-east-1").site().network())
        .isEqualTo(new Network.Created("10.0.0.0/16", 3));
    assertThat(read.regions().get("eu-west-1").site().network())
        .isInstanceOf(Network.Existing.class);
  }

  @Test
  void serversNoneAreNoInstances() {
    Deployment read =
        ReadDeclaration.good(
            HEAD
                + """
                site: {servers: none}
                regions:
                  us-east-1:
                  eu-west-1: {site: {servers: {instance-type: t4g.nano}}}
                """);

    assertThat(read.regions().get("us-east-1").site().servers().count()).isZero();
    assertThat(read.regions().get("eu-west-1").site().servers())
        .isEqualTo(new Servers(2, "t4g.nano"));
  }

  @Test
  void regionsAndEndpointsButAliasesCarryTheCommonReference() {
    Deployment read =
        ReadDeclaration.good(
            HEAD
                + """
                health-check: page
                health-checks: {page: {host: www.example.org}}
                regions: {us-east-1: {}, eu-west-1: {health-check: none}}
                endpoints:
                  rack: {addresses: [203.0.113.7]}
                  cdn: {alias: {dns-name: d1.cloudfront.net, zone-id: Z2FDTNDATAQYW2}}
                  shop:
                    state: {backend: pg, schema: shop}
                    outputs: {dns-name: name, zone-id: zone}
                """);

    assertThat(read.regions().get("us-east-1").healthCheck())
        .isEqualTo(new HealthCheckReference.Named("page"));
    assertThat(read.regions().get("eu-west-1").healthCheck())
        .isEqualTo(new HealthCheckReference.None());
    assertThat(read.endpoints().get("rack").healthCheck())
        .isEqualTo(new HealthCheckReference.Named("page"));
    assertThat(read.endpoints().get("cdn").healthCheck())
        .isEqualTo(new HealthCheckReference.None());
    assertThat(read.endpoints().get("shop").healthCheck())
        .isEqualTo(new HealthCheckReference.None());
  }
}
