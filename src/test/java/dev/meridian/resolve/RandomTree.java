package dev.meridian.resolve;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientZone;
import dev.meridian.resolve.client.GeoPoint;
import dev.meridian.testing.RandomCases;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A random tree of policies below {@code www.example.com A}, somebody who asks, and a random state
 * of health.
 *
 * @param checks the ids of every health check that a record carries
 */
record RandomTree(
    Random random,
    List<RecordSet> records,
    List<String> checks,
    Set<Value> resources,
    Client client,
    HealthState health) {
  static final DnsName ZONE = new DnsName("example.com");
  static final Question ROOT = Question.of("www.example.com", RecordType.A);
  static final CidrCollection COLLECTION =
      new CidrCollection(
          "c",
          Map.of(
              "a", List.of(new CidrBlock("198.51.0.0/16")),
              "b", List.of(new CidrBlock("198.51.100.0/24")),
              "d", List.of(new CidrBlock("203.0.113.0/24"))));
  private static final List<String> COUNTRIES = List.of("US", "DE", "CN", "NA", "BR", "AQ");
  private static final List<String> ADDRESSES =
      List.of("198.51.100.0/24", "198.51.7.1", "203.0.113.9", "192.0.2.1");

  /** Tries {@code claim} on many trees. */
  static void forAll(Consumer<RandomTree> claim) {
    RandomCases.forAll(random -> claim.accept(grow(random)));
  }

  static RandomTree grow(Random random) {
    Gardener gardener = new Gardener(random, 3);
    gardener.group(ROOT.name().text(), random.nextInt(4));
    return of(random, gardener);
  }

  /** One group without aliases to records, every record with a health check of its own. */
  static RandomTree flat(Random random) {
    Gardener gardener = new Gardener(random, 1);
    gardener.group(ROOT.name().text(), 0);
    return of(random, gardener);
  }

  private static RandomTree of(Random random, Gardener gardener) {
    Set<Value> resources =
        gardener.records.stream()
            .filter(r -> r.data() instanceof RecordData.ResourceAlias)
            .map(r -> ((RecordData.ResourceAlias) r.data()).dnsName())
            .collect(Collectors.toSet());
    Set<String> bad = new HashSet<>(gardener.checks);
    int sick = random.nextInt(4);
    bad.removeIf(check -> random.nextInt(4) >= sick);
    Set<Value> badResources = new HashSet<>(resources);
    badResources.removeIf(resource -> random.nextInt(4) >= sick);
    return new RandomTree(
        random,
        List.copyOf(gardener.records),
        List.copyOf(gardener.checks),
        resources,
        anybody(random),
        new HealthState(bad, badResources));
  }

  private static Client anybody(Random random) {
    Client client = Client.UNKNOWN;
    if (random.nextInt(4) > 0) {
      List<String> ids = List.of("use1-az1", "use1-az2", "use1-az3", "euw1-az1");
      client = client.withZone(ClientZone.of(ids.get(random.nextInt(ids.size())), null));
    }
    if (random.nextInt(8) > 0) {
      String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
      boolean inState = country.equals("US") && random.nextBoolean();
      client = inState ? client.withUsState("CA") : client.withCountry(country);
    }
    String address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    return client
        .withPlace(new GeoPoint(random.nextInt(180) - 90, random.nextInt(360) - 180))
        .withAddress(new IPAddressString(address).getAddress());
  }

  RoutingPlan plan() {
    return planOf(records);
  }

  static RoutingPlan planOf(List<RecordSet> records) {
    return new RoutingPlan(ZONE, records, List.of(), List.of(COLLECTION));
  }

  RandomTree with(List<RecordSet> others) {
    return new RandomTree(random, others, checks, resources, client, health);
  }

  RandomTree with(HealthState other) {
    return new RandomTree(random, records, checks, resources, client, other);
  }

  /** Every record changed. */
  RandomTree map(UnaryOperator<RecordSet> change) {
    return with(records.stream().map(change).toList());
  }

  Resolver resolver() {
    return Resolver.of(plan());
  }

  Resolution answer() {
    return resolver().answer(ROOT, client, health);
  }

  HealthState allSick() {
    return new HealthState(Set.copyOf(checks), resources);
  }

  /** Plants groups until the tree has the wanted depth. */
  private static final class Gardener {
    private static final List<PolicyKind> KINDS = List.of(PolicyKind.values());
    private final Random random;
    private final int depth;
    private final List<RecordSet> records = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private int leaves;

    Gardener(Random random, int depth) {
      this.random = random;
      this.depth = depth;
    }

    void group(String name, int levels) {
      PolicyKind kind = KINDS.get(random.nextInt(KINDS.size()));
      List<RoutingPolicy> policies = RandomPolicies.of(kind, random);
      for (int i = 0; i < policies.size(); i++) {
        String identifier = kind == PolicyKind.SIMPLE ? null : "s" + i;
        RecordKey key = new RecordKey(new RrsetKey(new DnsName(name), RecordType.A), identifier);
        RecordData answer = kind == PolicyKind.MULTIVALUE ? values() : answer(name, i, levels);
        boolean checked = depth == 1 || random.nextInt(3) > 0;
        records.add(new RecordSet(key, policies.get(i), answer, checked ? check() : null));
      }
    }

    private RecordData answer(String name, int branch, int levels) {
      int dice = random.nextInt(10);
      if (levels > 0 && dice < 4) {
        String target = "b" + branch + "." + name;
        group(target, levels - 1);
        return new RecordData.RecordAlias(new DnsName(target), random.nextInt(4) > 0);
      }
      if (depth > 1 && dice == 9) {
        Value balancer = Value.literal("lb" + leaves++ + ".elb.amazonaws.com");
        return new RecordData.ResourceAlias(balancer, Value.literal("Z1"), random.nextInt(4) > 0);
      }
      return values();
    }

    private RecordData values() {
      return new RecordData.Values(60, List.of(Value.literal("192.0.2." + leaves++)));
    }

    private String check() {
      checks.add("check" + checks.size());
      return checks.get(checks.size() - 1);
    }
  }
}
