package dev.meridian.stacks;

import dev.meridian.config.Alerts;
import dev.meridian.config.CheckReference;
import dev.meridian.config.Deployment;
import dev.meridian.config.NameDeclaration;
import dev.meridian.config.PolicyTree;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.Site;
import dev.meridian.config.StateBackend;
import dev.meridian.config.ZoneDeclaration;
import dev.meridian.model.Answer;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.problem.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The recipe, made by hand: these tests are about stacks, not about reading or compiling. */
final class Recipe {
  static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");
  static final DnsName ZONE = new DnsName("example.com");
  static final Source NOWHERE = Source.wholeFile("recipe");

  private Recipe() {}

  static Site site() {
    return new Site(
        new Site.Network.Created("10.0.0.0/16", 2),
        new Site.Servers(2, "t3.micro"),
        new Site.TargetCheck(80, "/health", 30, 5, 2, 3),
        null,
        true,
        false);
  }

  static Deployment deployment() {
    return deployment(new StateBackend.Local("."), site(), new ZoneDeclaration.Adoption.Created());
  }

  static Deployment deployment(StateBackend state, Site site, ZoneDeclaration.Adoption adoption) {
    Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
    for (String code : REGIONS) {
      CheckReference check = new CheckReference.Inherited();
      regions.put(code, new RegionDeclaration(code, site, check, NOWHERE));
    }
    return new Deployment(
        "storefront",
        "production",
        new ZoneDeclaration(ZONE, adoption, NOWHERE),
        state,
        regions,
        Map.of(),
        Map.of(),
        new TreeMap<>(),
        List.of("api", "latency.api", "geo.api", "failover.api", "multivalue.api").stream()
            .map(Recipe::name)
            .toList(),
        new Alerts(true, List.of("ops@example.com")),
        new TreeMap<>(),
        Set.of());
  }

  static NameDeclaration name(String label) {
    PolicyTree tree = new PolicyTree(PolicyKind.SIMPLE, List.of(), NOWHERE);
    return new NameDeclaration(label, ZONE.child(label), tree, 60, NOWHERE);
  }

  static RoutingPlan plan() {
    return plan(50, 30, 20);
  }

  static RoutingPlan plan(int... weights) {
    List<RecordSet> records = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      records.add(alias("api", REGIONS.get(i), new RoutingPolicy.Weighted(weights[i])));
    }
    for (String region : REGIONS) {
      records.add(alias("latency.api", region, new RoutingPolicy.Latency(region)));
      for (int i = 0; i < site().network().availabilityZones(); i++) {
        records.add(multivalue(region, i));
      }
    }
    geo(records, "NA", "us-east-1");
    geo(records, "EU", "eu-west-1");
    geo(records, "AS", "ap-southeast-1");
    records.add(
        record(
            "geo.api",
            "default",
            new RoutingPolicy.Geolocation(new GeoLocation.Default()),
            toRegion("us-east-1"),
            "us-east-1"));
    records.add(failover("primary", RoutingPolicy.Failover.Role.PRIMARY, "us-east-1"));
    records.add(failover("secondary", RoutingPolicy.Failover.Role.SECONDARY, "eu-west-1"));
    return new RoutingPlan(
        ZONE, records, REGIONS.stream().map(Recipe::healthCheck).toList(), List.of());
  }

  static RecordSet alias(String label, String region, RoutingPolicy policy) {
    return record(label, region, policy, toRegion(region), region);
  }

  static RecordSet record(
      String label, String identifier, RoutingPolicy policy, Answer answer, String check) {
    GroupKey group = new GroupKey(ZONE.child(label), RecordType.A);
    return new RecordSet(new RecordKey(group, identifier), policy, answer, check);
  }

  static Answer toRegion(String region) {
    return new Answer.ResourceAlias(
        new Value.Output(region, "alb_dns_name"), new Value.Output(region, "alb_zone_id"), true);
  }

  static HealthCheck healthCheck(String region) {
    HealthCheckConfig config =
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTP,
            new Destination(null, new Value.Output(region, "alb_dns_name")),
            80,
            "/health",
            null,
            new HealthCheckConfig.Probing(30, 3, Set.of(), false),
            false);
    return new HealthCheck(region, config, false, false);
  }

  private static void geo(List<RecordSet> records, String continent, String region) {
    RoutingPolicy policy = new RoutingPolicy.Geolocation(new GeoLocation.Continent(continent));
    records.add(record("geo.api", continent, policy, toRegion(region), region));
  }

  private static RecordSet failover(
      String identifier, RoutingPolicy.Failover.Role role, String region) {
    return record(
        "failover.api", identifier, new RoutingPolicy.Failover(role), toRegion(region), region);
  }

  private static RecordSet multivalue(String region, int index) {
    Value address = new Value.ListOutput(region, "static_addresses", index);
    return record(
        "multivalue.api",
        region + "-" + (index + 1),
        new RoutingPolicy.Multivalue(),
        new Answer.Values(60, List.of(address)),
        region);
  }
}
