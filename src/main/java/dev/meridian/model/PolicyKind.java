package dev.meridian.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Route 53's routing policies and their limits.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html">Choosing
 *     a routing policy</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Quotas</a>
 */
public enum PolicyKind {
  SIMPLE("simple", 1),
  WEIGHTED("weighted", 100),
  LATENCY("latency", 100),
  GEOLOCATION("geolocation", 100),
  GEOPROXIMITY("geoproximity", 30),
  FAILOVER("failover", 2),
  MULTIVALUE("multivalue", 100),
  IP_BASED("ip-based", 100),
  AZ_AFFINITY("az-affinity", 100);

  private static final Set<RecordType> SIMPLE_ONLY =
      EnumSet.of(RecordType.DS, RecordType.NS, RecordType.SOA);

  private final String keyword;
  private final int maxRecords;

  PolicyKind(String keyword, int maxRecords) {
    this.keyword = keyword;
    this.maxRecords = maxRecords;
  }

  /** The keyword in declarations and messages, such as {@code ip-based}. */
  public String keyword() {
    return keyword;
  }

  /** The keywords of all policies, in order. */
  public static List<String> keywords() {
    return Arrays.stream(values()).map(PolicyKind::keyword).toList();
  }

  /**
   * How many record sets of one name and type can have this policy. AWS documents no number for AZ
   * affinity, so it has the one of most policies.
   */
  public int maxRecords() {
    return maxRecords;
  }

  /** Whether a record set of {@code type} can have this policy (API ResourceRecordSet.Type). */
  public boolean allows(RecordType type) {
    return switch (this) {
      case SIMPLE -> true;
      case MULTIVALUE -> !SIMPLE_ONLY.contains(type) && type != RecordType.CNAME;
      case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, IP_BASED, AZ_AFFINITY ->
          !SIMPLE_ONLY.contains(type);
    };
  }
}
