package dev.meridian.builder;

import java.util.List;

/**
 * A Route 53 health check, or the name of one. Immutable. {@link DeploymentBuilder#build} reports
 * settings that the kind of health check does not have.
 */
public final class Check {
  private final Object value;

  private Check(Object value) {
    this.value = value;
  }

  /** No health check. */
  public static Check none() {
    return new Check("none");
  }

  /** The health check that {@link DeploymentBuilder#healthCheck(String, Check)} names. */
  public static Check named(String name) {
    return new Check(name);
  }

  /** An HTTP probe of port 80, path /health, unless set otherwise. */
  public static Check http() {
    return new Check(Mapping.of("protocol", "HTTP"));
  }

  /** An HTTPS probe of port 443, path /health, unless set otherwise. */
  public static Check https() {
    return new Check(Mapping.of("protocol", "HTTPS"));
  }

  /** A TCP probe. */
  public static Check tcp(int port) {
    return new Check(Mapping.of("protocol", "TCP").with("port", port));
  }

  /**
   * Healthy while enough other checks are healthy.
   *
   * @param threshold how many of them must be healthy, 0 to 256
   * @param of 1 to 255 regions, endpoints, or named health checks
   */
  public static Check calculated(int threshold, String... of) {
    return new Check(
        Mapping.of("calculated", Mapping.of("of", List.of(of)).with("threshold", threshold)));
  }

  /** Follows the metric of a CloudWatch alarm. Without data it keeps its last known status. */
  public static Check cloudWatchMetric(String alarm, String region) {
    return new Check(
        Mapping.of("cloudwatch-metric", Mapping.of("alarm", alarm).with("region", region)));
  }

  /**
   * Follows the metric of a CloudWatch alarm.
   *
   * @param insufficientData the status without data: {@code healthy}, {@code unhealthy} or {@code
   *     last-known-status}
   */
  public static Check cloudWatchMetric(String alarm, String region, String insufficientData) {
    return new Check(
        Mapping.of(
            "cloudwatch-metric",
            Mapping.of("alarm", alarm)
                .with("region", region)
                .with("insufficient-data", insufficientData)));
  }

  /** Follows a routing control of Application Recovery Controller, by its ARN. */
  public static Check recoveryControl(String arn) {
    return new Check(Mapping.of("recovery-control", arn));
  }

  /** The port to probe, 1 to 65535. */
  public Check port(int port) {
    return with("port", port);
  }

  /** The path to request, 1 to 255 characters. */
  public Check path(String path) {
    return with("path", path);
  }

  /** The host name to probe instead of the endpoint or, with an address, the Host header. */
  public Check host(String name) {
    return with("host", name);
  }

  /** The public address to probe instead of the endpoint. */
  public Check address(String address) {
    return with("address", address);
  }

  /** Text that must be in the first 5,120 bytes of the body, 1 to 255 characters. */
  public Check search(String text) {
    return with("search", text);
  }

  /** Seconds between a checker's probes: 10 or 30. */
  public Check interval(int seconds) {
    return with("interval", seconds);
  }

  /** Consecutive probes with the opposite result before a checker changes its verdict, 1 to 10. */
  public Check failureThreshold(int probes) {
    return with("failure-threshold", probes);
  }

  /** The regions of the checkers, at least three; by default, all eight. */
  public Check checkerRegions(String... regions) {
    return with("regions", List.of(regions));
  }

  /** Whether the host name is part of the TLS handshake. */
  public Check sni(boolean on) {
    return with("sni", on);
  }

  /** Whether Route 53 records latency graphs in CloudWatch, at extra cost. */
  public Check measureLatency(boolean on) {
    return with("measure-latency", on);
  }

  /** The tag {@code Name}, 1 to 256 characters; by default, named after where it is declared. */
  public Check name(String name) {
    return with("name", name);
  }

  /** Whether healthy counts as unhealthy, and unhealthy as healthy. */
  public Check inverted(boolean on) {
    return with("inverted", on);
  }

  /** Whether Route 53 stops probing. The check then counts as healthy, before inversion. */
  public Check disabled(boolean on) {
    return with("disabled", on);
  }

  /**
   * The name, or the tag {@code Name}, that the health check had earlier. Terraform then moves it
   * instead of deleting and creating it.
   */
  public Check was(String earlier) {
    return with("was", earlier);
  }

  private Check with(String key, Object setting) {
    if (!(value instanceof Mapping mapping)) {
      throw new IllegalStateException(
          "\"" + value + "\" is only the name of a health check, so you cannot set " + key);
    }
    return new Check(mapping.with(key, setting));
  }

  /** A mapping, or a name. */
  Object value() {
    return value;
  }
}
