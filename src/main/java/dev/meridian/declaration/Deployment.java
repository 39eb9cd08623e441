package dev.meridian.declaration;

import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A checked declaration: every reference in it exists. Lists and maps keep the declared order,
 * unless a parameter says otherwise.
 *
 * @param application 1..32 characters: a-z, 0-9 and -, starting with a letter; part of every
 *     stack's name
 * @param environment the same form
 * @param originalName the application and environment in the names of stacks, states, and resources
 *     in AWS: the earlier ones if the deployment was renamed
 * @param regions the regions by code
 * @param endpoints the endpoints by name; regions and accelerators are not included
 * @param accelerators the accelerators by name, each with a stack of its own
 * @param healthChecks the named health checks by name
 * @param cidrCollections the collections for IP-based routing by name, sorted
 * @param names every routed name
 * @param records the record sets of other types, such as MX
 * @param goals the requirements that answers must meet
 * @param changeLimits how many record sets one apply may change
 * @param tags additional tags for all resources, sorted
 * @param silenced IDs of the lint warnings to hide, sorted
 * @param ownership whether TXT records name the application and environment; see {@link Ownership}
 * @param switches the regions that a routing control can take out of service
 * @param internal what clients in VPCs resolve; null without a private zone of its own
 */
public record Deployment(
    String application,
    String environment,
    DeploymentName originalName,
    ZoneDeclaration zone,
    StateBackend state,
    Map<String, RegionDeclaration> regions,
    Map<String, EndpointDeclaration> endpoints,
    Map<String, AcceleratorDeclaration> accelerators,
    Map<String, HealthCheckDeclaration> healthChecks,
    SortedMap<String, CidrCollectionDeclaration> cidrCollections,
    List<NameDeclaration> names,
    List<RecordDeclaration> records,
    Goals goals,
    Alerts alerts,
    ChangeLimits changeLimits,
    SortedMap<String, String> tags,
    Set<String> silenced,
    boolean ownership,
    Switches switches,
    @Nullable PrivateZone internal) {

  public Deployment {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    accelerators = Collections.unmodifiableMap(new LinkedHashMap<>(accelerators));
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
    cidrCollections = Collections.unmodifiableSortedMap(new TreeMap<>(cidrCollections));
    names = List.copyOf(names);
    records = List.copyOf(records);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    silenced = Collections.unmodifiableSortedSet(new TreeSet<>(silenced));
  }

  public Optional<RegionDeclaration> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /** What clients in VPCs resolve; empty without {@code private}. */
  public Optional<PrivateZone> privateZone() {
    return Optional.ofNullable(internal);
  }

  /** Whether this is the part of a deployment that {@link #ofPrivateZone} returns. */
  public boolean isPrivateZone() {
    return internal != null && zone.equals(internal.zone());
  }

  /**
   * The same deployment as clients in VPCs see it: the private zone with its names, and regions
   * whose endpoints are internal load balancers. Everything that compiles, predicts, or writes DNS
   * takes it like any other deployment. Empty without {@code private}.
   */
  public Optional<Deployment> ofPrivateZone() {
    return privateZone().map(this::within);
  }

  private Deployment within(PrivateZone declared) {
    Map<String, RegionDeclaration> own = new LinkedHashMap<>();
    for (String code : declared.regions()) {
      region(code).ifPresent(region -> own.put(code, region.internal(healthCheck(declared, code))));
    }
    return new Deployment(
        application,
        environment,
        originalName,
        declared.zone(),
        state,
        own,
        declared.endpoints(),
        Map.of(),
        declared.healthChecks(),
        Collections.emptySortedMap(),
        declared.names(),
        declared.records(),
        declared.goals(),
        Alerts.NONE,
        changeLimits,
        tags,
        silenced,
        ownership,
        Switches.NONE,
        internal);
  }

  /** Missing data is unhealthy: a target group without healthy targets has no such metric. */
  private HealthCheckReference healthCheck(PrivateZone declared, String region) {
    if (declared.health() == PrivateZone.Health.TARGET_HEALTH) {
      return new HealthCheckReference.None();
    }
    CloudWatchMetric metric =
        new CloudWatchMetric(PrivateZone.alarm(this, region), region, InsufficientData.UNHEALTHY);
    return new HealthCheckReference.Inline(
        new HealthCheckDeclaration(
            new HealthCheckDeclaration.Kind.CloudWatchMetric(metric), false, false, declared.at()));
  }

  public DnsName zoneName() {
    return zone.name();
  }

  /** The application and environment that tags contain. */
  public DeploymentName name() {
    return new DeploymentName(application, environment);
  }

  /** The Terraform stacks, in the order in which they are deployed. */
  public DeploymentStacks stacks() {
    return DeploymentStacks.of(this);
  }

  /**
   * What a stack with this name contains, declared or not; empty if it is not of this deployment.
   */
  public Optional<StackKind> stackKind(String stack) {
    String prefix = stackName("");
    return stack.startsWith(prefix)
        ? StackKind.ofLabel(stack.substring(prefix.length()))
        : Optional.empty();
  }

  /**
   * The name of the stack with a label. Resources that a stack has only once have the same name.
   *
   * @param label a region's code, declared or not, {@code dns}, or {@link
   *     AcceleratorDeclaration#stackLabel}
   */
  public String stackName(String label) {
    return originalName.prefix() + "-" + label;
  }
}
