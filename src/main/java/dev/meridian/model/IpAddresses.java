package dev.meridian.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/**
 * Reads IP addresses as AWS and RFC 4291 write them: no short or octal forms of inet_aton, no
 * wildcards, ranges, zones or masks.
 */
public final class IpAddresses {
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getParentBuilder()
          .toParams();

  private IpAddresses() {}

  /** One address, or empty where {@code text} is none. */
  public static Optional<IPAddress> of(String text) {
    return block(text).filter(address -> !address.isPrefixed() && !address.isMultiple());
  }

  /** An address or a block such as {@code 192.0.2.0/24}, or empty where {@code text} is neither. */
  static Optional<IPAddress> block(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
