package dev.meridian.declaration.reader;

import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a mapping that holds exactly one policy, and the policies below that. */
final class PolicyTreeReader {
  static final List<String> WORDS = PolicyKind.words();

  private final BranchReader branches;
  private final CidrCollectionsReader collections;

  PolicyTreeReader(
      DeclaredNames scope,
      HealthCheckReferenceReader references,
      Map<String, HealthCheckDeclaration> checks,
      CidrCollectionsReader collections) {
    this.branches = new BranchReader(scope, references, checks, this::read);
    this.collections = collections;
  }

  Optional<PolicyTree> read(YamlMapping section) {
    List<PolicyKind> kinds =
        Arrays.stream(PolicyKind.values()).filter(kind -> section.has(kind.word())).toList();
    if (kinds.size() == 1) {
      return section.get(kinds.get(0).word()).flatMap(value -> read(kinds.get(0), value));
    }
    if (kinds.isEmpty() && section.meant(WORDS)) {
      return Optional.empty();
    }
    String what =
        kinds.isEmpty()
            ? "there is no policy"
            : kinds.size() + " policies compete: " + words(kinds);
    return section
        .whole()
        .refuse(
            what,
            kinds.isEmpty()
                ? "write one of " + String.join(", ", WORDS)
                : "keep one, and nest the other below a branch of it");
  }

  private static String words(List<PolicyKind> kinds) {
    return String.join(", ", kinds.stream().map(PolicyKind::word).toList());
  }

  private Optional<PolicyTree> read(PolicyKind kind, YamlNode value) {
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
          case IP_BASED -> new IpBasedPolicyReader(branches, collections).read(value);
        };
    if (isEmpty(value)) {
      value.problem("the policy has no branch", "name an endpoint, such as a region");
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(new PolicyTree(kind, read, value.at()));
  }

  private static boolean isEmpty(YamlNode value) {
    return value.isList() ? value.items().isEmpty() : value.isMapping() && value.pairs().isEmpty();
  }
}
