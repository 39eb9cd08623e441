package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.HealthCheckOwner;
import dev.meridian.aws.ListedZone;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.RampPositions;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.model.Owner;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.stacks.Tags;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is deployed and compares it, field by field, with what is declared. Only reads. */
public final class Verification {
  private final Deployment deployment;
  private final AwsAccess access;
  private final List<Difference> findings = new ArrayList<>();
  private final List<String> notCompared = new ArrayList<>();
  private final List<String> outside = new ArrayList<>();

  private final Map<String, String> environment;

  private Verification(Deployment deployment, AwsAccess access, Map<String, String> environment) {
    this.deployment = deployment;
    this.access = access;
    this.environment = environment;
  }

  /**
   * The result.
   *
   * @param findings sorted; empty if everything is as declared
   * @param notCompared declared parts that could not be read or decided, with the reason. Whether
   *     they are as declared is not known.
   * @param outside declared parts that {@code verify} never compares, because another team's state
   *     has their values
   * @param declared the number of parts that the declaration has, as one line
   */
  public record Result(
      List<Difference> findings, List<String> notCompared, List<String> outside, String declared) {
    public Result {
      findings = findings.stream().sorted().toList();
      notCompared = List.copyOf(notCompared);
      outside = List.copyOf(outside);
    }
  }

  /**
   * Compares the plan of each zone with the hosted zone, the regions' sites with their load
   * balancers and servers, and the accelerators. For a private zone, compares its VPCs and internal
   * load balancers instead of sites.
   *
   * @param zones the deployment's own zone, and its private zone if it has one
   * @param outputs the outputs of the regions and of states that other teams manage
   * @param environment the environment variables, such as {@code TF_VAR_pagerduty_url}
   */
  public static Result of(
      List<DeployedZone> zones,
      KnownOutputs outputs,
      AwsAccess access,
      Map<String, String> environment)
      throws AwsReadException {
    List<Difference> findings = new ArrayList<>();
    List<String> notCompared = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    List<String> declared = new ArrayList<>();
    for (DeployedZone zone : zones) {
      Result result =
          new Verification(zone.deployment(), access, environment)
              .compare(zone.plan(), outputs, zone.id());
      findings.addAll(result.findings());
      notCompared.addAll(result.notCompared());
      outside.addAll(result.outside());
      declared.add(result.declared());
    }
    return new Result(findings, notCompared, outside, String.join("; ", declared));
  }

  private Result compare(RoutingPlan plan, KnownOutputs outputs, @Nullable String zoneId)
      throws AwsReadException {
    for (RegionDeclaration region : deployment.regions().values()) {
      site(region, outputs.bySource().getOrDefault(region.code(), StateOutputs.NONE));
    }
    for (AcceleratorDeclaration accelerator : deployment.accelerators().values()) {
      findings.addAll(new AcceleratorComparison(deployment, accelerator, outputs).compare(access));
    }
    if (deployment.isPrivateZone()) {
      PrivateNetworkComparison network = new PrivateNetworkComparison(deployment, outputs, access);
      findings.addAll(network.compare());
      notCompared.addAll(network.notCompared());
    }
    SwitchComparison switches = SwitchComparison.read(deployment, access);
    findings.addAll(switches.compare(access));
    Optional<LiveZone> zone = compareZone(plan, outputs, zoneId, switches);
    if (zone.isPresent()) {
      AlertComparison alerts = new AlertComparison(deployment, environment);
      findings.addAll(alerts.compare(plan, zone.get().healthCheckIds(), access));
      notCompared.addAll(alerts.notCompared());
    }
    return result(plan);
  }

  /**
   * The hosted zone alone.
   *
   * @param live empty if there is no such zone
   * @param differences sorted
   * @param notCompared declared parts with unknown outputs, of whatever state
   */
  record ComparedRecords(
      Optional<LiveZone> live, List<Difference> differences, List<String> notCompared) {}

  /** Compares the record sets, health checks, and CIDR collections of {@code plan}. */
  static ComparedRecords records(
      Deployment deployment,
      RoutingPlan plan,
      KnownOutputs outputs,
      @Nullable String zoneId,
      SwitchComparison switches,
      AwsAccess access)
      throws AwsReadException {
    Verification zone = new Verification(deployment, access, Map.of());
    Optional<LiveZone> live = zone.compareZone(plan, outputs, zoneId, switches);
    return new ComparedRecords(
        live,
        zone.findings.stream().sorted().toList(),
        Stream.concat(zone.notCompared.stream(), zone.outside.stream()).toList());
  }

  private Optional<LiveZone> compareZone(
      RoutingPlan plan, KnownOutputs outputs, @Nullable String zoneId, SwitchComparison switches)
      throws AwsReadException {
    Optional<LiveZone> zone =
        zone(Objects.requireNonNullElse(zoneId, ZoneReference.of(deployment.zone())));
    if (zone.isEmpty()) {
      findings.add(
          new Difference(
              "hosted zone " + plan.zone(), Difference.PRESENCE, "present", Difference.ABSENT));
      return zone;
    }
    findings.addAll(new VpcComparison(deployment, outputs).compare(zone.get().id(), access));
    Ownership ownership = Ownership.of(deployment);
    List<Ownership.Claim> claims = ownership.others(zone.get().plan());
    claims.forEach(claim -> findings.add(owner(claim, ownership.owner())));
    Set<RrsetKey> foreign =
        claims.stream().map(Ownership.Claim::record).collect(Collectors.toSet());
    ComparisonScope part =
        ComparisonScope.of(
            deployment,
            without(foreign, switches.resolve(outputs.resolve(ownership.with(plan)))),
            zone.get().with(without(foreign, zone.get().plan()), zone.get().unread()));
    findings.addAll(
        WeightDifferences.outside(
            AdjustedWeights.of(deployment, plan),
            PlanComparison.compare(part.declared(), part.found())));
    findings.addAll(WeightDifferences.mixed(RampPositions.of(deployment, plan), part.found()));
    part.unread().forEach(one -> findings.add(unread(one)));
    notCompared.addAll(part.leftOut());
    outside.addAll(part.outside());
    return zone;
  }

  private static Difference owner(Ownership.Claim claim, Owner expected) {
    String found = claim.owner() == null ? "not known" : claim.owner().toString();
    return new Difference(
        claim.subject() + " (record " + claim.record() + ")", "owner", expected.toString(), found);
  }

  /** Without record sets that were compared already. */
  private static RoutingPlan without(Set<RrsetKey> groups, RoutingPlan plan) {
    return plan.with(
        plan.records().stream().filter(record -> !groups.contains(record.group())).toList(),
        plan.healthChecks(),
        plan.cidrCollections());
  }

  private void site(RegionDeclaration region, StateOutputs known) throws AwsReadException {
    try {
      findings.addAll(
          deployment.isPrivateZone()
              ? new InternalBalancerComparison(deployment, region, known).compare(access)
              : new SiteComparison(deployment, region, known).compare(access));
    } catch (AwsReadException e) {
      // Regions are pinned while they are down, and then the records matter most.
      if (region.pinnedOutputs().isEmpty()) {
        throw e;
      }
      String what = deployment.isPrivateZone() ? "the internal load balancer of " : "the site of ";
      notCompared.add(what + region.code() + ", which is pinned: " + e.getMessage());
    }
  }

  private Optional<LiveZone> zone(String nameOrId) throws AwsReadException {
    // Tags identify the application's health checks that no record uses.
    try (LiveZones zones = new LiveZones(access)) {
      Optional<ListedZone> found =
          ZoneReference.only(zones.find(nameOrId), nameOrId, deployment.zone());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      LiveZone zone = zones.read(found.get(), owner());
      return Optional.of(DeclaredCidrCollections.of(deployment).in(zone));
    }
  }

  /** The tag {@code Region} distinguishes the health checks of the two zones. */
  private HealthCheckOwner owner() {
    Map<String, String> tags = new TreeMap<>(Tags.owner(deployment));
    Map<String, String> ofPrivateZone = Map.of("Region", Tags.PRIVATE);
    if (!deployment.isPrivateZone()) {
      return new HealthCheckOwner(tags, ofPrivateZone);
    }
    tags.putAll(ofPrivateZone);
    return new HealthCheckOwner(tags, Map.of());
  }

  private static Difference unread(UnsupportedRecord unread) {
    String subject =
        switch (unread.kind()) {
          case RECORD, POLICY_INSTANCE ->
              "record " + unread.key().map(Object::toString).orElse(unread.name());
          case HEALTH_CHECK -> "health check " + unread.name();
          case CIDR_COLLECTION -> "CIDR collection " + unread.name();
        };
    return new Difference(subject, "form", "as declared", "another (" + unread.why() + ")");
  }

  private Result result(RoutingPlan plan) {
    int checks = plan.healthChecks().size();
    int regions = deployment.regions().size();
    Parts counts =
        new Parts().with(plan.records().size(), "record set").with(checks, "health check");
    if (deployment.isPrivateZone()) {
      counts.with(VpcComparison.count(deployment), "VPC").with(regions, "internal load balancer");
      PrivateNetworkComparison.count(deployment, counts);
      return new Result(findings, notCompared, outside, "of the private zone " + counts);
    }
    counts
        .with(deployment.alerts().enabled() ? checks : 0, "alarm")
        .with(regions == 1 ? "the site of 1 region" : "the sites of " + regions + " regions")
        .withAny(deployment.accelerators().size(), "accelerator")
        .withAny(deployment.switches().regions().size(), "routing control");
    return new Result(findings, notCompared, outside, counts.toString());
  }

  /** How many parts of each kind a deployment has, such as {@code 18 record sets, 1 alarm}. */
  static final class Parts {
    private final List<String> texts = new ArrayList<>();

    /** Adds a kind, also if there is none of it. */
    Parts with(int number, String noun) {
      texts.add(number + " " + noun + (number == 1 ? "" : "s"));
      return this;
    }

    /** Adds a kind if there is one of it. */
    Parts withAny(int number, String noun) {
      return number == 0 ? this : with(number, noun);
    }

    /** Adds a text that has a number. */
    Parts with(String text) {
      texts.add(text);
      return this;
    }

    @Override
    public String toString() {
      return String.join(", ", texts);
    }
  }
}
