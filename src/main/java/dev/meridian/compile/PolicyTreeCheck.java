package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Rules for a whole tree, checked before any record of it is compiled. */
final class PolicyTreeCheck {
  private final PlanBuilder builder;
  private final DeclaredEndpoints endpoints;
  private final NameTypes types;
  private final DnsName zone;
  private final List<Leaf> leaves = new ArrayList<>();
  private final boolean internal;
  private boolean passed = true;

  /** A branch that points to an endpoint. */
  private record Leaf(CompiledEndpoint endpoint, Branch branch, PolicyKind policy, Origin origin) {}

  PolicyTreeCheck(
      PlanBuilder builder, DeclaredEndpoints endpoints, NameTypes types, Deployment deployment) {
    this.builder = builder;
    this.endpoints = endpoints;
    this.types = types;
    this.zone = deployment.zoneName();
    this.internal = deployment.isPrivateZone();
  }

  boolean passes(NameDeclaration name) {
    walk(TreePosition.top(name, RecordType.A), name.policy());
    leaves.forEach(this::checkLeaf);
    boolean hosts = types.isHost(name.policy());
    leaves.stream()
        .filter(leaf -> leaf.endpoint().isHost())
        .forEach(leaf -> checkHost(name, leaf, hosts));
    return passed;
  }

  private void walk(TreePosition position, PolicyTree tree) {
    for (Branch branch : tree.branches()) {
      Origin origin = position.origin(tree, branch);
      branch
          .target()
          .accept(
              new Target.Cases<Boolean>() {
                @Override
                public Boolean endpoint(Target.ToEndpoint target) {
                  CompiledEndpoint endpoint = endpoints.get(target.endpoint());
                  return leaves.add(new Leaf(endpoint, branch, tree.kind(), origin));
                }

                @Override
                public Boolean policy(Target.ToPolicy target) {
                  if (tree.kind() == PolicyKind.MULTIVALUE) {
                    refuseMultivalue(origin);
                  }
                  walk(
                      position.below(tree, branch, position.group().name(), List.of()),
                      target.tree());
                  return true;
                }

                @Override
                public Boolean name(Target.ToName target) {
                  checkName(tree, target, origin);
                  return true;
                }
              });
    }
  }

  private void refuseMultivalue(Origin origin) {
    refuse(
        origin,
        "a multivalue record cannot be an alias, so its branches cannot be policies",
        "name endpoints here, or use weighted, whose branches can be policies");
  }

  private void checkName(PolicyTree tree, Target.ToName target, Origin origin) {
    if (tree.kind() == PolicyKind.MULTIVALUE) {
      refuseMultivalue(origin);
    } else if (types.of(target.label()).isEmpty()) {
      refuse(
          origin,
          "the aliases of " + target.label() + " form a loop",
          "let one of the names in the loop point to an endpoint");
    }
  }

  private void checkLeaf(Leaf leaf) {
    if (leaf.policy() == PolicyKind.MULTIVALUE) {
      checkMultivalue(leaf);
    }
    boolean one = leaf.branch().record().oneRecordSet();
    boolean several =
        leaf.policy() == PolicyKind.MULTIVALUE
            || leaf.endpoint().target() instanceof EndpointTarget.Addresses;
    if (one && !several) {
      refuse(
          leaf.origin(),
          leaf.endpoint().name() + " has no addresses that could be one record set",
          "remove one-record-set");
    }
    boolean alias = leaf.endpoint().target() instanceof EndpointTarget.Alias;
    if (alias && !several && leaf.branch().record().ownTtl().isPresent()) {
      refuse(
          leaf.origin(), "an alias to an AWS resource has the TTL of that resource", "remove ttl");
    }
    boolean grouped =
        !one && leaf.policy() != PolicyKind.SIMPLE && leaf.policy() != PolicyKind.MULTIVALUE;
    if (leaf.branch().evaluatesTargetHealth().isPresent() && !isAlias(leaf.endpoint(), grouped)) {
      refuse(
          leaf.origin(),
          "only aliases evaluate target health, but the answer for "
              + leaf.endpoint().name()
              + " is its own addresses or host name",
          "remove evaluate-target-health, and give this branch a health-check");
    }
  }

  private static boolean isAlias(CompiledEndpoint endpoint, boolean grouped) {
    return endpoint.target() instanceof EndpointTarget.Alias
        || (grouped
            && endpoint.target() instanceof EndpointTarget.Addresses some
            && (some.ipv4().size() > 1 || some.ipv6().size() > 1));
  }

  private void checkMultivalue(Leaf leaf) {
    CompiledEndpoint endpoint = leaf.endpoint();
    if (endpoint.isHost()) {
      refuse(
          leaf.origin(),
          "multivalue answers are addresses, but " + endpoint.name() + " is a host name",
          "use weighted for host names, or an endpoint with addresses");
    } else if (endpoint.target() instanceof EndpointTarget.Alias alias
        && alias.staticAddresses().isEmpty()) {
      refuse(
          leaf.origin(),
          "a multivalue record cannot be an alias, but "
              + endpoint.name()
              + " has no addresses of its own",
          endpoint.isRegion() && !internal
              ? "write static-addresses: true in the region's site"
              : "use an endpoint with addresses, or weighted");
    }
  }

  private void checkHost(NameDeclaration name, Leaf leaf, boolean hosts) {
    if (!hosts || name.only() != null) {
      refuse(
          leaf.origin(),
          leaf.endpoint().name()
              + " is a host name, and its CNAME record excludes all other types at "
              + name.name()
              + ", where other branches are addresses or aliases",
          "use only endpoints with a host for this name, or none of them");
    } else if (name.name().equals(zone)) {
      refuse(
          leaf.origin(),
          "RRSet of type CNAME with DNS name " + zone + " is not permitted at apex in zone " + zone,
          "use an alias or addresses for the zone's own name");
    }
  }

  private void refuse(Origin origin, String what, String fix) {
    builder.problem(origin, what, fix);
    passed = false;
  }
}
