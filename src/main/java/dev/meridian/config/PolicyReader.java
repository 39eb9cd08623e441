package dev.meridian.config;

import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a mapping that holds exactly one policy, and the policies below that. */
final class PolicyReader {
  static final List<String> WORDS =
      Arrays.stream(PolicyKind.values()).map(PolicyKind::word).toList();

  private final BranchReader branches;
  private final CidrCollectionsReader collections;

  PolicyReader(
      Scope scope,
      CheckReferenceReader references,
      Map<String, HealthCheckDeclaration> checks,
      CidrCollectionsReader collections) {
    this.branches = new BranchReader(scope, references, checks, this::read);
    this.collections = collections;
  }

  Optional<PolicyTree> read(Section section) {
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

  private Optional<PolicyTree> read(PolicyKind kind, Located value) {
    List<Branch> read =
        switch (kind) {
          case SIMPLE -> new SimplePolicy(branches).read(value);
          case WEIGHTED -> new WeightedPolicy(branches).read(value);
          case LATENCY -> new LatencyPolicy(branches).read(value);
          case GEOLOCATION -> new GeolocationPolicy(branches).read(value);
          case GEOPROXIMITY -> new GeoproximityPolicy(branches).read(value);
          case FAILOVER -> new FailoverPolicy(branches).read(value);
          case MULTIVALUE -> new MultivaluePolicy(branches).read(value);
          case IP_BASED -> new IpBasedPolicy(branches, collections).read(value);
        };
    if (isEmpty(value)) {
      value.problem("the policy has no branch", "name an endpoint, such as a region");
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(new PolicyTree(kind, read, value.at()));
  }

  private static boolean isEmpty(Located value) {
    return value.isList() ? value.items().isEmpty() : value.isMapping() && value.pairs().isEmpty();
  }
}
