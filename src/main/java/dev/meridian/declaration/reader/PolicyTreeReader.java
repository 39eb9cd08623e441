package dev.meridian.declaration.reader;

import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a mapping that contains exactly one policy, and the policies nested in it. */
final class PolicyTreeReader {
  static final List<String> KEYWORDS = PolicyKind.keywords();

  private final BranchReader branches;
  private final Optional<CidrCollectionsReader> collections;

  /**
   * @param collections empty below {@code private}, which has no IP-based routing
   */
  PolicyTreeReader(
      DeclaredNames declaredNames,
      HealthCheckReferenceReader references,
      Map<String, HealthCheckDeclaration> checks,
      Optional<CidrCollectionsReader> collections) {
    this.branches = new BranchReader(declaredNames, references, checks, this::read);
    this.collections = collections;
  }

  Optional<PolicyTree> read(YamlMapping mapping) {
    List<PolicyKind> kinds =
        Arrays.stream(PolicyKind.values()).filter(kind -> mapping.has(kind.keyword())).toList();
    if (kinds.size() == 1) {
      return mapping.get(kinds.get(0).keyword()).flatMap(value -> read(kinds.get(0), value));
    }
    if (kinds.isEmpty() && mapping.meant(KEYWORDS)) {
      return Optional.empty();
    }
    String what =
        kinds.isEmpty()
            ? "there is no policy"
            : "there are " + kinds.size() + " policies: " + keywords(kinds);
    return mapping
        .whole()
        .refuse(
            what,
            kinds.isEmpty()
                ? "write one of " + String.join(", ", KEYWORDS)
                : "keep one, and nest the other in one of its branches");
  }

  private static String keywords(List<PolicyKind> kinds) {
    return String.join(", ", kinds.stream().map(PolicyKind::keyword).toList());
  }

  private Optional<PolicyTree> read(PolicyKind kind, YamlNode value) {
    if (kind == PolicyKind.IP_BASED && collections.isEmpty()) {
      return value.refuse(
          "Route 53 does not support IP-based routing in private hosted zones",
          "use another policy, such as latency, which follows the region of the VPC");
    }
    List<Branch> read =
        switch (kind) {
          case SIMPLE -> new SimplePolicyReader(branches).read(value);
          case WEIGHTED -> new WeightedPolicyReader(branches).read(value);
          case LATENCY -> new LatencyPolicyReader(branches).read(value);
          case GEOLOCATION -> new GeolocationPolicyReader(branches).read(value);
          case GEOPROXIMITY -> new GeoproximityPolicyReader(branches).read(value);
          case FAILOVER -> new FailoverPolicyReader(branches).read(value);
          case MULTIVALUE -> new MultivaluePolicyReader(branches).read(value);
          case AZ_AFFINITY -> new AzAffinityPolicyReader(branches).read(value);
          case IP_BASED -> new IpBasedPolicyReader(branches, collections.orElseThrow()).read(value);
        };
    if (isEmpty(value)) {
      value.report("the policy has no branches", "name an endpoint, such as a region");
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(new PolicyTree(kind, read, value.at()));
  }

  private static boolean isEmpty(YamlNode value) {
    return value.isList() ? value.items().isEmpty() : value.isMapping() && value.pairs().isEmpty();
  }
}
