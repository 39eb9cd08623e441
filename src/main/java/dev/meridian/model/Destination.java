package dev.meridian.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a health check connects to. Private addresses are allowed, because Route 53 also has private
 * endpoint health checks, which probe from a VPC. A declaration can't have one, see {@link
 * #checkAddress}.
 *
 * @param ipAddress the address to connect to; null to resolve {@code host} before each probe
 * @param host 1..255 characters: the domain name to resolve (A records only) or, with an address,
 *     the Host header
 */
public record Destination(@Nullable Value ipAddress, @Nullable Value host) {
  private static final int MAX_HOST = 255;

  public Destination {
    if (ipAddress == null && host == null) {
      throw new InvalidValue(
          "the health check has neither a host nor an address", "name the host to probe");
    }
    if (host instanceof Value.Literal literal) {
      InvalidValue.outside(
          "the length of the host", literal.text().length(), 1, MAX_HOST, "use a shorter name");
    }
  }

  public Optional<Value> address() {
    return Optional.ofNullable(ipAddress);
  }

  public Optional<Value> hostName() {
    return Optional.ofNullable(host);
  }

  /** Whether Route 53's checkers can reach {@code address} over the internet. */
  public static boolean isReachable(String address) {
    return IpAddresses.of(address)
        .filter(parsed -> NotRoutable.RANGES.stream().noneMatch(range -> range.contains(parsed)))
        .isPresent();
  }

  /** Refuses an address that no public checker can reach, for the health check of a declaration. */
  public static void checkAddress(String address) {
    if (!isReachable(address)) {
      throw new InvalidValue(
          "Route 53's public health checkers cannot reach "
              + address
              + ", and Terraform's AWS provider cannot create private endpoint health checks yet",
          "check a public address, or use a cloudwatch-metric health check with an alarm that"
              + " watches the private one");
    }
  }

  /** In a class of its own, because few plans need the ranges and parsing them takes 20 ms. */
  private static final class NotRoutable {
    /**
     * Ranges that no checker can reach from the internet (RFC 5735, RFC 6598, RFC 5156; API
     * HealthCheckConfig.IPAddress cites them).
     */
    static final List<IPAddress> RANGES =
        Arrays.asList(
            block("0.0.0.0/8"),
            block("10.0.0.0/8"),
            block("100.64.0.0/10"),
            block("127.0.0.0/8"),
            block("169.254.0.0/16"),
            block("172.16.0.0/12"),
            block("192.0.0.0/24"),
            block("192.168.0.0/16"),
            block("198.18.0.0/15"),
            block("224.0.0.0/3"),
            block("::/96"), // IPv4-compatible addresses, deprecated by RFC 4291, and :: and ::1
            block("::ffff:0:0/96"),
            block("fc00::/7"),
            block("fe80::/10"),
            block("ff00::/8"));

    private NotRoutable() {}

    private static IPAddress block(String text) {
      return new IPAddressString(text).getAddress();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Destination that
        && Objects.equals(ipAddress, that.ipAddress)
        && Objects.equals(host, that.host);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(ipAddress) + Objects.hashCode(host);
  }
}
