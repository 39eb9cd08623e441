package dev.meridian.trafficpolicy;

import dev.meridian.model.PolicyKind;
import java.util.Optional;

/** The words of the format for each kind of policy. */
final class RuleTypes {
  /** What the format puts before the code of a region in a geoproximity rule. */
  static final String REGION = "aws:route53:";

  private RuleTypes() {}

  /** The {@code RuleType}; the policy has one. */
  static String type(PolicyKind kind) {
    return kind == PolicyKind.GEOLOCATION ? "geo" : kind.keyword();
  }

  /** The key of a rule that contains its branches. */
  static String branches(PolicyKind kind) {
    return switch (kind) {
      case WEIGHTED, MULTIVALUE -> "Items";
      case LATENCY -> "Regions";
      case GEOLOCATION -> "Locations";
      case GEOPROXIMITY -> "GeoproximityLocations";
      case SIMPLE, FAILOVER, IP_BASED, AZ_AFFINITY ->
          throw new IllegalArgumentException(kind.keyword() + " has no list of branches");
    };
  }

  /** The policy of a {@code RuleType}; empty for one that is not known. */
  static Optional<PolicyKind> kind(String type) {
    return switch (type) {
      case "weighted" -> Optional.of(PolicyKind.WEIGHTED);
      case "multivalue" -> Optional.of(PolicyKind.MULTIVALUE);
      case "latency" -> Optional.of(PolicyKind.LATENCY);
      case "geo" -> Optional.of(PolicyKind.GEOLOCATION);
      case "geoproximity" -> Optional.of(PolicyKind.GEOPROXIMITY);
      case "failover" -> Optional.of(PolicyKind.FAILOVER);
      default -> Optional.empty();
    };
  }
}
