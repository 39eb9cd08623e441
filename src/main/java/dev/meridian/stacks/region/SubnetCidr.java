package dev.meridian.stacks.region;

import java.util.Arrays;
import java.util.Locale;

/** The addresses of a network's subnets. */
final class SubnetCidr {
  private static final int MORE_BITS = 8;

  /**
   * The smallest subnet that load balancers accept (Elastic Load Balancing User Guide, "Subnets for
   * your load balancer").
   */
  private static final int LONGEST_PREFIX = 27;

  /** A network has at most six public subnets, and the first block stays free. */
  private static final int BEFORE_PRIVATE = 7;

  private SubnetCidr() {}

  /** The block of the private subnet with this number, counted from 1. */
  static String ofPrivate(String network, int number) {
    return of(network, BEFORE_PRIVATE + number);
  }

  /**
   * The block of the public subnet with this number, counted from 1: number 1 of 10.0.0.0/16 is
   * 10.0.1.0/24, so that the first block stays free.
   */
  static String of(String network, int number) {
    int slash = network.indexOf('/');
    int length = Integer.parseInt(network.substring(slash + 1));
    int subnetLength = Math.min(length + MORE_BITS, LONGEST_PREFIX);
    long block = address(network.substring(0, slash)) + ((long) number << (32 - subnetLength));
    return String.format(
        Locale.ROOT,
        "%d.%d.%d.%d/%d",
        block >> 24 & 255,
        block >> 16 & 255,
        block >> 8 & 255,
        block & 255,
        subnetLength);
  }

  private static long address(String dotted) {
    return Arrays.stream(dotted.split("\\."))
        .mapToLong(Long::parseLong)
        .reduce(0, (a, b) -> a << 8 | b);
  }
}
