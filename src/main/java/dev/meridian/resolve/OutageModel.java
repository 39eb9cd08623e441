package dev.meridian.resolve;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The endpoints behind a plan's answers, and what their failure means for health checks and alias
 * targets. An endpoint is a region or anything else with a Terraform state of its own; otherwise,
 * it is an address, a host, or the DNS name of an AWS resource.
 */
public final class OutageModel {
  private static final String AWS = "amazonaws.com";

  private final Map<String, HealthCheck> checks;
  private final NavigableSet<String> names = new TreeSet<>();
  private final SortedSet<String> references = new TreeSet<>();
  private final AliasTargets targets = new AliasTargets();

  /**
   * Names of the zone that CNAME records and health checks contain, to the endpoints behind them.
   */
  private final Map<String, SortedSet<String>> hosts = new HashMap<>();

  /** Endpoints by the id of the health check that fails as soon as all of them are down. */
  private final Map<String, Set<String>> watched = new HashMap<>();

  private final Fronts fronts = new Fronts();
  private final AffectedChecks affectedChecks;

  private OutageModel(RoutingPlan plan) {
    checks = new TreeMap<>(plan.healthChecksById());
    checks.values().removeIf(check -> check.config() instanceof HealthCheckConfig.Unidentified);
    CheckStatuses statuses = new CheckStatuses(checks);
    Map<String, SortedSet<String>> carriers = new HashMap<>();
    for (RecordSet record : plan.records()) {
      Collection<String> own = connects(record.group().type()) ? of(record.data()) : List.of();
      names.addAll(own);
      if (connects(record.group().type())) {
        record.data().parts().stream()
            .filter(Value.Reference.class::isInstance)
            .forEach(part -> references.add(of(part)));
      }
      record
          .healthCheckId()
          .map(statuses::withoutSwitch)
          .ifPresent(id -> carriers.computeIfAbsent(id, k -> new TreeSet<>()).addAll(own));
      if (record.data() instanceof RecordData.ResourceAlias alias) {
        targets.add(alias);
      }
    }
    plan.accelerators().forEach(one -> names.addAll(fronts.add(one, names)));
    lookBehindHosts(plan);
    checks.values().forEach(check -> watch(check, carriers));
    affectedChecks = new AffectedChecks(checks, watched);
  }

  private void lookBehindHosts(RoutingPlan plan) {
    Set<Value> mentioned = new HashSet<>();
    for (RecordSet record : plan.records()) {
      if (record.type() == RecordType.CNAME && record.data() instanceof RecordData.Values answer) {
        mentioned.addAll(answer.values());
      }
    }
    for (HealthCheck check : checks.values()) {
      if (check.config() instanceof HealthCheckConfig.Endpoint probe) {
        mentioned.add(target(probe.destination()));
      }
    }
    mentioned.removeIf(
        value -> DnsName.of(value).filter(name -> name.isWithin(plan.zone())).isEmpty());
    if (!mentioned.isEmpty()) {
      Resolver resolver = Resolver.of(plan);
      mentioned.forEach(host -> lookBehind(host, resolver));
      names.removeAll(hosts.keySet());
    }
  }

  private void lookBehind(Value host, Resolver resolver) {
    SortedSet<String> behind = new TreeSet<>();
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      resolver.next(type, host).map(resolver::groups).orElse(Set.of()).stream()
          .flatMap(group -> List.of(group.members).stream())
          .filter(member -> member.firstValue().flatMap(v -> resolver.next(type, v)).isEmpty())
          .forEach(member -> behind.addAll(of(member.record.data())));
    }
    if (!behind.isEmpty()) {
      hosts.put(of(host), behind);
    }
  }

  /** Whether clients connect to answers of this type, unlike MX or TXT records. */
  public static boolean connects(RecordType type) {
    return type == RecordType.A || type == RecordType.AAAA || type == RecordType.CNAME;
  }

  public static OutageModel of(RoutingPlan plan) {
    return new OutageModel(plan);
  }

  /** Every endpoint that some record answers with. */
  public NavigableSet<String> names() {
    return Collections.unmodifiableNavigableSet(names);
  }

  /** The endpoint that a value is part of. */
  public static String of(Value value) {
    if (value instanceof Value.Reference reference) {
      return reference.endpoint();
    }
    String text = value.toString();
    return value
        .heldBy()
        .orElseGet(() -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }

  /** The endpoints of a record's own answer; none for an alias to other records. */
  public static List<String> of(RecordData answer) {
    return answer.accept(
        new RecordData.Cases<>() {
          @Override
          public List<String> values(RecordData.Values own) {
            return own.values().stream().map(OutageModel::of).toList();
          }

          @Override
          public List<String> recordAlias(RecordData.RecordAlias alias) {
            return List.of();
          }

          @Override
          public List<String> resourceAlias(RecordData.ResourceAlias alias) {
            return List.of(of(alias.dnsName()));
          }
        });
  }

  /**
   * The outage of everything with one of these names: endpoints, and regions with all AWS resources
   * whose DNS names contain the region; otherwise, health checks.
   */
  public Outage down(Collection<String> words) {
    SortedSet<String> found = new TreeSet<>();
    SortedSet<String> failing = new TreeSet<>();
    for (String word : words) {
      List<String> own =
          names.stream().filter(name -> name.equals(word) || isIn(name, word)).toList();
      found.addAll(own);
      found.addAll(hosts.getOrDefault(word, new TreeSet<>()));
      if (own.isEmpty() && checks.containsKey(word)) {
        failing.add(word);
      }
    }
    return complete(new Outage(found, failing));
  }

  /** The outage with the accelerators that are down because everything behind them is. */
  public Outage complete(Outage outage) {
    return new Outage(complete(outage.endpoints()), outage.healthChecks());
  }

  /** The endpoints that are down if {@code down} are: also accelerators without anything behind. */
  public SortedSet<String> complete(Collection<String> down) {
    return fronts.complete(down);
  }

  /**
   * {@code endpoints} and everything behind those of them that are accelerators: each endpoint
   * whose failure can take one of these down.
   */
  public SortedSet<String> causes(Collection<String> endpoints) {
    SortedSet<String> causes = new TreeSet<>(endpoints);
    causes.addAll(fronts.behind(endpoints));
    return causes;
  }

  /** The ids of all health checks. */
  public NavigableSet<String> healthChecks() {
    return new TreeSet<>(checks.keySet());
  }

  /**
   * The endpoints that may be down too, because they are known only after apply, and one of the
   * words is a region.
   */
  public SortedSet<String> possiblyDown(Collection<String> words) {
    SortedSet<String> found = new TreeSet<>(references);
    found.retainAll(names);
    boolean region =
        words.stream()
            .anyMatch(word -> AwsRegions.byCode(word).isPresent() && !names.contains(word));
    return region ? found : new TreeSet<>();
  }

  private static boolean isIn(String endpoint, String region) {
    return endpoint.endsWith("." + AWS)
        && AwsRegions.byCode(region).isPresent()
        && ("." + endpoint).matches(".*[.-]" + region + "\\..*");
  }

  /** What Route 53 sees during {@code outage}. */
  public HealthState health(Outage outage) {
    SortedSet<String> down = complete(outage.endpoints());
    return new HealthState(
        affectedChecks.unhealthy(down, outage.healthChecks(), id -> !fails(id, outage)),
        targets.unhealthy(down));
  }

  public HealthState health(Set<String> down) {
    return health(Outage.of(down));
  }

  /** Whether a health check fails on its own, before disabling, inversion, and calculation. */
  public boolean fails(String healthCheck, Outage outage) {
    Set<String> endpoints = endpointsOf(healthCheck);
    return outage.healthChecks().contains(healthCheck)
        || (!endpoints.isEmpty() && complete(outage.endpoints()).containsAll(endpoints));
  }

  /**
   * What Route 53 sees when these probes, alarms, and routing controls fail.
   *
   * @param down endpoints that load balancers consider unhealthy
   * @param failing ids of health checks
   */
  public HealthState observed(Set<String> down, Set<String> failing) {
    return new HealthState(
        new CheckStatuses(checks).unhealthy(id -> !failing.contains(id)), targets.unhealthy(down));
  }

  /** The endpoints behind AWS resources whose health Route 53 can follow without a health check. */
  public NavigableSet<String> balanced() {
    return targets.followed();
  }

  /**
   * The endpoints that a probe fails with, as soon as all of them are down; empty if that is not
   * known, or the health check is not a probe.
   */
  public Set<String> endpointsOf(String healthCheck) {
    return watched.getOrDefault(healthCheck, Set.of());
  }

  /**
   * A probe fails together with the endpoint that it connects to; if it connects to a name of the
   * zone, with all endpoints behind that name. A probe of something else fails together with the
   * only endpoint whose records have it. If several endpoints have it, its failure is not known.
   */
  private void watch(HealthCheck check, Map<String, SortedSet<String>> carriers) {
    if (check.config() instanceof HealthCheckConfig.Endpoint probe) {
      String probed = of(target(probe.destination()));
      SortedSet<String> carrying = carriers.getOrDefault(check.id(), new TreeSet<>());
      if (names.contains(probed) || hosts.containsKey(probed)) {
        watched.put(check.id(), behind(probed));
      } else if (carrying.size() == 1) {
        watched.put(check.id(), behind(carrying.first()));
      }
    }
  }

  private Set<String> behind(String name) {
    SortedSet<String> endpoints = hosts.get(name);
    return endpoints == null ? Set.of(name) : endpoints;
  }

  private static Value target(Destination destination) {
    return destination.address().or(destination::hostName).orElseThrow();
  }
}
