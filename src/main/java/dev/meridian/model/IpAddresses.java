package dev.meridian.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/**
 * Parses IP addresses in the form of AWS and RFC 4291. Refuses the short and octal forms of
 * inet_aton, wildcards, ranges, zones, and masks.
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

  /** One address; empty if {@code text} is not an address. */
  public static Optional<IPAddress> of(String text) {
    return block(text).filter(address -> !address.isPrefixed() && !address.isMultiple());
  }

  /** An address or a block such as {@code 192.0.2.0/24}; empty if {@code text} is neither. */
  static Optional<IPAddress> block(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
