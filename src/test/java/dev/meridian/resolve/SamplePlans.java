package dev.meridian.resolve;

import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plan in the making, for tests: {@code example.com}, short names, one endpoint a word. */
public final class SamplePlans {
  public static final DnsName ZONE = new DnsName("example.com");
  public static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");

  private final List<RecordSet> records = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();

  /** The five names of {@code meridian.yaml}. */
  public static SamplePlans recipe() {
    SamplePlans plans = new SamplePlans().checks(REGIONS);
    plans.recipeNames("", REGIONS);
    return plans;
  }

  /** The recipe with the health check {@code id} inverted. */
  public static SamplePlans inverted(String id) {
    SamplePlans plans = recipe();
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

  public SamplePlans failover(String name, String primary, String secondary) {
    RoutingPolicy first = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY);
    RoutingPolicy second = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY);
    add(name, "primary", first, primary, primary);
    return add(name, "secondary", second, secondary, secondary);
  }

  /** A health check for each endpoint, which probes it every 30 seconds, three times. */
  public SamplePlans checks(List<String> endpoints) {
    for (String endpoint : endpoints) {
      HealthCheckConfig probe =
          new HealthCheckConfig.Endpoint(
              HealthCheckConfig.Protocol.HTTP,
              new Destination(null, new Value.Output(endpoint, "alb_dns_name")),
              80,
              "/health",
              null,
              new Probing(30, 3, Set.of(), false),
              false);
      checks.add(new HealthCheck(endpoint, probe, false, false));
    }
    return this;
  }

  public SamplePlans add(HealthCheck check) {
    checks.add(check);
    return this;
  }

  /**
   * Adds a record set.
   *
   * @param to a region, {@code REGION address}, {@code alias NAME}, or addresses with spaces
   *     between
   * @param check an id, or empty for none
   */
  public SamplePlans add(
      String name, String identifier, RoutingPolicy policy, String to, String check) {
    boolean simple = policy instanceof RoutingPolicy.Simple;
    RrsetKey group = new RrsetKey(name(name), RecordType.A);
    RecordKey key = new RecordKey(group, simple ? null : identifier);
    records.add(new RecordSet(key, policy, answer(to), check.isEmpty() ? null : check));
    return this;
  }

  public SamplePlans cname(String name, String identifier, RoutingPolicy policy, String host) {
    boolean simple = policy instanceof RoutingPolicy.Simple;
    RrsetKey group = new RrsetKey(name(name), RecordType.CNAME);
    RecordData answer = new RecordData.Values(300, List.of(Value.literal(host)));
    records.add(
        new RecordSet(new RecordKey(group, simple ? null : identifier), policy, answer, null));
    return this;
  }

  private static DnsName name(String name) {
    return name.equals("@") ? ZONE : ZONE.child(name);
  }

  private static RecordData answer(String to) {
    String[] words = to.split(" ");
    if (words[0].equals("alias")) {
      return new RecordData.RecordAlias(name(words[1]), words.length == 2);
    }
    if (words.length == 2 && words[1].equals("address")) {
      return new RecordData.Values(
          60, List.of(new Value.ListOutput(words[0], "static_addresses", 0)));
    }
    if (words[0].contains(".")) {
      List<Value> values = new ArrayList<>();
      for (String word : words) {
        values.add(Value.literal(word));
      }
      return new RecordData.Values(60, values);
    }
    return new RecordData.ResourceAlias(
        new Value.Output(to, "alb_dns_name"), new Value.Output(to, "alb_zone_id"), true);
  }

  public RoutingPlan plan() {
    return new RoutingPlan(ZONE, records, checks, List.of());
  }

  public Resolver resolver() {
    return Resolver.of(plan());
  }

  public static Question ask(String name) {
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
