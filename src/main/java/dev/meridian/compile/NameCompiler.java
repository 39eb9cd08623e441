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
  private final DnsName zone;

  NameCompiler(
      Deployment deployment,
      PlanBuilder builder,
      DeclaredEndpoints endpoints,
      HealthCheckAssigner checkAssigner) {
    this.builder = builder;
    this.endpoints = endpoints;
    this.checkAssigner = checkAssigner;
    this.zone = deployment.zoneName();
    this.hidden = new HiddenNames(deployment, builder);
    this.groups = new AddressGroups(builder, hidden, checkAssigner);
    this.endpointBranches = new EndpointBranchCompiler(builder, hidden, checkAssigner, groups);
  }

  /** Compiles every name, and then the groups that names share. */
  void compile(List<NameDeclaration> names) {
    names.forEach(this::compile);
    groups.compile();
  }

  private void compile(NameDeclaration name) {
    PolicyTreeCheck check = new PolicyTreeCheck(builder, endpoints, zone);
    if (!check.passes(name)) {
      return;
    }
    if (check.hosts()) {
      compile(TreePosition.top(name, RecordType.CNAME), name.policy());
      return;
    }
    // Skip a type that no branch offers: Route 53 has no empty groups.
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      if (offers(name.policy(), type)) {
        compile(TreePosition.top(name, type), name.policy());
      }
    }
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
                  return offers(target.tree(), position.type())
                      ? alias(position, tree, branch)
                      : Optional.empty();
                }
              })
          .ifPresent(below -> compile(below, ((Target.ToPolicy) branch.target()).tree()));
    }
  }

  /**
   * Adds the alias record of a branch that points to a policy, and returns the policy's position.
   */
  private Optional<TreePosition> alias(TreePosition position, PolicyTree tree, Branch branch) {
    Origin origin = position.origin(tree, branch);
    Optional<DnsName> target = hidden.of(position.name(), position.trail(branch), origin);
    String identifier = tree.kind() == PolicyKind.SIMPLE ? null : branch.label();
    boolean health = branch.evaluatesTargetHealth().orElse(true);
    target.ifPresent(
        name ->
            builder.record(
                origin,
                () ->
                    new RecordSet(
                        new RecordKey(position.group(), identifier),
                        branch.policy(),
                        new RecordData.RecordAlias(name, health),
                        checkAssigner
                            .withOwnDestination(branch.healthCheck(), position.naming(tree, branch))
                            .orElse(null))));
    return target.map(name -> position.below(tree, branch, name));
  }

  private boolean offers(PolicyTree tree, RecordType type) {
    PolicyKind kind = tree.kind();
    return tree.branches().stream()
        .anyMatch(
            branch ->
                branch
                    .target()
                    .accept(
                        new Target.Cases<Boolean>() {
                          @Override
                          public Boolean endpoint(Target.ToEndpoint target) {
                            return endpoints.get(target.endpoint()).offers(type, kind);
                          }

                          @Override
                          public Boolean policy(Target.ToPolicy target) {
                            return offers(target.tree(), type);
                          }
                        }));
  }
}
