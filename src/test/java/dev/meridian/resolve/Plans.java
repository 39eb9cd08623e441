package dev.meridian.resolve;

import dev.meridian.model.Answer;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plan in the making, for tests: {@code example.com}, short names, one endpoint a word. */
final class Plans {
  static final DnsName ZONE = new DnsName("example.com");
  static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");

  private final List<RecordSet> records = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();

  /** The five names of {@code meridian.yaml}. */
  static Plans recipe() {
    Plans plans = new Plans().checks(REGIONS);
    plans.recipeNames("", REGIONS);
    return plans;
  }

  /** The recipe with the health check {@code id} inverted. */
  static Plans inverted(String id) {
    Plans plans = recipe();
    plans.checks.replaceAll(
        check ->
            check.id().equals(id)
                ? new HealthCheck(id, check.config(), true, check.disabled())
                : check);
    return plans;
  }

  /** The recipe's five names, with {@code prefix} before each. */
  void recipeNames(String prefix, List<String> regions) {
    GeoLocation europe = new GeoLocation.Continent("EU");
    GeoLocation asia = new GeoLocation.Continent("AS");
    for (int i = 0; i < regions.size(); i++) {
      String region = regions.get(i);
      String values = region + " address";
      add(prefix + "api", region, new RoutingPolicy.Weighted(50 - i), region, region);
      add(prefix + "latency.api", region, new RoutingPolicy.Latency(region), region, region);
      add(prefix + "multivalue.api", region, new RoutingPolicy.Multivalue(), values, region);
    }
    geo(prefix, new GeoLocation.Continent("NA"), regions.get(0));
    geo(prefix, europe, regions.get(1));
    geo(prefix, asia, regions.get(2));
    geo(prefix, new GeoLocation.Default(), regions.get(0));
    failover(prefix + "failover.api", regions.get(0), regions.get(1));
  }

  private void geo(String prefix, GeoLocation location, String region) {
    add(
        prefix + "geo.api",
        location.code(),
        new RoutingPolicy.Geolocation(location),
        region,
        region);
  }

  Plans failover(String name, String primary, String secondary) {
    RoutingPolicy first = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY);
    RoutingPolicy second = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY);
    add(name, "primary", first, primary, primary);
    return add(name, "secondary", second, secondary, secondary);
  }

  /** A health check for each endpoint, which probes it every 30 seconds, three times. */
  Plans checks(List<String> endpoints) {
    for (String endpoint : endpoints) {
      HealthCheckConfig probe =
          new HealthCheckConfig.Endpoint(
              HealthCheckConfig.Protocol.HTTP,
              new Destination(null, new Value.Output(endpoint, "alb_dns_name")),
              80,
              "/health",
              null,
              new HealthCheckConfig.Probing(30, 3, Set.of(), false),
              false);
      checks.add(new HealthCheck(endpoint, probe, false, false));
    }
    return this;
  }

  Plans add(HealthCheck check) {
    checks.add(check);
    return this;
  }

  /**
   * @param to a region, {@code REGION address}, {@code alias NAME}, or addresses with spaces
   *     between
   * @param check an id, or empty for none
   */
  Plans add(String name, String identifier, RoutingPolicy policy, String to, String check) {
    boolean simple = policy instanceof RoutingPolicy.Simple;
    GroupKey group = new GroupKey(name(name), RecordType.A);
    RecordKey key = new RecordKey(group, simple ? null : identifier);
    records.add(new RecordSet(key, policy, answer(to), check.isEmpty() ? null : check));
    return this;
  }

  Plans cname(String name, String identifier, RoutingPolicy policy, String host) {
    boolean simple = policy instanceof RoutingPolicy.Simple;
    GroupKey group = new GroupKey(name(name), RecordType.CNAME);
    Answer answer = new Answer.Values(300, List.of(Value.literal(host)));
    records.add(
        new RecordSet(new RecordKey(group, simple ? null : identifier), policy, answer, null));
    return this;
  }

  private static DnsName name(String name) {
    return name.equals("@") ? ZONE : ZONE.child(name);
  }

  private static Answer answer(String to) {
    String[] words = to.split(" ");
    if (words[0].equals("alias")) {
      return new Answer.RecordAlias(name(words[1]), words.length == 2);
    }
    if (words.length == 2 && words[1].equals("address")) {
      return new Answer.Values(60, List.of(new Value.ListOutput(words[0], "static_addresses", 0)));
    }
    if (words[0].contains(".")) {
      List<Value> values = new ArrayList<>();
      for (String word : words) {
        values.add(Value.literal(word));
      }
      return new Answer.Values(60, values);
    }
    return new Answer.ResourceAlias(
        new Value.Output(to, "alb_dns_name"), new Value.Output(to, "alb_zone_id"), true);
  }

  RoutingPlan plan() {
    return new RoutingPlan(ZONE, records, checks, List.of());
  }

  Resolver resolver() {
    return Resolver.of(plan());
  }

  static Question ask(String name) {
    return new Question(name(name), RecordType.A);
  }

  static Client in(String code) {
    GeoLocation place =
        code.startsWith("US-")
            ? new GeoLocation.UsState(code.substring(3))
            : new GeoLocation.Country(code);
    return ClientLocator.at(Client.UNKNOWN, place);
  }
}
