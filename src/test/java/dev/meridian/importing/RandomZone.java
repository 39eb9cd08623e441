package dev.meridian.importing;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random record sets as somebody else would create them: any policy, any set identifier, aliases
 * between names, several values per record set, health checks with any name.
 */
final class RandomZone {
  private static final DnsName ZONE = Sets.ZONE;
  private static final CidrCollection CARRIERS =
      new CidrCollection(
          "Carriers_1",
          Map.of(
              "North", List.of(new CidrBlock("198.51.100.0/24")),
              "s_2", List.of(new CidrBlock("203.0.113.0/24"))));
  private static final List<String> IDENTIFIERS =
      List.of(
          "Blue 1",
          "blue",
          "BLUE",
          "none",
          "primary",
          "us-east-1",
          "eu/west: \"x\"",
          "ü-ñ",
          "0",
          "#1",
          "a: b",
          "true",
          "rack-192.0.2.1",
          "rack-192.0.2.2",
          "solo",
          "${aws.x}",
          "*",
          "x".repeat(128),
          "www-1",
          "Default",
          "- [x]",
          "rack",
          "simple");
  private static final List<String> CHECK_NAMES =
      List.of(
          "Home Page (prod)",
          "www.example.com",
          "web",
          "WEB",
          "none",
          "us-east-1",
          "a: b",
          "berlin",
          "x".repeat(256),
          "rack-192-0-2-1",
          "api-blue",
          "ünïcode",
          "#5",
          "8080");
  private static final List<Long> TTLS = List.of(0L, 5L, 60L, 60L, 60L, 300L, 86400L);

  private final Random random;
  private final List<RecordSet> records = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();
  private int addresses;

  private RandomZone(long seed) {
    this.random = new Random(seed);
  }

  static RoutingPlan of(long seed) {
    return new RandomZone(seed).plan();
  }

  private RoutingPlan plan() {
    int probes = random.nextInt(6);
    List<String> names = new ArrayList<>(CHECK_NAMES);
    Collections.shuffle(names, random);
    for (int i = 0; i < probes; i++) {
      checks.add(new HealthCheck(names.get(i), probe(), one(5), one(5)));
    }
    if (probes > 1 && one(3)) {
      List<String> children = checks.stream().map(HealthCheck::id).limit(2).toList();
      HealthCheckConfig config = new HealthCheckConfig.Calculated(1, children);
      checks.add(new HealthCheck(names.get(probes), config, false, false));
    }
    List<String> labels =
        new ArrayList<>(
            List.of(
                "www", "api", "_hidden", "*.shop", "@", "a.b.c", "_www-blue-weighted", "eu.api"));
    Collections.shuffle(labels, random);
    labels.subList(0, 2 + random.nextInt(6)).forEach(this::name);
    return new RoutingPlan(ZONE, records, checks, List.of(CARRIERS));
  }

  private void name(String label) {
    DnsName name = Sets.name(label);
    if (one(7) && !label.equals("@")) {
      group(name, RecordType.CNAME, random.nextInt(7));
      return;
    }
    int kind = random.nextInt(8);
    boolean both = one(2);
    int before = records.size();
    RecordType first = one(5) ? RecordType.AAAA : RecordType.A;
    group(name, first, kind);
    if (both && first == RecordType.A) {
      if (one(3)) {
        group(name, RecordType.AAAA, random.nextInt(8));
      } else {
        List.copyOf(records.subList(before, records.size())).forEach(this::alike);
      }
    }
  }

  /** A record set of type AAAA that differs little from one of type A. */
  private void alike(RecordSet record) {
    if (one(6)) {
      return;
    }
    RecordData data =
        record
            .data()
            .accept(
                new RecordData.Cases<>() {
                  @Override
                  public RecordData values(RecordData.Values values) {
                    long ttl =
                        record.policy() instanceof RoutingPolicy.Weighted || !one(8)
                            ? values.ttl()
                            : 7;
                    return new RecordData.Values(ttl, addresses(RecordType.AAAA, some(2)));
                  }

                  @Override
                  public RecordData recordAlias(RecordData.RecordAlias alias) {
                    boolean exists =
                        records.stream()
                            .anyMatch(
                                other ->
                                    other
                                        .group()
                                        .equals(new RrsetKey(alias.target(), RecordType.AAAA)));
                    return exists
                        ? alias
                        : new RecordData.Values(60, addresses(RecordType.AAAA, 1));
                  }

                  @Override
                  public RecordData resourceAlias(RecordData.ResourceAlias alias) {
                    return alias;
                  }
                });
    RecordKey key =
        new RecordKey(
            new RrsetKey(record.name(), RecordType.AAAA), record.key().identifier().orElse(null));
    records.add(new RecordSet(key, record.policy(), data, record.healthCheck()));
  }

  private void group(DnsName name, RecordType type, int kind) {
    List<RoutingPolicy> policies = policies(type == RecordType.CNAME && kind == 6 ? 1 : kind);
    List<String> identifiers = new ArrayList<>(IDENTIFIERS);
    Collections.shuffle(identifiers, random);
    long ttl = pick(TTLS);
    for (int i = 0; i < policies.size(); i++) {
      RoutingPolicy policy = policies.get(i);
      boolean simple = policy instanceof RoutingPolicy.Simple;
      RecordKey key = new RecordKey(new RrsetKey(name, type), simple ? null : identifiers.get(i));
      long own = policy instanceof RoutingPolicy.Weighted || !one(5) ? ttl : pick(TTLS);
      records.add(new RecordSet(key, policy, data(name, type, policy, own), check()));
    }
  }

  private List<RoutingPolicy> policies(int kind) {
    return switch (kind) {
      case 0 -> List.of(new RoutingPolicy.Simple());
      case 1 ->
          IntStream.range(0, some(4))
              .mapToObj(i -> (RoutingPolicy) new RoutingPolicy.Weighted(random.nextInt(256)))
              .toList();
      case 2 ->
          subset(List.of("us-east-1", "eu-west-1", "ap-southeast-1")).stream()
              .map(region -> (RoutingPolicy) new RoutingPolicy.Latency(region))
              .toList();
      case 3 ->
          subset(
                  List.<GeoLocation>of(
                      new GeoLocation.Default(),
                      new GeoLocation.Continent("NA"),
                      new GeoLocation.Country("NA"),
                      new GeoLocation.Country("DE"),
                      new GeoLocation.UsState("CA")))
              .stream()
              .map(place -> (RoutingPolicy) new RoutingPolicy.Geolocation(place))
              .toList();
      case 4 ->
          subset(List.of(Role.PRIMARY, Role.SECONDARY)).stream()
              .map(role -> (RoutingPolicy) new RoutingPolicy.Failover(role))
              .toList();
      case 5 ->
          subset(
                  List.<GeoproximityLocation>of(
                      new GeoproximityLocation.InRegion("us-east-1"),
                      new GeoproximityLocation.InLocalZoneGroup("us-east-1-bos-1"),
                      new GeoproximityLocation.At(new BigDecimal("52.5"), new BigDecimal("13.4"))))
              .stream()
              .map(
                  place ->
                      (RoutingPolicy)
                          new RoutingPolicy.Geoproximity(place, random.nextInt(199) - 99))
              .toList();
      case 6 ->
          IntStream.range(0, some(4))
              .mapToObj(i -> (RoutingPolicy) new RoutingPolicy.Multivalue())
              .toList();
      default ->
          subset(List.of("North", "s_2", RoutingPolicy.IpBased.DEFAULT)).stream()
              .map(place -> (RoutingPolicy) new RoutingPolicy.IpBased(CARRIERS.name(), place))
              .toList();
    };
  }

  private RecordData data(DnsName name, RecordType type, RoutingPolicy policy, long ttl) {
    boolean canAlias = !(policy instanceof RoutingPolicy.Multivalue);
    List<DnsName> targets =
        records.stream()
            .map(RecordSet::group)
            .filter(group -> group.type() == type && !group.name().equals(name))
            .map(RrsetKey::name)
            .distinct()
            .toList();
    if (canAlias && !targets.isEmpty() && one(2)) {
      return new RecordData.RecordAlias(pick(targets), !one(4));
    }
    if (type == RecordType.CNAME) {
      String host = pick(List.of("lb.example.org", "www.example.com", "api.example.com"));
      return new RecordData.Values(ttl, List.of(Value.literal(host)));
    }
    if (canAlias && one(6)) {
      boolean cloudFront = one(3);
      Value zone = Value.literal(cloudFront ? "Z2FDTNDATAQYW2" : "Z35SXDOTRQ7X7K");
      String host = cloudFront ? "d1.cloudfront.net" : "lb-1.us-east-1.elb.amazonaws.com";
      return new RecordData.ResourceAlias(Value.literal(host), zone, !cloudFront && !one(4));
    }
    return new RecordData.Values(ttl, addresses(type, one(3) ? some(3) : 1));
  }

  private List<Value> addresses(RecordType type, int count) {
    Set<String> some = new LinkedHashSet<>();
    while (some.size() < count) {
      // Few addresses, so that names share some of them.
      int last = one(2) ? 1 + random.nextInt(4) : 10 + (addresses++ % 200);
      some.add((type == RecordType.A ? "192.0.2." : "2001:db8::") + last);
    }
    return some.stream().map(Value::literal).collect(Collectors.toList());
  }

  private HealthCheckConfig probe() {
    boolean address = one(2);
    Destination destination =
        address
            ? new Destination(Value.literal("192.0.2." + (1 + random.nextInt(4))), null)
            : new Destination(null, Value.literal("www.example.org"));
    return Sets.check("", destination, pick(List.of(Protocol.HTTP, Protocol.HTTPS)), 8080, "/up")
        .config();
  }

  private @Nullable String check() {
    return checks.isEmpty() || one(2) ? null : pick(checks).id();
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private int some(int most) {
    return 1 + random.nextInt(most);
  }

  private <T> List<T> subset(List<T> all) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return Stream.of(some.subList(0, some(all.size()))).flatMap(List::stream).toList();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
