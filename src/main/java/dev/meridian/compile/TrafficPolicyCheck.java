package dev.meridian.compile;

import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.trafficpolicy.EndpointType;
import java.util.List;
import java.util.Optional;

/**
 * What a traffic policy cannot express, at the branch that has it. The tree itself must be correct.
 */
final class TrafficPolicyCheck {
  private final PlanBuilder builder;
  private final DeclaredEndpoints endpoints;
  private final ZoneKind zone;
  private final boolean exporting;
  private final String orRecords;
  private boolean passed = true;

  /**
   * @param exporting whether the declaration need not have {@code via}, so that a fix cannot be to
   *     remove it
   */
  TrafficPolicyCheck(
      PlanBuilder builder, DeclaredEndpoints endpoints, ZoneKind zone, boolean exporting) {
    this.builder = builder;
    this.endpoints = endpoints;
    this.zone = zone;
    this.exporting = exporting;
    this.orRecords = exporting ? "" : ", or remove via";
  }

  boolean passes(NameDeclaration name) {
    Origin origin = new Origin(name.at(), name.path());
    if (zone == ZoneKind.PRIVATE) {
      refuse(
          via(origin),
          "a private hosted zone has no traffic policies",
          exporting ? "leave --zone-kind out, or export a name of a public zone" : "remove via");
    }
    if (name.frontDoor()) {
      refuse(
          origin.below("front-door"),
          "a traffic policy changes as a whole, so it has no front door",
          "remove front-door");
    }
    if (name.name().isWildcard()) {
      refuse(
          via(origin),
          "AWS does not document whether a traffic policy can answer for a wildcard name",
          removeVia());
    }
    walk(name, TreePosition.top(name, RecordType.A), name.policy(), true);
    return passed;
  }

  private void walk(NameDeclaration name, TreePosition position, PolicyTree tree, boolean isTop) {
    if (tree.kind() == PolicyKind.IP_BASED || tree.kind() == PolicyKind.AZ_AFFINITY) {
      refuse(
          position.origin(tree),
          "a traffic policy has no " + tree.kind().keyword() + " rule",
          "use another policy" + orRecords);
    }
    if (tree.kind() == PolicyKind.SIMPLE && !isTop) {
      refuse(
          position.origin(tree),
          "a traffic policy has no simple rule below another rule",
          "name the endpoint in the branch itself" + orRecords);
    }
    for (Branch branch : tree.branches()) {
      Origin origin = position.origin(tree, branch);
      settings(name, branch, origin);
      branch
          .target()
          .accept(
              new Target.Cases<Boolean>() {
                @Override
                public Boolean endpoint(Target.ToEndpoint target) {
                  if (isTop || tree.kind() != PolicyKind.SIMPLE) {
                    leaf(tree, branch, endpoints.get(target.endpoint()), origin);
                  }
                  return true;
                }

                @Override
                public Boolean policy(Target.ToPolicy target) {
                  if (tree.kind() == PolicyKind.SIMPLE) {
                    refuse(
                        origin,
                        "a traffic policy has no simple rule above another rule",
                        "write the policy of the branch instead" + orRecords);
                  }
                  walk(
                      name,
                      position.below(tree, branch, position.group().name(), List.of()),
                      target.tree(),
                      false);
                  return true;
                }

                @Override
                public Boolean name(Target.ToName target) {
                  refuse(
                      origin,
                      "a traffic policy cannot point to the name " + target.label(),
                      "write the policy of "
                          + target.label()
                          + " in this branch"
                          + (exporting ? "" : ", or remove via and make this name an alias"));
                  return true;
                }
              });
    }
  }

  private void settings(NameDeclaration name, Branch branch, Origin origin) {
    if (branch.record().setIdentifier().isPresent()) {
      refuse(
          origin, "Route 53 chooses the set identifiers of a traffic policy", "remove identifier");
    }
    if (branch.record().ownTtl().filter(ttl -> ttl != name.ttl()).isPresent()) {
      refuse(
          origin,
          "all record sets of a traffic policy have one TTL",
          "write ttl for the name" + orRecords);
    }
    if (branch.policy() instanceof RoutingPolicy.Geoproximity near
        && near.location() instanceof GeoproximityLocation.InLocalZoneGroup) {
      refuse(
          origin,
          "Meridian writes no Local Zones into a traffic policy",
          "use a region or coordinates" + orRecords);
    }
  }

  private void leaf(PolicyTree tree, Branch branch, CompiledEndpoint endpoint, Origin origin) {
    boolean simple = tree.kind() == PolicyKind.SIMPLE;
    int most =
        Math.max(
            endpoint.addresses(RecordType.A).size(), endpoint.addresses(RecordType.AAAA).size());
    boolean addresses = endpoint.target() instanceof EndpointTarget.Addresses;
    if (most > 1 && (branch.record().oneRecordSet() || (simple && addresses))) {
      refuse(
          origin,
          "an endpoint of a traffic policy has one value, but "
              + endpoint.name()
              + " has "
              + most
              + " addresses",
          simple ? "use multivalue" + orRecords : "remove one-record-set" + orRecords);
    }
    boolean inherited = branch.healthCheck() instanceof HealthCheckReference.Inherited;
    boolean none = branch.healthCheck() instanceof HealthCheckReference.None;
    if (simple && !inherited && !none) {
      refuse(
          origin,
          "a traffic policy that starts at an endpoint has no health check",
          "remove health-check" + orRecords);
    }
    if (endpoint.target() instanceof EndpointTarget.Alias alias
        && tree.kind() != PolicyKind.MULTIVALUE) {
      alias(simple, branch, endpoint, alias, origin);
    }
  }

  private void alias(
      boolean simple,
      Branch branch,
      CompiledEndpoint endpoint,
      EndpointTarget.Alias alias,
      Origin origin) {
    Optional<EndpointType> type = type(endpoint.isRegion(), alias.dnsName(), alias.zoneId());
    if (type.isEmpty()) {
      refuse(
          origin,
          endpoint.name()
              + (alias.zoneId() instanceof Value.Literal
                  ? " is neither a load balancer nor a CloudFront distribution"
                  : " can be any AWS resource, because its name is known only after apply"),
          "use another endpoint" + orRecords);
    } else if (simple
        && branch.evaluatesTargetHealth().orElse(type.get() != EndpointType.CLOUDFRONT)) {
      refuse(
          origin,
          "a traffic policy that starts at an endpoint does not evaluate its health",
          "write evaluate-target-health: false" + orRecords);
    }
  }

  /** The type of an AWS resource in a document; that of a region is its load balancer. */
  static Optional<EndpointType> type(boolean isRegion, Value dnsName, Value zoneId) {
    return isRegion
        ? Optional.of(EndpointType.APPLICATION)
        : EndpointType.of(new RecordData.ResourceAlias(dnsName, zoneId, false));
  }

  private Origin via(Origin name) {
    return exporting ? name : name.below("via");
  }

  private String removeVia() {
    return exporting ? "export another name" : "remove via";
  }

  private void refuse(Origin origin, String what, String fix) {
    builder.problem(origin, what, fix);
    passed = false;
  }
}
