package dev.meridian.compile;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.CidrCollectionDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.RecordDeclaration;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.PlannedAccelerator;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compiles a deployment to Route 53's own model. */
public final class Compiler {
  private final Deployment deployment;
  private final List<NameDeclaration> names;
  private final boolean exporting;
  private final PlanBuilder builder = new PlanBuilder();
  private final PlannedHealthChecks checks = new PlannedHealthChecks(builder);

  private Compiler(Deployment deployment, List<NameDeclaration> names, boolean exporting) {
    this.deployment = deployment;
    this.names = names;
    this.exporting = exporting;
  }

  /**
   * The plan of a deployment's zone, with all problems of the deployment. Those of its private zone
   * are among them; the plan of that zone is the one of {@link Deployment#ofPrivateZone}.
   */
  public static CompiledPlan compile(Deployment deployment) {
    CompiledPlan own = new Compiler(deployment, deployment.names(), false).compile();
    return deployment.isPrivateZone()
        ? BothZones.within(own)
        : deployment
            .ofPrivateZone()
            .map(within -> BothZones.reporting(own, compile(within)))
            .orElse(own);
  }

  /**
   * The plan if a traffic policy answered for {@code key}, whatever the declaration says about it.
   * Its problems include what a document cannot express.
   */
  public static CompiledPlan withTrafficPolicy(Deployment deployment, RrsetKey key) {
    List<NameDeclaration> names =
        deployment.names().stream()
            .map(
                name ->
                    name.name().equals(key.name())
                            && (key.type() == RecordType.CNAME || name.covers(key.type()))
                        ? name.asTrafficPolicy()
                        : name)
            .toList();
    CompiledPlan compiled = new Compiler(deployment, names, true).compile();
    return deployment.isPrivateZone() ? BothZones.within(compiled) : compiled;
  }

  private CompiledPlan compile() {
    DeclaredEndpoints endpoints = new DeclaredEndpoints(deployment);
    HealthCheckAssigner checkAssigner = new HealthCheckAssigner(deployment, checks, builder);
    RegionSwitches switches = new RegionSwitches(deployment, checks, builder);
    switches.compile();
    new NameCompiler(deployment, builder, endpoints, checkAssigner, switches, exporting)
        .compile(names);
    deployment.records().forEach(this::compile);
    deployment
        .accelerators()
        .forEach(
            (name, accelerator) ->
                builder.setOrigin(new Subject.OfAccelerator(name), endpoints.get(name).origin()));
    new NamedHealthChecks(deployment, endpoints, checks, checkAssigner, builder).compile();
    AcceleratedCapacity.check(deployment, builder);
    EarlierNameCheck.check(deployment, builder);
    TrafficPolicies policies = new TrafficPolicies(deployment, names, builder, endpoints);
    RoutingPlan records = plan();
    // What could not be compiled is missing, so a document would be incomplete.
    RoutingPlan plan = builder.problems().isEmpty() ? policies.in(records) : records;
    EarlierNames earlier =
        builder
            .earlier()
            .build(
                plan.records().stream().map(RecordSet::key).collect(Collectors.toSet()),
                checks.sharedIds());
    return new DiagnosticReport(deployment, builder)
        .about(plan, endpoints.values(), earlier, policies.documents());
  }

  private void compile(RecordDeclaration record) {
    builder.setOrigin(new Subject.OfGroup(record.key()), record.origin());
    builder.record(
        record.origin(),
        () ->
            new RecordSet(
                new RecordKey(record.key(), null),
                new RoutingPolicy.Simple(),
                record.data(),
                null));
  }

  private RoutingPlan plan() {
    Map<String, String> shared = checks.sharedIds();
    return new RoutingPlan(
        deployment.zoneName(),
        builder.records().stream().map(set -> withShared(set, shared)).toList(),
        checks.shared(shared).stream().map(check -> withShared(check, shared)).toList(),
        deployment.cidrCollections().values().stream()
            .map(CidrCollectionDeclaration::collection)
            .toList(),
        deployment.accelerators().values().stream().map(Compiler::accelerator).toList());
  }

  /** Regions without a weight get no traffic, even if all others fail. */
  private static PlannedAccelerator accelerator(AcceleratorDeclaration declared) {
    return new PlannedAccelerator(
        AcceleratorOutput.DNS_NAME.of(declared.name()),
        IntStream.range(0, AcceleratorDeclaration.STATIC_ADDRESSES)
            .mapToObj(i -> AcceleratorOutput.STATIC_ADDRESSES.element(declared.name(), i))
            .toList(),
        declared.served().stream().map(RegionOutput.ALB_DNS_NAME::of).toList());
  }

  private static RecordSet withShared(RecordSet set, Map<String, String> shared) {
    String id = set.healthCheck();
    String kept = id == null ? null : shared.getOrDefault(id, id);
    return kept == null || kept.equals(id)
        ? set
        : new RecordSet(set.key(), set.policy(), set.data(), kept);
  }

  private static HealthCheck withShared(HealthCheck check, Map<String, String> shared) {
    if (!(check.config() instanceof HealthCheckConfig.Calculated calculated)) {
      return check;
    }
    List<String> children =
        calculated.children().stream().map(id -> shared.getOrDefault(id, id)).distinct().toList();
    return new HealthCheck(
        check.id(),
        new HealthCheckConfig.Calculated(calculated.threshold(), children),
        check.inverted(),
        check.disabled());
  }
}
