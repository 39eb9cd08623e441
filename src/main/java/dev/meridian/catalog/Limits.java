package dev.meridian.catalog;

/**
 * How much Route 53 accepts in an account or a zone, unless AWS is asked for more. The limits of a
 * record set, a group and a health check are in {@code model}.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">
 *     Quotas</a>, read 2026-11-22
 */
public final class Limits {

  /** Records of a hosted zone; more can be asked for, and cost extra. */
  public static final int RECORDS_PER_ZONE = 10_000;

  /** CIDR collections of an account. */
  public static final int CIDR_COLLECTIONS = 5;

  /** Health checks of an account. */
  public static final int HEALTH_CHECKS = 200;

  private Limits() {}
}
