package dev.meridian.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrivateZoneSettingsTest {
  private static final String ALARM = "database-unreachable";

  @Test
  void theExampleCanBeBuiltInJava() {
    Deployment built = example(zone("example.com")).build();
    Deployment read =
        ReadDeclaration.of(Path.of("examples/private.yaml")).deployment().orElseThrow();

    assertThat(Compiler.compile(built.ofPrivateZone().orElseThrow()).orThrow())
        .isEqualTo(Compiler.compile(read.ofPrivateZone().orElseThrow()).orThrow());
    assertThat(withoutPlaces(built.privateZone().orElseThrow().resolver()))
        .isEqualTo(withoutPlaces(read.privateZone().orElseThrow().resolver()));
    assertThat(built.privateZone().orElseThrow().networks().values())
        .extracting(network -> network.vpcId() + network.otherAccount())
        .containsExactlyElementsOf(
            read.privateZone().orElseThrow().networks().values().stream()
                .map(network -> network.vpcId() + network.otherAccount())
                .toList());
  }

  @Test
  void otherSettingsAreThoseOfTheDeclaration() {
    PrivateZone zone =
        example(
                zone("internal.example.com")
                    .existingZone("Z1")
                    .regions("eu-west-1", "us-east-1")
                    .targetHealth()
                    .withoutPeering()
                    .ttl(10))
            .build()
            .privateZone()
            .orElseThrow();

    assertThat(zone.regions()).containsExactly("eu-west-1", "us-east-1");
    assertThat(zone.health()).isEqualTo(PrivateZone.Health.TARGET_HEALTH);
    assertThat(zone.peering()).isFalse();
    assertThat(zone.names()).extracting(name -> name.ttl()).containsOnly(10L);
  }

  @Test
  void problemsHaveTheirPath() {
    DeploymentBuilder wrong = example(zone("example.com").regions("eu-west-3"));

    assertThatThrownBy(wrong::build)
        .isInstanceOf(InvalidDeclaration.class)
        .hasMessageContaining("private.regions[0]");
  }

  private static DeploymentBuilder example(PrivateZoneSettings zone) {
    return DeploymentBuilder.of("storefront", "production", "example.com")
        .region("us-east-1", SiteSettings.defaults().cidr("10.0.0.0/16"))
        .region("eu-west-1", SiteSettings.defaults().cidr("10.25.0.0/16"))
        .name("www", Policy.simple("us-east-1"))
        .privateZone(zone);
  }

  private static PrivateZoneSettings zone(String name) {
    return PrivateZoneSettings.of(name)
        .network("batch", "vpc-0123456789abcdef0", "eu-west-1")
        .network(
            "partner", "vpc-0123456789abcdef1", "us-east-1", "arn:aws:iam::222222222222:role/dns")
        .inbound("eu-west-1")
        .outbound("us-east-1", "eu-west-1")
        .forward("corp.example.net", "192.168.10.53", "192.168.12.53")
        .queryLogs(30)
        .block("bad.example.net", "*.bad.example.net")
        .healthCheck("database", Check.cloudWatchMetric(ALARM, "us-east-1", "unhealthy"))
        .endpoint(
            "db-primary", Endpoint.addresses("10.0.200.20").healthCheck(Check.named("database")))
        .endpoint("db-replica", Endpoint.addresses("10.25.200.20"))
        .name("shop", Policy.latency("us-east-1", "eu-west-1"))
        .name("www", Policy.failover("us-east-1", "eu-west-1"))
        .name("db", Policy.failover("db-primary", "db-replica"));
  }

  private static String withoutPlaces(VpcResolver resolver) {
    return resolver.toString().replaceAll(", at=[^\\]]*", "");
  }
}
