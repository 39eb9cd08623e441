package dev.meridian.catalog;

/**
 * How much Route 53 accepts of an account, a zone, a group or a request; most AWS raises if asked.
 * What one record set or health check may hold is the {@code model}'s.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">
 *     Quotas</a>, read 2026-11-22
 */
public final class Limits {

  /** Records of a hosted zone; more can be asked for, and cost extra. */
  public static final int RECORDS_PER_ZONE = 10_000;

  /** Geolocation, latency, multivalue, weighted or IP-based records of one name and type. */
  public static final int RECORDS_PER_GROUP = 100;

  /** Geoproximity records of one name and type. */
  public static final int GEOPROXIMITY_RECORDS_PER_GROUP = 30;

  /** CIDR collections of an account. */
  public static final int CIDR_COLLECTIONS = 5;

  /** Blocks of one CIDR collection. */
  public static final int BLOCKS_PER_CIDR_COLLECTION = 1_000;

  /** Health checks of an account. */
  public static final int HEALTH_CHECKS = 200;

  /** Hosted zones of an account. */
  public static final int HOSTED_ZONES = 500;

  /** Networks that one private hosted zone is associated with. */
  public static final int VPCS_PER_PRIVATE_ZONE = 300;

  /** Traffic policies of an account. */
  public static final int TRAFFIC_POLICIES = 50;

  /** Versions of one traffic policy. */
  public static final int VERSIONS_PER_TRAFFIC_POLICY = 1_000;

  /** Traffic policy records of an account. */
  public static final int TRAFFIC_POLICY_RECORDS = 5;

  /** Characters of a traffic policy document. */
  public static final int TRAFFIC_POLICY_CHARACTERS = 102_400;

  /** Resource record elements of one change request; an upsert counts twice. */
  public static final int ELEMENTS_PER_CHANGE = 1_000;

  /** Characters of all values of one change request; an upsert counts twice. */
  public static final int VALUE_CHARACTERS_PER_CHANGE = 32_000;

  private Limits() {}
}
