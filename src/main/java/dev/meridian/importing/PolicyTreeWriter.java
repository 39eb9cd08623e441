package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.ImportedGroup.Target;
import dev.meridian.importing.ImportedGroup.ToGroup;
import dev.meridian.importing.ImportedGroup.ToName;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes policies and their branches for a declaration. */
record PolicyTreeWriter(ImportedEndpoints endpoints, DeclarationWriter declared, DnsName zone) {

  /**
   * Where a policy is.
   *
   * @param label the name, as it is declared
   * @param trail the labels of the branches down to the policy
   * @param ttl of branches that do not say one, in seconds
   */
  private record Position(String label, List<String> trail, long ttl) {
    Position below(String branch) {
      return new Position(label, Stream.concat(trail.stream(), Stream.of(branch)).toList(), ttl);
    }
  }

  /**
   * The mapping with the policy as its only key.
   *
   * @param label the name, as it is declared
   * @param ttl of branches that do not say one, in seconds
   */
  YamlWriter.Mapping policy(ImportedGroup group, String label, long ttl) {
    return policy(group, new Position(label, List.of(), ttl));
  }

  private YamlWriter.Mapping policy(ImportedGroup group, Position position) {
    YamlWriter value =
        switch (group.kind()) {
          case SIMPLE -> simple(group.branches().get(0), position);
          case MULTIVALUE -> multivalue(group.branches(), position);
          case IP_BASED -> ipBased(group.branches(), position);
          case FAILOVER -> failover(group.branches(), position);
          case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, AZ_AFFINITY ->
              branches(group.branches(), position);
        };
    return new YamlWriter.Mapping().put(group.kind().keyword(), value);
  }

  private YamlWriter simple(Branch branch, Position position) {
    return target(branch, new YamlWriter.Mapping(), position);
  }

  private YamlWriter multivalue(List<Branch> branches, Position position) {
    return branches.stream().allMatch(branch -> isPlain(branch, position))
        ? YamlWriter.Seq.of(branches.stream().map(Branch::label).toList())
        : branches(branches, position);
  }

  /** Whether the name of the endpoint says everything about a multivalue branch. */
  private boolean isPlain(Branch branch, Position position) {
    return branch.identifier() == null
        && branch.target() instanceof Leaf leaf
        && declared.name(endpoints.of(leaf)).equals(branch.label())
        && branch.ownTtl().filter(ttl -> ttl != position.ttl()).isEmpty();
  }

  private YamlWriter ipBased(List<Branch> branches, Position position) {
    RoutingPolicy.IpBased any = (RoutingPolicy.IpBased) branches.get(0).policy();
    return new YamlWriter.Mapping()
        .put("collection", any.collection())
        .put("locations", branches(branches, position));
  }

  private YamlWriter failover(List<Branch> branches, Position position) {
    YamlWriter.Mapping both = branches(branches, position);
    for (RoutingPolicy.Failover.Role role : RoutingPolicy.Failover.Role.values()) {
      String label = role.name().toLowerCase(Locale.ROOT);
      if (!both.entries().containsKey(label)) {
        both.put(label, "none");
      }
    }
    return both;
  }

  private YamlWriter.Mapping branches(List<Branch> branches, Position position) {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (Branch branch : branches) {
      YamlWriter.Mapping own = new YamlWriter.Mapping();
      if (branch.policy() instanceof RoutingPolicy.Weighted weighted) {
        own.put("weight", weighted.weight());
      } else if (branch.policy() instanceof RoutingPolicy.Geoproximity geoproximity) {
        place(own, branch.label(), geoproximity);
      }
      all.put(branch.label(), target(branch, own, position));
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
  private YamlWriter target(Branch branch, YamlWriter.Mapping own, Position position) {
    boolean bare = own.isEmpty();
    return branch
        .target()
        .accept(
            new Target.Cases<>() {
              @Override
              public YamlWriter group(ToGroup target) {
                YamlWriter.Mapping policy = policy(target.group(), position.below(branch.label()));
                return alias(branch, policy, target.check(), target.targetHealth(), own, bare);
              }

              @Override
              public YamlWriter name(ToName target) {
                YamlWriter.Mapping name =
                    new YamlWriter.Mapping().put("name", ZoneNames.label(target.name(), zone));
                return alias(branch, name, target.check(), target.targetHealth(), own, bare);
              }

              @Override
              public YamlWriter leaf(Leaf target) {
                return toEndpoint(branch, target, own, bare, position);
              }
            });
  }

  private YamlWriter alias(
      Branch branch,
      YamlWriter.Mapping target,
      @Nullable String check,
      boolean targetHealth,
      YamlWriter.Mapping own,
      boolean bare) {
    own.put("to", target);
    if (check != null) {
      own.put("health-check", declared.check(new BranchHealthCheck.One(check), false, ""));
    }
    if (!targetHealth) {
      own.put("evaluate-target-health", false);
    }
    if (branch.identifier() != null) {
      own.put("identifier", branch.identifier());
    }
    return bare && own.entries().size() == 1 ? target : own;
  }

  private YamlWriter toEndpoint(
      Branch branch, Leaf leaf, YamlWriter.Mapping own, boolean bare, Position position) {
    Endpoint endpoint = endpoints.of(leaf);
    String name = declared.name(endpoint);
    PolicyKind kind = branch.policy().kind();
    boolean self = name.equals(branch.label());
    boolean weight = kind == PolicyKind.WEIGHTED && self;
    boolean more = branch.identifier() != null || branch.oneRecordSet();
    if (!weight && !(kind == PolicyKind.MULTIVALUE && self && more)) {
      own.put("to", name);
    }
    boolean other =
        leaf.saying() == Saying.IF_OTHER && !leaf.healthCheck().equals(endpoint.healthCheck());
    // A simple record does not use its endpoint's check, so no check is the default.
    boolean unsaid =
        branch.policy().kind() == PolicyKind.SIMPLE && leaf.healthCheck().ids().isEmpty();
    if (leaf.saying() == Saying.ALWAYS || (other && !unsaid)) {
      String label = kind == PolicyKind.SIMPLE ? name : branch.label();
      String usual = GeneratedNames.branchCheck(position.label(), position.below(label).trail());
      own.put("health-check", declared.atBranch(leaf, usual));
    }
    Boolean evaluate = leaf.targetHealth();
    if (evaluate != null && evaluate != isUsual(leaf)) {
      own.put("evaluate-target-health", evaluate);
    }
    if (branch.identifier() != null) {
      own.put("identifier", branch.identifier());
    }
    branch
        .ownTtl()
        .filter(ttl -> ttl != position.ttl() && !isResource(leaf))
        .ifPresent(ttl -> own.put("ttl", ttl));
    if (branch.oneRecordSet()) {
      own.put("one-record-set", true);
    }
    if (own.entries().size() == 1) {
      return weight
          ? Objects.requireNonNull(own.entries().get("weight"))
          : bare && own.entries().containsKey("to") ? YamlWriter.Scalar.of(name) : own;
    }
    return own;
  }

  private static boolean isResource(Leaf leaf) {
    return leaf.location() instanceof Location.Resource;
  }

  /** Whether an alias evaluates target health by default. */
  private static boolean isUsual(Leaf leaf) {
    return !(leaf.location() instanceof Location.Resource resource
        && resource.zoneId().equals(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID));
  }
}
