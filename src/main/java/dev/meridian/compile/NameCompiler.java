package dev.meridian.compile;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Compiles a name's tree to one group of records per policy and type. */
final class NameCompiler {
  private final PlanBuilder builder;
  private final DeclaredEndpoints endpoints;
  private final HiddenNames hidden;
  private final HealthCheckAssigner checkAssigner;
  private final AddressGroups groups;
  private final EndpointBranchCompiler endpointBranches;
  private final Deployment deployment;
  private final NameTypes types;
  private final boolean exporting;

  NameCompiler(
      Deployment deployment,
      PlanBuilder builder,
      DeclaredEndpoints endpoints,
      HealthCheckAssigner checkAssigner,
      RegionSwitches switches,
      boolean exporting) {
    this.builder = builder;
    this.endpoints = endpoints;
    this.checkAssigner = checkAssigner;
    this.deployment = deployment;
    this.exporting = exporting;
    this.types = new NameTypes(deployment, endpoints);
    this.hidden = new HiddenNames(deployment, builder);
    this.groups = new AddressGroups(builder, hidden, checkAssigner);
    this.endpointBranches =
        new EndpointBranchCompiler(builder, hidden, checkAssigner, groups, switches);
  }

  /** Compiles every name, and then the groups that names share. */
  void compile(List<NameDeclaration> names) {
    names.forEach(this::compile);
    groups.compile();
  }

  private void compile(NameDeclaration name) {
    PolicyTreeCheck check = new PolicyTreeCheck(builder, endpoints, types, deployment);
    if (!check.passes(name) || !policyCheckPasses(name)) {
      return;
    }
    if (types.isHost(name.policy())) {
      compileTop(TreePosition.top(name, RecordType.CNAME));
      return;
    }
    // Skip a type that no branch offers: Route 53 has no empty groups.
    List<RecordType> offered =
        NameTypes.ADDRESSES.stream()
            .filter(type -> name.covers(type) && types.offers(name.policy(), type))
            .toList();
    if (offered.isEmpty()) {
      builder.problem(
          new Origin(name.at(), name.path()),
          "no branch has an address of this type",
          "use endpoints that have one, or remove this policy");
    }
    offered.forEach(type -> compileTop(TreePosition.top(name, type)));
  }

  private boolean policyCheckPasses(NameDeclaration name) {
    return !name.trafficPolicy()
        || new TrafficPolicyCheck(builder, endpoints, deployment.zone().kind(), exporting)
            .passes(name);
  }

  private void compileTop(TreePosition top) {
    PolicyTree tree = top.name().policy();
    if (top.name().frontDoor()) {
      hidden
          .behind(top, tree)
          .ifPresent(
              name -> {
                frontDoor(top, tree, name);
                compile(top.behind(name), tree);
              });
    } else {
      compile(top, tree);
    }
  }

  /** Adds the simple alias at a name with a front door. */
  private void frontDoor(TreePosition top, PolicyTree tree, DnsName target) {
    builder.setOrigin(new Subject.OfGroup(top.group()), top.origin(tree));
    builder.record(
        top.origin(tree),
        () ->
            new RecordSet(
                new RecordKey(top.group(), null),
                new RoutingPolicy.Simple(),
                new RecordData.RecordAlias(target, true),
                null));
  }

  private void compile(TreePosition position, PolicyTree tree) {
    builder.setOrigin(new Subject.OfGroup(position.group()), position.origin(tree));
    for (Branch branch : tree.branches()) {
      branch
          .target()
          .accept(
              new Target.Cases<Optional<TreePosition>>() {
                @Override
                public Optional<TreePosition> endpoint(Target.ToEndpoint target) {
                  CompiledEndpoint endpoint = endpoints.get(target.endpoint());
                  if (endpoint.offers(position.type(), tree.kind())) {
                    endpointBranches.compile(position, tree, branch, endpoint);
                  }
                  return Optional.empty();
                }

                @Override
                public Optional<TreePosition> policy(Target.ToPolicy target) {
                  return types.offers(target.tree(), position.type())
                      ? below(position, tree, branch, target.tree().kind())
                      : Optional.empty();
                }

                @Override
                public Optional<TreePosition> name(Target.ToName target) {
                  if (types.of(target.label()).contains(position.type())) {
                    DnsName name = types.declarations(target.label()).get(0).name();
                    alias(position, tree, branch, name);
                  }
                  return Optional.empty();
                }
              })
          .ifPresent(below -> compile(below, ((Target.ToPolicy) branch.target()).tree()));
    }
  }

  /**
   * Adds the alias record of a branch that points to a policy, and returns the policy's position.
   */
  private Optional<TreePosition> below(
      TreePosition position, PolicyTree tree, Branch branch, PolicyKind kind) {
    Optional<DnsName> target = hidden.of(position, tree, branch, kind);
    target.ifPresent(name -> alias(position, tree, branch, name));
    List<DnsName> earlier = hidden.earlier(position, branch, Earlier.labels(branch, null), kind);
    return target.map(name -> position.below(tree, branch, name, earlier));
  }

  private void alias(TreePosition position, PolicyTree tree, Branch branch, DnsName target) {
    Origin origin = position.origin(tree, branch);
    String identifier = tree.kind() == PolicyKind.SIMPLE ? null : branch.identifier();
    boolean health = branch.evaluatesTargetHealth().orElse(true);
    List<String> labels = Earlier.labels(branch, null);
    RecordKey key = new RecordKey(position.group(), identifier);
    builder.record(
        origin,
        () ->
            new RecordSet(
                key,
                branch.policy(),
                new RecordData.RecordAlias(target, health),
                checkAssigner
                    .withOwnDestination(branch.healthCheck(), position.naming(tree, branch, labels))
                    .orElse(null)),
        key,
        position.earlier(labels).keys(position.group(), identifier));
  }
}
