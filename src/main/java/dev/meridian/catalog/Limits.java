package dev.meridian.catalog;

/**
 * Default quotas of Route 53 for an account or a zone; AWS can raise them. The limits of a record
 * set, a group, and a health check are in {@code model}.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">
 *     Quotas</a>, read 2026-11-22
 */
public final class Limits {

  /** Records per hosted zone. AWS can raise the quota, at extra cost. */
  public static final int RECORDS_PER_ZONE = 10_000;

  /** CIDR collections per account. */
  public static final int CIDR_COLLECTIONS = 5;

  /** Health checks per account. */
  public static final int HEALTH_CHECKS = 200;

  /** Characters of a traffic policy's document. */
  public static final int POLICY_DOCUMENT_CHARACTERS = 102_400;

  /** Traffic policy records (instances) per account. */
  public static final int POLICY_RECORDS = 5;

  private Limits() {}
}
