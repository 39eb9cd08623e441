package dev.meridian.model;

import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A health check in the flat form of Route 53's API. The readers of Terraform documents and of the
 * live account only copy fields. {@link #toHealthCheck} checks that they are complete and fit
 * together.
 *
 * @param type required by the API; null if it is missing
 * @param inverted null for false
 * @param disabled null for false
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig</a>
 */
public record ApiHealthCheck(
    @Nullable String type,
    Probe probe,
    Timing timing,
    Source source,
    @Nullable Boolean inverted,
    @Nullable Boolean disabled) {
  private static final String EFFECT = "whether the health check is healthy is not known";
  private static final String STRING_MATCH = "_STR_MATCH";
  private static final Set<String> PROBELESS =
      Set.of("CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL");

  /**
   * What the check of an endpoint connects to and sends.
   *
   * @param enableSni null for true if it is an HTTPS check, otherwise for false
   * @param regions null for all
   */
  public record Probe(
      @Nullable Value ipAddress,
      @Nullable Value fqdn,
      @Nullable Long port,
      @Nullable String resourcePath,
      @Nullable String searchString,
      @Nullable Boolean enableSni,
      @Nullable List<String> regions) {
    public static final Probe NONE = new Probe(null, null, null, null, null, null, null);

    public Probe {
      regions = regions == null ? null : List.copyOf(regions);
    }
  }

  /**
   * How often Route 53 runs a check.
   *
   * @param requestInterval seconds; null for 30
   * @param failureThreshold null for 3
   * @param measureLatency null for false
   */
  public record Timing(
      @Nullable Long requestInterval,
      @Nullable Long failureThreshold,
      @Nullable Boolean measureLatency) {
    public static final Timing DEFAULT = new Timing(null, null, null);
  }

  /** The source of checks that don't probe an endpoint. */
  public record Source(
      @Nullable Long healthThreshold,
      @Nullable List<String> childHealthChecks,
      @Nullable String alarmName,
      @Nullable String alarmRegion,
      @Nullable String insufficientDataHealthStatus,
      @Nullable Value routingControlArn) {
    public static final Source NONE = new Source(null, null, null, null, null, null);

    public Source {
      childHealthChecks = childHealthChecks == null ? null : List.copyOf(childHealthChecks);
    }
  }

  /**
   * This check as Route 53 stores it: without the fields of a probe, if it doesn't probe an
   * endpoint. Emulators add some, such as port 80. Don't use this method for a proposed check,
   * because Route 53 refuses such fields.
   */
  public ApiHealthCheck stored() {
    return type != null && PROBELESS.contains(type)
        ? new ApiHealthCheck(type, Probe.NONE, Timing.DEFAULT, source, inverted, disabled)
        : this;
  }

  /**
   * The health check.
   *
   * @param id the ID of the check in the plan
   * @throws InvalidValue if Route 53 does not accept the fields together
   */
  public HealthCheck toHealthCheck(String id) {
    return new HealthCheck(
        id, toConfig(), Boolean.TRUE.equals(inverted), Boolean.TRUE.equals(disabled));
  }

  private HealthCheckConfig toConfig() {
    String known = requiredType();
    return switch (known) {
      case "HTTP", "HTTPS", "TCP", "HTTP_STR_MATCH", "HTTPS_STR_MATCH" -> endpoint(known);
      case "CALCULATED" -> calculated();
      case "CLOUDWATCH_METRIC" -> cloudWatchMetric();
      case "RECOVERY_CONTROL" -> recoveryControl();
      default -> throw InvalidValue.notKnownYet("health checks of the type " + known, EFFECT);
    };
  }

  private String requiredType() {
    return InvalidValue.required(type, "type");
  }

  private HealthCheckConfig endpoint(String known) {
    refuse(source.alarmName != null || source.alarmRegion != null, "an metric region specified");
    refuse(source.healthThreshold != null, "a health threshold specified");
    refuse(source.childHealthChecks != null, "child health checks specified");
    refuse(source.insufficientDataHealthStatus != null, "an insufficient data status specified");
    refuse(source.routingControlArn != null, "a routing control specified");
    boolean search = known.endsWith(STRING_MATCH);
    if (search != (probe.searchString != null)) {
      throw new InvalidValue(
          known + (search ? " has no search string" : " cannot search for a string"),
          "use a search string with the types that end in " + STRING_MATCH);
    }
    Protocol protocol = Protocol.valueOf(known.replace(STRING_MATCH, ""));
    return new HealthCheckConfig.Endpoint(
        protocol,
        destination(protocol),
        port(protocol),
        protocol == Protocol.TCP ? null : probe.resourcePath,
        probe.searchString,
        probing(),
        sni(protocol));
  }

  /** A TCP check only connects: it does not send a Host header or request a path. */
  private Destination destination(Protocol protocol) {
    boolean address = probe.ipAddress != null;
    return new Destination(
        probe.ipAddress, protocol == Protocol.TCP && address ? null : probe.fqdn);
  }

  private int port(Protocol protocol) {
    if (probe.port != null) {
      return whole("port", probe.port);
    }
    return protocol
        .defaultPort()
        .orElseThrow(() -> new InvalidValue("a TCP check has no port", "name the port"));
  }

  private boolean sni(Protocol protocol) {
    return protocol == Protocol.HTTPS && !Boolean.FALSE.equals(probe.enableSni);
  }

  private Probing probing() {
    List<String> regions = probe.regions == null ? List.of() : probe.regions;
    if (probe.regions != null && regions.isEmpty()) {
      throw new InvalidValue(
          "the list of checker regions is empty", "name at least three, or remove the list");
    }
    return new Probing(
        timing.requestInterval == null
            ? Probing.STANDARD
            : whole("interval", timing.requestInterval),
        timing.failureThreshold == null
            ? Probing.DEFAULT_THRESHOLD
            : whole("failure-threshold", timing.failureThreshold),
        regions.stream().map(ApiHealthCheck::region).collect(Collectors.toSet()),
        Boolean.TRUE.equals(timing.measureLatency));
  }

  private static CheckerRegion region(String code) {
    return CheckerRegion.of(code)
        .orElseThrow(() -> InvalidValue.notKnownYet("health checkers in " + code, EFFECT));
  }

  private HealthCheckConfig calculated() {
    refuseProbe();
    checkTiming();
    refuse(source.alarmName != null || source.alarmRegion != null, "an metric region specified");
    refuse(source.routingControlArn != null, "a routing control specified");
    refuse(source.insufficientDataHealthStatus != null, "an insufficient data status specified");
    Long threshold = source.healthThreshold;
    if (threshold == null) {
      throw new InvalidValue(
          "a calculated health check must have a health threshold specified",
          "write how many must be healthy");
    }
    List<String> children = source.childHealthChecks;
    return new HealthCheckConfig.Calculated(
        whole("threshold", threshold), children == null ? List.of() : children);
  }

  private HealthCheckConfig cloudWatchMetric() {
    refuseProbe();
    checkTiming();
    refuse(source.healthThreshold != null, "a health threshold specified");
    refuse(source.childHealthChecks != null, "child health checks specified");
    refuse(source.routingControlArn != null, "a routing control specified");
    return new CloudWatchMetric(
        InvalidValue.required(source.alarmName, "name of its alarm"),
        InvalidValue.required(source.alarmRegion, "region of its alarm"),
        source.insufficientDataHealthStatus == null
            ? InsufficientData.LAST_KNOWN_STATUS
            : insufficientData(source.insufficientDataHealthStatus));
  }

  private static InsufficientData insufficientData(String name) {
    return Arrays.stream(InsufficientData.values())
        .filter(status -> status.apiName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidValue.notKnownYet(
                    "the status \"" + name + "\" for insufficient data", EFFECT));
  }

  private HealthCheckConfig recoveryControl() {
    refuseProbe();
    refuse(source.alarmName != null || source.alarmRegion != null, "an metric region specified");
    refuse(source.healthThreshold != null, "a health threshold specified");
    refuse(source.childHealthChecks != null, "child health checks specified");
    refuse(source.insufficientDataHealthStatus != null, "an insufficient data status specified");
    refuse(timing.requestInterval != null, "a request interval specified");
    refuse(timing.failureThreshold != null, "a failure threshold specified");
    refuse(Boolean.TRUE.equals(timing.measureLatency), "latency measurement specified");
    return new HealthCheckConfig.RecoveryControl(
        InvalidValue.required(source.routingControlArn, "routing control"));
  }

  /** These checks don't probe an endpoint, but their values must still be in the API's ranges. */
  private void checkTiming() {
    probing();
  }

  private void refuseProbe() {
    boolean any =
        Stream.of(
                probe.ipAddress,
                probe.fqdn,
                probe.port,
                probe.resourcePath,
                probe.searchString,
                probe.regions)
            .anyMatch(Objects::nonNull);
    refuse(any, "an address, host, port, path, search string or regions specified");
  }

  private void refuse(boolean present, String what) {
    if (present) {
      String known = requiredType();
      boolean basic = Set.of("HTTP", "HTTPS", "TCP").contains(known.replace(STRING_MATCH, ""));
      throw new InvalidValue(
          "Invalid parameter : "
              + (basic ? "Basic" : known)
              + " health checks must not have "
              + what
              + ".",
          "remove it, or use another type of health check");
    }
  }

  private static int whole(String noun, long number) {
    InvalidValue.outside(
        noun, number, Integer.MIN_VALUE, Integer.MAX_VALUE, "use a smaller number");
    return (int) number;
  }
}
