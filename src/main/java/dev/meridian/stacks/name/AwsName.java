package dev.meridian.stacks.name;

import dev.meridian.model.Hash;

/** Names of AWS resources that fit AWS's limits and stay the same from run to run. */
public final class AwsName {
  /** Load balancers and target groups (Elastic Load Balancing API, CreateLoadBalancer.Name). */
  public static final int LOAD_BALANCER = 32;

  private static final int HASH_DIGITS = 6;

  private AwsName() {}

  /**
   * {@code base-suffix}. If the base is too long, a hash replaces its end. If the suffix alone is
   * too long, a hash replaces the end of the whole name.
   */
  public static String of(String base, String suffix, int most) {
    // AWS reserves this prefix for its own load balancers.
    String usable = base.startsWith("internal-") ? "x-" + base : base;
    String whole = usable + "-" + suffix;
    if (whole.length() <= most) {
      return whole;
    }
    int kept = most - suffix.length() - HASH_DIGITS - 2;
    if (kept < 1) {
      return whole.substring(0, most - HASH_DIGITS - 1) + "-" + hash(whole);
    }
    return usable.substring(0, kept).replaceAll("-+$", "") + "-" + hash(base) + "-" + suffix;
  }

  /** Six hexadecimal digits of a hash of {@code text}. */
  static String hash(String text) {
    return Hash.of(text, HASH_DIGITS);
  }
}
