package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Below;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.ImportedGroup.Twig;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Objects;

/** Policies and their branches as a declaration writes them. */
record PolicyTreeWriter(ImportedEndpoints endpoints, DeclarationWriter declared) {

  /** The mapping with the policy as its only key. */
  YamlWriter.Mapping policy(ImportedGroup group) {
    YamlWriter value =
        switch (group.kind()) {
          case SIMPLE -> simple(group.twigs().get(0));
          case MULTIVALUE -> multivalue(group.twigs());
          case IP_BASED -> ipBased(group.twigs());
          case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, AZ_AFFINITY ->
              branches(group.twigs());
        };
    return new YamlWriter.Mapping().put(group.kind().word(), value);
  }

  private YamlWriter simple(Twig twig) {
    return target(twig, new YamlWriter.Mapping());
  }

  private YamlWriter multivalue(List<Twig> twigs) {
    return YamlWriter.Seq.of(
        twigs.stream().map(twig -> declared.name(endpoints.of((Leaf) twig.end()))).toList());
  }

  private YamlWriter ipBased(List<Twig> twigs) {
    RoutingPolicy.IpBased any = (RoutingPolicy.IpBased) twigs.get(0).policy();
    return new YamlWriter.Mapping()
        .put("collection", any.collection())
        .put("locations", branches(twigs));
  }

  private YamlWriter.Mapping branches(List<Twig> twigs) {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (Twig twig : twigs) {
      YamlWriter.Mapping own = new YamlWriter.Mapping();
      if (twig.policy() instanceof RoutingPolicy.Weighted weighted) {
        own.put("weight", weighted.weight());
      } else if (twig.policy() instanceof RoutingPolicy.Geoproximity geoproximity) {
        place(own, twig.label(), geoproximity);
      }
      all.put(twig.label(), target(twig, own));
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
   * Where a branch leads, in the shortest form.
   *
   * @param own what the branch itself contributes, such as its weight
   */
  private YamlWriter target(Twig twig, YamlWriter.Mapping own) {
    boolean bare = own.isEmpty();
    if (twig.end() instanceof Below below) {
      YamlWriter.Mapping policy = policy(below.group());
      own.put("to", policy);
      if (below.check() != null) {
        own.put("health-check", declared.check(new BranchHealthCheck.One(below.check()), false));
      }
      if (!below.targetHealth()) {
        own.put("evaluate-target-health", false);
      }
      return bare && own.entries().size() == 1 ? policy : own;
    }
    return leaf(twig, (Leaf) twig.end(), own, bare);
  }

  private YamlWriter leaf(Twig twig, Leaf leaf, YamlWriter.Mapping own, boolean bare) {
    Endpoint endpoint = endpoints.of(leaf);
    String name = declared.name(endpoint);
    boolean weight = twig.policy().kind() == PolicyKind.WEIGHTED && name.equals(twig.label());
    if (!weight) {
      own.put("to", name);
    }
    boolean other = leaf.saying() == Saying.IF_OTHER && !leaf.guard().equals(endpoint.guard());
    // A simple record has no check of its endpoint's: nothing need be said where it has none.
    boolean unsaid =
        twig.policy().kind() == PolicyKind.SIMPLE && leaf.guard() instanceof BranchHealthCheck.None;
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

  /** Whether an alias evaluates target health where nothing is said. */
  private static boolean isUsual(Leaf leaf) {
    return !(leaf.location() instanceof Location.Resource resource
        && resource.zoneId().equals(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID));
  }
}
