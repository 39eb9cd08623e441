package dev.meridian.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/**
 * One block of a CIDR collection: IPv4 {@code /1} to {@code /24}, IPv6 {@code /1} to {@code /48}.
 *
 * @param text the canonical form, such as {@code 192.0.2.0/24} or {@code 2001:db8::/48}
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html">IP-based
 *     routing</a>
 */
public record CidrBlock(String text) {
  private static final int MAX_IPV4_PREFIX = 24;
  private static final int MAX_IPV6_PREFIX = 48;

  public CidrBlock {
    IPAddress block = parse(text);
    int most = block.isIPv4() ? MAX_IPV4_PREFIX : MAX_IPV6_PREFIX;
    int length = block.getNetworkPrefixLength();
    if (length < 1 || length > most) {
      throw new InvalidValue(
          text + " has the prefix length /" + length + ", outside /1../" + most,
          length == 0
              ? "for all clients, use the location default"
              : "use a block of /" + most + " or larger");
    }
    IPAddress lowest = block.toPrefixBlock().getLower();
    if (!block.getLower().withoutPrefixLength().equals(lowest.withoutPrefixLength())) {
      throw new InvalidValue(
          text + " has bits set after its prefix",
          "write " + block.toPrefixBlock().toCanonicalString());
    }
    text = block.toPrefixBlock().toCanonicalString();
  }

  private static IPAddress parse(String text) {
    return IpAddresses.block(text)
        .filter(IPAddress::isPrefixed)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "\"" + text + "\" is not a CIDR block", "write a block such as 192.0.2.0/24"));
  }

  /** Whether this block contains all addresses of {@code other}. */
  public boolean contains(CidrBlock other) {
    return new IPAddressString(text).contains(new IPAddressString(other.text));
  }

  public boolean isIpv6() {
    return text.indexOf(':') >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
