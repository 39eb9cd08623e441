package dev.meridian.resolve;

import dev.meridian.model.Probing;

import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The measured zones. */
final class Zones {
  static final List<String> THREE = List.of("us-east-1", "eu-west-1", "ap-southeast-1");
  static final List<String> TEN =
      List.of(
          "us-east-1",
          "eu-west-1",
          "ap-southeast-1",
          "us-west-2",
          "sa-east-1",
          "eu-central-1",
          "ap-south-1",
          "ap-northeast-1",
          "ap-southeast-2",
          "af-south-1");
  private static final RoutingPolicy PRIMARY =
      new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY);
  private static final RoutingPolicy SECONDARY =
      new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY);

  private final DnsName zone = new DnsName("example.com");
  private final List<RecordSet> records = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();

  /** The recipe's five names. */
  static RoutingPlan recipe() {
    Zones zones = new Zones();
    THREE.forEach(region -> zones.check(region, new Value.Output(region, "alb_dns_name")));
    zones.names("", THREE);
    return zones.plan();
  }

  /** The recipe, and a name with three regions and ten more endpoints. */
  static RoutingPlan recipeAndTenEndpoints() {
    Zones zones = new Zones();
    THREE.forEach(region -> zones.check(region, new Value.Output(region, "alb_dns_name")));
    zones.names("", THREE);
    for (String region : THREE) {
      zones.add("www", region, new RoutingPolicy.Latency(region), zones.alias("fo-" + region));
      zones.add("fo-" + region, "primary", PRIMARY, balancer(region), region);
      zones.add("fo-" + region, "secondary", SECONDARY, zones.alias("pool"));
    }
    for (int i = 1; i <= 10; i++) {
      String address = "192.0.2." + i;
      zones.check(address, Value.literal("198.51.100." + i));
      zones.add("pool", address, new RoutingPolicy.Weighted(i), values(address), address);
    }
    return zones.plan();
  }

  /** Fifty names: ten of each kind in the recipe, each with ten regions. */
  static RoutingPlan tenRegionsFiftyNames() {
    Zones zones = new Zones();
    TEN.forEach(region -> zones.check(region, new Value.Output(region, "alb_dns_name")));
    for (int i = 0; i < 10; i++) {
      zones.names("n" + i + ".", TEN);
    }
    return zones.plan();
  }

  /** Five levels of a hundred weighted records; one of them is an alias to the next level. */
  static RoutingPlan deep() {
    Zones zones = new Zones();
    for (int level = 0; level < 5; level++) {
      for (int i = 0; i < 100; i++) {
        boolean down = i == 50 && level < 4;
        RecordData answer = down ? zones.alias("l" + (level + 1)) : values("10.0." + level + "." + i);
        RoutingPolicy share = new RoutingPolicy.Weighted(1 + (i * 37) % 255);
        zones.add("l" + level, "s" + i, share, answer, "check" + i % 3);
      }
    }
    return zones.plan();
  }

  private void names(String prefix, List<String> regions) {
    for (int i = 0; i < regions.size(); i++) {
      String region = regions.get(i);
      RecordData own = balancer(region);
      add(prefix + "api", region, new RoutingPolicy.Weighted(50 - i), own, region);
      add(prefix + "latency.api", region, new RoutingPolicy.Latency(region), own, region);
      RecordData address =
          new RecordData.Values(60, List.of(new Value.ListOutput(region, "static_addresses", 0)));
      add(prefix + "multivalue.api", region, new RoutingPolicy.Multivalue(), address, region);
    }
    List<String> continents = List.of("NA", "EU", "AS", "SA", "OC", "AF", "AN");
    for (int i = 0; i < Math.min(continents.size(), regions.size()); i++) {
      geo(prefix, new GeoLocation.Continent(continents.get(i)), regions.get(i));
    }
    geo(prefix, new GeoLocation.Default(), regions.get(0));
    add(prefix + "failover.api", "p", PRIMARY, balancer(regions.get(0)), regions.get(0));
    add(prefix + "failover.api", "s", SECONDARY, balancer(regions.get(1)), regions.get(1));
  }

  private void geo(String prefix, GeoLocation location, String region) {
    RoutingPolicy policy = new RoutingPolicy.Geolocation(location);
    add(prefix + "geo.api", location.code(), policy, balancer(region), region);
  }

  private void check(String id, Value host) {
    Probing probing = new Probing(30, 3, Set.of(), false);
    Destination destination =
        host instanceof Value.Literal
            ? new Destination(Value.literal(id), null)
            : new Destination(null, host);
    HealthCheckConfig probe =
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTP, destination, 80, "/health", null, probing, false);
    checks.add(new HealthCheck(id, probe, false, false));
  }

  private RecordData alias(String name) {
    return new RecordData.RecordAlias(zone.child(name), true);
  }

  private static RecordData values(String address) {
    return new RecordData.Values(60, List.of(Value.literal(address)));
  }

  private static RecordData balancer(String region) {
    return new RecordData.ResourceAlias(
        new Value.Output(region, "alb_dns_name"), new Value.Output(region, "alb_zone_id"), true);
  }

  private void add(String name, String identifier, RoutingPolicy policy, RecordData answer) {
    records.add(new RecordSet(key(name, identifier), policy, answer, null));
  }

  private void add(
      String name, String identifier, RoutingPolicy policy, RecordData answer, String check) {
    records.add(new RecordSet(key(name, identifier), policy, answer, check));
  }

  private RecordKey key(String name, String identifier) {
    return new RecordKey(new RrsetKey(zone.child(name), RecordType.A), identifier);
  }

  private RoutingPlan plan() {
    return new RoutingPlan(zone, records, checks, List.of());
  }
}
