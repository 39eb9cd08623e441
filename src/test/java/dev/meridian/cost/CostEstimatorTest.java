package dev.meridian.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostEstimatorTest {
  private static final QueryVolume NONE = QueryVolume.ofTraffic(Map.of());
  private static final String HEAD =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [us-east-1, eu-west-1]
      endpoints:
        rack: {addresses: [203.0.113.1], health-check: none}
      health-check: none
      """;

  @Test
  void docsHaveTheTotalsOfTheRecipe() throws IOException {
    String recipe = Files.readString(Path.of("meridian.yaml"));
    String withoutStaticAddresses =
        recipe
            .replaceAll("static-addresses: true", "static-addresses: false")
            .replaceAll("(?m)^  multivalue.*\\R.*$", "");
    String doc = Files.readString(Path.of("docs/cost.md"));

    assertThat(doc).contains("| total | " + total(recipe) + " |");
    assertThat(doc).contains("the total is " + total(withoutStaticAddresses) + " $");
    for (String count : List.of("1", "0")) {
      String servers = withoutStaticAddresses.replace("count: 2", "count: " + count);
      assertThat(doc).contains("it is " + total(servers) + " $");
    }
  }

  private static String total(String yaml) {
    return estimate(yaml, NONE).total().toPlainString();
  }

  @Test
  void queriesForAliasesToLoadBalancersAreFree() {
    CostEstimate estimate =
        estimate(HEAD + "names: {api: {latency: [us-east-1, eu-west-1]}}", each(1e6));

    assertThat(estimate.of("queries")).singleElement().matches(CostLine::isFree);
  }

  @Test
  void anAddressInOneBranchMakesQueriesCostTheRateOfThePolicy() {
    CostEstimate estimate =
        estimate(HEAD + "names: {api: {weighted: {us-east-1: 1, rack: 1}}}", each(1e6));

    assertThat(estimate.bySection().get("queries")).isEqualByComparingTo("0.40");
  }

  @Test
  void aTreeCostsTheHighestRateOfItsPoliciesAndSaysThatItIsAssumed() {
    CostEstimate estimate =
        estimate(
            HEAD
                + "names: {api: {weighted: {a: {weight: 1, to: rack}, b: {weight: 1, to: {geolocation:"
                + " {EU: rack, default: us-east-1}}}}}}",
            each(1e6));

    assertThat(estimate.bySection().get("queries")).isEqualByComparingTo("0.70");
    assertThat(estimate.assumptions()).anyMatch(text -> text.contains("highest of their rates"));
  }

  @Test
  void queriesAboveABillionCostHalf() {
    CostEstimate estimate = estimate(HEAD + "names: {api: {simple: rack}}", each(3e9));

    assertThat(estimate.bySection().get("queries")).isEqualByComparingTo("800.00");
  }

  @Test
  void trafficCountsEachRequestPerSecondAsAQuery() {
    Map<DnsName, Double> traffic = Map.of(new DnsName("api.example.com"), 1.0);

    CostEstimate estimate =
        estimate(HEAD + "names: {api: {simple: rack}}", QueryVolume.ofTraffic(traffic));

    // 730 h × 3,600 s × 0.40 $ per million
    assertThat(estimate.bySection().get("queries")).isEqualByComparingTo("1.05");
  }

  @Test
  void unknownNumbersOfQueriesAreNamedWithTheirRate() {
    CostEstimate estimate = estimate(HEAD + "names: {api: {simple: rack}}", NONE);

    assertThat(estimate.notCovered())
        .anyMatch(text -> text.endsWith("api.example.com (0.40 $ per million)"));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void featuresOfHealthChecksCostTwiceOutsideOfAws() {
    String check = "{protocol: HTTPS, path: /, search: ok, interval: 10, measure-latency: true}";
    CostEstimate estimate =
        estimate(
            HEAD.replace("health-check: none}", "health-check: " + check + "}")
                    .replace("\nhealth-check: none", "\nhealth-check: " + check)
                + "names: {api: {weighted: {us-east-1: 1, rack: 1}}}",
            NONE);

    assertThat(estimate.of("health checks"))
        .extracting(line -> line.what() + " " + line.usd())
        .containsExactly("rack 0.75", "rack 8.00", "us-east-1 0.50", "us-east-1 4.00");
    assertThat(estimate.allowance()).isEqualByComparingTo("0.50");
  }

  @Test
  void aRegionWithoutAPriceIsListedAndNotCountedAsFree() {
    CostEstimate estimate =
        estimate(HEAD.replace("eu-west-1", "sa-east-1") + "names: {api: {simple: rack}}", each(0));

    assertThat(estimate.unpriced())
        .containsExactly("Application Load Balancer in sa-east-1", "2 × t3.micro in sa-east-1");
  }

  @Test
  void aRampReadsNoMetrics() {
    CostEstimate ramp =
        estimate(
            HEAD
                + "names: {api: {weighted: {us-east-1: 100, eu-west-1: 0}, ramp: {to: eu-west-1,"
                + " stages: {0m: 100}, start: 2026-12-01T09:00:00Z}}}",
            NONE);

    assertThat(ramp.of("shop-test-dns"))
        .extracting(CostLine::what)
        .containsExactly("alarm on the function");
    assertThat(ramp.notCovered())
        .contains("runs and logs of the function that changes weights, less than 1 $");
  }

  @Test
  void aPrivateZoneCostsItsLoadBalancersAlarmsAndResolver() {
    CostEstimate estimate =
        estimate(
            """
            application: shop
            environment: test
            zone: example.com
            regions: [us-east-1, eu-west-1]
            names: {www: {simple: us-east-1}}
            private:
              zone: example.com
              resolver:
                inbound: [us-east-1]
                outbound: true
                forward: {corp.example.net: 192.168.10.53}
                query-logs: 30
                firewall: {block: [bad.example.net, "*.bad.example.net"]}
              names: {www: {latency: [us-east-1, eu-west-1]}}
            """,
            each(0));

    assertThat(estimate.lines())
        .extracting(line -> line.section() + " | " + line.what() + " | " + line.usd())
        .contains(
            "hosted zone | example.com | 0.50",
            "hosted zone | example.com (private) | 0.50",
            "health checks | us-east-1 (private) | 0.50",
            "shop-test-us-east-1 | internal Application Load Balancer | 16.43",
            "shop-test-us-east-1 | alarm on internal targets | 0.10",
            "shop-test-private-network | inbound Resolver endpoint in us-east-1 | 182.50",
            "shop-test-private-network | outbound Resolver endpoint in eu-west-1 | 182.50",
            "shop-test-private-network | domains of DNS Firewall | 0.00")
        .doesNotHaveDuplicates();
    assertThat(estimate.notCovered())
        .contains(
            "queries through Resolver endpoints, 0.40 $ per million",
            "queries that DNS Firewall inspects, 0.60 $ per million",
            "query logs, which CloudWatch Logs charges per GB and month",
            "data transfer between peered VPCs, which depends on the regions");
  }

  private static QueryVolume each(double count) {
    return new QueryVolume(new TreeMap<>(), count, false);
  }

  private static CostEstimate estimate(String yaml, QueryVolume volume) {
    Deployment deployment = ReadDeclaration.good(yaml);
    List<ZoneVolume> zones = new ArrayList<>();
    zones.add(new ZoneVolume(Compiler.compile(deployment).orThrow(), ZoneKind.PUBLIC, volume));
    deployment
        .ofPrivateZone()
        .map(within -> new ZoneVolume(Compiler.compile(within).plan(), ZoneKind.PRIVATE, volume))
        .ifPresent(zones::add);
    return CostEstimator.of(zones, Optional.of(deployment));
  }
}
