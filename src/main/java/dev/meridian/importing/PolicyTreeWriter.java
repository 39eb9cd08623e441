package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.ImportedGroup.Target;
import dev.meridian.importing.ImportedGroup.ToGroup;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Objects;

/** Writes policies and their branches for a declaration. */
record PolicyTreeWriter(ImportedEndpoints endpoints, DeclarationWriter declared) {

  /** The mapping with the policy as its only key. */
  YamlWriter.Mapping policy(ImportedGroup group) {
    YamlWriter value =
        switch (group.kind()) {
          case SIMPLE -> simple(group.branches().get(0));
          case MULTIVALUE -> multivalue(group.branches());
          case IP_BASED -> ipBased(group.branches());
          case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, AZ_AFFINITY ->
              branches(group.branches());
        };
    return new YamlWriter.Mapping().put(group.kind().keyword(), value);
  }

  private YamlWriter simple(Branch branch) {
    return target(branch, new YamlWriter.Mapping());
  }

  private YamlWriter multivalue(List<Branch> branches) {
    return YamlWriter.Seq.of(
        branches.stream()
            .map(branch -> declared.name(endpoints.of((Leaf) branch.target())))
            .toList());
  }

  private YamlWriter ipBased(List<Branch> branches) {
    RoutingPolicy.IpBased any = (RoutingPolicy.IpBased) branches.get(0).policy();
    return new YamlWriter.Mapping()
        .put("collection", any.collection())
        .put("locations", branches(branches));
  }

  private YamlWriter.Mapping branches(List<Branch> branches) {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (Branch branch : branches) {
      YamlWriter.Mapping own = new YamlWriter.Mapping();
      if (branch.policy() instanceof RoutingPolicy.Weighted weighted) {
        own.put("weight", weighted.weight());
      } else if (branch.policy() instanceof RoutingPolicy.Geoproximity geoproximity) {
        place(own, branch.label(), geoproximity);
      }
      all.put(branch.label(), target(branch, own));
    }
    return all;
  }

  private static void place(
      YamlWriter.Mapping own, String label, RoutingPolicy.Geoproximity policy) {
    policy
        .location()
        .accept(
            new GeoproximityLocation.Cases<YamlWriter>() {
              @Override
              public YamlWriter inRegion(GeoproximityLocation.InRegion in) {
                return in.region().equals(label) ? own : own.put("region", in.region());
              }

              @Override
              public YamlWriter inLocalZoneGroup(GeoproximityLocation.InLocalZoneGroup in) {
                return own.put("local-zone-group", in.group());
              }

              @Override
              public YamlWriter at(GeoproximityLocation.At at) {
                return own.put(
                    "coordinates",
                    new YamlWriter.Seq(
                        List.of(
                            new YamlWriter.Scalar(at.latitude().toPlainString()),
                            new YamlWriter.Scalar(at.longitude().toPlainString()))));
              }
            });
    if (policy.bias() != 0) {
      own.put("bias", policy.bias());
    }
  }

  /**
   * What a branch points to, in the shortest form.
   *
   * @param own what the branch itself contributes, such as its weight
   */
  private YamlWriter target(Branch branch, YamlWriter.Mapping own) {
    boolean bare = own.isEmpty();
    return branch
        .target()
        .accept(
            new Target.Cases<>() {
              @Override
              public YamlWriter group(ToGroup target) {
                return toGroup(target, own, bare);
              }

              @Override
              public YamlWriter leaf(Leaf target) {
                return toEndpoint(branch, target, own, bare);
              }
            });
  }

  private YamlWriter toGroup(ToGroup target, YamlWriter.Mapping own, boolean bare) {
    YamlWriter.Mapping policy = policy(target.group());
    own.put("to", policy);
    if (target.check() != null) {
      own.put("health-check", declared.check(new BranchHealthCheck.One(target.check()), false));
    }
    if (!target.targetHealth()) {
      own.put("evaluate-target-health", false);
    }
    return bare && own.entries().size() == 1 ? policy : own;
  }

  private YamlWriter toEndpoint(Branch branch, Leaf leaf, YamlWriter.Mapping own, boolean bare) {
    Endpoint endpoint = endpoints.of(leaf);
    String name = declared.name(endpoint);
    boolean weight = branch.policy().kind() == PolicyKind.WEIGHTED && name.equals(branch.label());
    if (!weight) {
      own.put("to", name);
    }
    boolean other =
        leaf.saying() == Saying.IF_OTHER && !leaf.healthCheck().equals(endpoint.healthCheck());
    // A simple record does not use its endpoint's check, so no check is the default.
    boolean unsaid =
        branch.policy().kind() == PolicyKind.SIMPLE && leaf.healthCheck().ids().isEmpty();
    if (leaf.saying() == Saying.ALWAYS || (other && !unsaid)) {
      own.put("health-check", declared.atBranch(leaf));
    }
    Boolean evaluate = leaf.targetHealth();
    if (evaluate != null && evaluate != isUsual(leaf)) {
      own.put("evaluate-target-health", evaluate);
    }
    if (own.entries().size() == 1) {
      return weight
          ? Objects.requireNonNull(own.entries().get("weight"))
          : bare ? YamlWriter.Scalar.of(name) : own;
    }
    return own;
  }

  /** Whether an alias evaluates target health by default. */
  private static boolean isUsual(Leaf leaf) {
    return !(leaf.location() instanceof Location.Resource resource
        && resource.zoneId().equals(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID));
  }
}
