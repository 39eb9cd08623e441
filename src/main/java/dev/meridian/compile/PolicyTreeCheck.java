package dev.meridian.compile;

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

/** What a whole tree must keep to before any record of it can be made. */
final class PolicyTreeCheck {
  private final PlanBuilder builder;
  private final DeclaredEndpoints endpoints;
  private final DnsName zone;
  private final List<Leaf> leaves = new ArrayList<>();
  private boolean passed = true;

  /** A branch that ends at an endpoint. */
  private record Leaf(CompiledEndpoint endpoint, Branch branch, PolicyKind policy, Origin origin) {}

  PolicyTreeCheck(PlanBuilder builder, DeclaredEndpoints endpoints, DnsName zone) {
    this.builder = builder;
    this.endpoints = endpoints;
    this.zone = zone;
  }

  /** Whether all endpoints below are host names, so that the name's records are CNAMEs. */
  boolean hosts() {
    return leaves.stream().allMatch(leaf -> leaf.endpoint().isHost());
  }

  boolean passes(NameDeclaration name) {
    walk(TreePosition.top(name, RecordType.A), name.policy());
    leaves.forEach(this::checkLeaf);
    leaves.stream().filter(leaf -> leaf.endpoint().isHost()).forEach(leaf -> checkHost(name, leaf));
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
                    refuse(
                        origin,
                        "a multivalue record cannot be an alias, and so its branches no policies",
                        "name endpoints here, or use weighted, whose branches may be policies");
                  }
                  walk(position.below(tree, branch, position.group().name()), target.tree());
                  return true;
                }
              });
    }
  }

  private void checkLeaf(Leaf leaf) {
    if (leaf.policy() == PolicyKind.MULTIVALUE) {
      checkMultivalue(leaf);
    }
    boolean grouped = leaf.policy() != PolicyKind.SIMPLE && leaf.policy() != PolicyKind.MULTIVALUE;
    if (leaf.branch().evaluatesTargetHealth().isPresent() && !isAlias(leaf.endpoint(), grouped)) {
      refuse(
          leaf.origin(),
          "only an alias evaluates target health, and "
              + leaf.endpoint().name()
              + " is answered with its own addresses or host name",
          "remove evaluate-target-health; a health-check guards this branch");
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
          "multivalue answers are addresses, and " + endpoint.name() + " is a host name",
          "use weighted for host names, or an endpoint with addresses");
    } else if (endpoint.target() instanceof EndpointTarget.Alias alias
        && alias.staticAddresses().isEmpty()) {
      refuse(
          leaf.origin(),
          "a multivalue record cannot be an alias, and "
              + endpoint.name()
              + " has no addresses of its own",
          endpoint.isRegion()
              ? "write static-addresses: true in the region's site"
              : "use an endpoint with addresses, or weighted");
    }
  }

  private void checkHost(NameDeclaration name, Leaf leaf) {
    if (!hosts()) {
      refuse(
          leaf.origin(),
          leaf.endpoint().name()
              + " is a host name and so a CNAME, which excludes every other type at "
              + name.name()
              + ", where other branches are addresses or aliases",
          "give the name only endpoints with a host, or none");
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
