package dev.meridian.importing;

import java.util.regex.Pattern;

/**
 * Tells apart the ids of health checks in plans: the tag {@code Name} if it is unique, or what
 * identifies the health check otherwise.
 */
final class HealthCheckNames {
  /** The id that Route 53 generates, a UUID. */
  private static final Pattern MADE_BY_AWS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** The address of the resource in Terraform. */
  private static final Pattern ADDRESS =
      Pattern.compile("(module\\..+\\.)?aws_route53_health_check\\..+");

  private HealthCheckNames() {}

  static boolean isMadeByAws(String id) {
    return MADE_BY_AWS.matcher(id).matches();
  }

  static boolean isAddress(String id) {
    return ADDRESS.matcher(id).matches();
  }

  /** Whether the health check has a tag {@code Name} of its own. */
  static boolean isTag(String id) {
    return !isMadeByAws(id) && !isAddress(id);
  }
}
