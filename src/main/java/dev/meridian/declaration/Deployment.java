package dev.meridian.declaration;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One declaration, read and checked: every reference in it leads somewhere. Lists and maps keep the
 * declared order unless said otherwise.
 *
 * @param application 1..32 characters of a-z, 0-9 and -, part of every stack's name
 * @param environment the same form
 * @param regions code to region, in declared order
 * @param endpoints name to endpoint, in declared order; regions are not among them
 * @param healthChecks name to named health check
 * @param cidrCollections name to collection, for IP-based routing
 * @param names every routed name
 * @param goals what the answers are held to
 * @param tags extra tags for everything, sorted
 * @param silenced ids of the lint warnings not to show, sorted
 */
public record Deployment(
    String application,
    String environment,
    ZoneDeclaration zone,
    StateBackend state,
    Map<String, RegionDeclaration> regions,
    Map<String, EndpointDeclaration> endpoints,
    Map<String, HealthCheckDeclaration> healthChecks,
    SortedMap<String, CidrCollection> cidrCollections,
    List<NameDeclaration> names,
    Goals goals,
    Alerts alerts,
    SortedMap<String, String> tags,
    Set<String> silenced) {

  public Deployment {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
    cidrCollections = Collections.unmodifiableSortedMap(new TreeMap<>(cidrCollections));
    names = List.copyOf(names);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    silenced = Collections.unmodifiableSortedSet(new TreeSet<>(silenced));
  }

  public Optional<RegionDeclaration> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  public DnsName zoneName() {
    return zone.name();
  }

  /** The Terraform stacks, in the order in which they are deployed. */
  public DeploymentStacks stacks() {
    return DeploymentStacks.of(this);
  }

  /**
   * The name of the stack with a label, and of resources of which each stack has at most one.
   *
   * @param label a region's code, declared or not, or {@code dns}
   */
  public String stackName(String label) {
    return application + "-" + environment + "-" + label;
  }
}
