package dev.meridian.builder;

import java.util.List;

/**
 * A target of names that is not a region of the deployment: one of the declaration's {@code
 * endpoints}. Immutable.
 */
public final class Endpoint {
  private final Mapping mapping;

  private Endpoint(Mapping mapping) {
    this.mapping = mapping;
  }

  /** Servers, by their IPv4 and IPv6 addresses. */
  public static Endpoint addresses(String... addresses) {
    return new Endpoint(Mapping.of("addresses", List.of(addresses)));
  }

  /** A host name. Its records are CNAME records. */
  public static Endpoint host(String name) {
    return new Endpoint(Mapping.of("host", name));
  }

  /**
   * An AWS resource that supports alias records.
   *
   * @param dnsName such as {@code d111111abcdef8.cloudfront.net}
   * @param zoneId the canonical hosted zone id of the resource's service and region
   * @param ipv6 whether it also answers AAAA queries
   */
  public static Endpoint alias(String dnsName, String zoneId, boolean ipv6) {
    return new Endpoint(
        Mapping.of(
            "alias", Mapping.of("dns-name", dnsName).with("zone-id", zoneId).with("ipv6", ipv6)));
  }

  /**
   * An AWS resource whose DNS name and canonical hosted zone id are outputs of another state.
   *
   * @param ipv6 whether it also answers AAAA queries
   */
  public static Endpoint aliasIn(
      RemoteState state, String dnsNameOutput, String zoneIdOutput, boolean ipv6) {
    return in(
        state,
        Mapping.of("dns-name", dnsNameOutput).with("zone-id", zoneIdOutput).with("ipv6", ipv6));
  }

  /**
   * Servers whose IPv4 addresses are a list output of another state.
   *
   * @param count how many addresses of the list to use, 1 to 100
   */
  public static Endpoint addressesIn(RemoteState state, String output, int count) {
    return in(state, Mapping.of("addresses", output).with("count", count));
  }

  /** A host name that is an output of another state. */
  public static Endpoint hostIn(RemoteState state, String output) {
    return in(state, Mapping.of("host", output));
  }

  private static Endpoint in(RemoteState state, Mapping outputs) {
    return new Endpoint(Mapping.of("state", state.mapping()).with("outputs", outputs));
  }

  /** Its own health check, instead of the common one. */
  public Endpoint healthCheck(Check check) {
    return new Endpoint(mapping.with("health-check", check.value()));
  }

  /**
   * The name that the endpoint had earlier. Terraform then moves its record sets and health checks
   * instead of deleting and creating them.
   */
  public Endpoint was(String earlier) {
    return new Endpoint(mapping.with("was", earlier));
  }

  Mapping mapping() {
    return mapping;
  }
}
