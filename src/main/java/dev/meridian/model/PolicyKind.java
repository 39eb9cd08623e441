package dev.meridian.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Route 53's routing policies, with what differs between them in a table.
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

  private final String word;
  private final int maxRecords;

  PolicyKind(String word, int maxRecords) {
    this.word = word;
    this.maxRecords = maxRecords;
  }

  /** The word a declaration uses, and messages. */
  public String word() {
    return word;
  }

  /** The words of all policies, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PolicyKind::word).toList();
  }

  /**
   * How many record sets of one name and type may carry this policy. AWS documents none for AZ
   * affinity; it has the general one.
   */
  public int maxRecords() {
    return maxRecords;
  }

  /** Whether a record set of {@code type} may carry this policy (API ResourceRecordSet.Type). */
  public boolean allows(RecordType type) {
    return switch (this) {
      case SIMPLE -> true;
      case MULTIVALUE -> !SIMPLE_ONLY.contains(type) && type != RecordType.CNAME;
      case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, IP_BASED, AZ_AFFINITY ->
          !SIMPLE_ONLY.contains(type);
    };
  }
}
