package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** Reads IPv4 and IPv6 addresses (RFC 4291). Refuses blocks, ranges, and scoped addresses. */
public final class IpAddressReader {
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowAll(false)
          .allowEmpty(false)
          .allowMask(false)
          .allowPrefix(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private IpAddressReader() {}

  /** Whether {@code text} is an IPv4 or IPv6 address. */
  public static boolean isAddress(String text) {
    return parse(text).isPresent();
  }

  /** The canonical form (RFC 5952), or empty after a problem. */
  public static Optional<String> read(YamlNode value) {
    return value.text().flatMap(text -> read(value, text));
  }

  private static Optional<String> read(YamlNode value, String text) {
    Optional<String> canonical = parse(text).map(IPAddress::toCanonicalString);
    return canonical.isPresent()
        ? canonical
        : value.refuse(
            "\"" + text + "\" is not an IP address",
            "write an address such as 203.0.113.7 or 2001:db8::7");
  }

  public static boolean isIpv6(String canonical) {
    return canonical.indexOf(':') >= 0;
  }

  private static Optional<IPAddress> parse(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
