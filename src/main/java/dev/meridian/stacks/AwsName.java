package dev.meridian.stacks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of AWS resources that fit AWS's limits and stay the same from run to run. */
final class AwsName {
  /** Load balancers and target groups (Elastic Load Balancing API, CreateLoadBalancer.Name). */
  static final int LOAD_BALANCER = 32;

  private static final int HASH_DIGITS = 6;

  private AwsName() {}

  /**
   * {@code base-suffix}; a base that is too long loses its end to a hash of it, and where the
   * suffix alone fills the name, so does the whole.
   */
  static String of(String base, String suffix, int most) {
    // AWS keeps names that begin like this for load balancers it makes itself.
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

  /** Six hexadecimal digits that differ where {@code text} differs. */
  static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
