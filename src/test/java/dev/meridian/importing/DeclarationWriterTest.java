package dev.meridian.importing;

import static dev.meridian.importing.Sets.balancer;
import static dev.meridian.importing.Sets.check;
import static dev.meridian.importing.Sets.simple;
import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationWriterTest {
  private static final String ROUTING_CONTROL =
      "arn:aws:route53-recovery-control::123456789012:controlpanel/"
          + "0123456789abcdef0123456789abcdef/routingcontrol/0123456789abcdef";
  private static final RecordSet BERLIN =
      values("a", RecordType.A, "berlin", new RoutingPolicy.Weighted(1), "berlin", "192.0.2.1");

  @Test
  void anEndpointIsAddressesAHostOrAnAlias() {
    Forest forest =
        Forest.of(
            List.of(
                simple("a", RecordType.A, "192.0.2.1"),
                simple("a", RecordType.AAAA, "2001:db8::1"),
                simple("b", RecordType.CNAME, "partner.example.org"),
                balancer("c", RecordType.A, "lb-1.elb.amazonaws.com"),
                balancer("c", RecordType.AAAA, "lb-1.elb.amazonaws.com")));

    assertThat(forest.declared.endpoints().flow())
        .isEqualTo(
            "{at-192-0-2-1: {addresses: [192.0.2.1, \"2001:db8::1\"]},"
                + " partner: {host: partner.example.org},"
                + " lb-1: {alias: {dns-name: lb-1.elb.amazonaws.com, zone-id: Z35SXDOTRQ7X7K,"
                + " ipv6: true}}}");
  }

  @Test
  void aCheckThatProbesOneEndpointAloneIsWrittenThere() {
    Forest forest = Forest.of(List.of(BERLIN), check("berlin", "192.0.2.1"));

    assertThat(forest.declared.endpoints().flow())
        .isEqualTo("{berlin: {addresses: [192.0.2.1], health-check: {protocol: HTTP}}}");
    assertThat(forest.declared.healthChecks().isEmpty()).isTrue();
  }

  @Test
  void aCheckThatProbesSomethingElseIsWrittenBelowHealthChecks() {
    Forest forest = Forest.of(List.of(BERLIN), check("berlin", "192.0.2.9"));

    assertThat(forest.declared.healthChecks().flow())
        .isEqualTo("{berlin: {protocol: HTTP, address: 192.0.2.9}}");
    assertThat(forest.declared.endpoints().flow())
        .isEqualTo("{at-192-0-2-1: {addresses: [192.0.2.1], health-check: berlin}}");
  }

  @Test
  void aCalculatedCheckNamesTheEndpointsWhereItsChildrenStand() {
    HealthCheck most =
        new HealthCheck(
            "most",
            new HealthCheckConfig.Calculated(1, List.of("berlin", "homepage")),
            false,
            false);
    Forest forest =
        Forest.of(
            List.of(BERLIN), check("berlin", "192.0.2.1"), check("homepage", "192.0.2.9"), most);

    assertThat(forest.declared.healthChecks().flow())
        .isEqualTo(
            "{homepage: {protocol: HTTP, address: 192.0.2.9},"
                + " most: {calculated: {of: [berlin, homepage], threshold: 1}}}");
  }

  @Test
  void whatAnAlarmWithoutDataMeansIsWrittenWhereItIsNotTheDefault() {
    assertThat(alarm(InsufficientData.LAST_KNOWN_STATUS))
        .isEqualTo("{alarm: {cloudwatch-metric: {alarm: depth, region: us-east-1}}}");
    assertThat(alarm(InsufficientData.UNHEALTHY))
        .isEqualTo(
            "{alarm: {cloudwatch-metric:"
                + " {alarm: depth, region: us-east-1, insufficient-data: unhealthy}}}");
  }

  @Test
  void flagsAreWrittenForEveryKindOfCheck() {
    HealthCheck check =
        new HealthCheck(
            "switch", new HealthCheckConfig.RecoveryControl(ROUTING_CONTROL), true, true);

    assertThat(Forest.of(List.of(), check).declared.healthChecks().flow())
        .isEqualTo(
            "{switch: {recovery-control: "
                + ROUTING_CONTROL
                + ", inverted: true, disabled: true}}");
  }

  @Test
  void aCollectionIsWrittenWithItsLocationsAndBlocks() {
    CidrCollection collection =
        new CidrCollection(
            "carriers",
            Map.of(
                "south", List.of(new CidrBlock("192.0.2.0/24")),
                "north", List.of(new CidrBlock("198.51.100.0/24"))));

    assertThat(DeclarationWriter.collections(List.of(collection)).flow())
        .isEqualTo(
            "{carriers: {name: carriers, locations: {north: [198.51.100.0/24], south: [192.0.2.0/24]}}}");
  }

  private static String alarm(InsufficientData data) {
    HealthCheck check =
        new HealthCheck(
            "alarm",
            new HealthCheckConfig.CloudWatchMetric("depth", "us-east-1", data),
            false,
            false);
    return Forest.of(List.of(), check).declared.healthChecks().flow();
  }
}
