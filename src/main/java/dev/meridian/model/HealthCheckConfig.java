package dev.meridian.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Route 53 decides whether something is healthy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig</a>
 */
public sealed interface HealthCheckConfig {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of health check. */
  interface Cases<R> {
    R endpoint(Endpoint config);

    R calculated(Calculated config);

    R cloudWatchMetric(CloudWatchMetric config);

    R recoveryControl(RecoveryControl config);

    R unidentified(Unidentified config);
  }

  /** The protocol of a probe. */
  enum Protocol {
    HTTP(80),
    HTTPS(443),
    TCP(0);

    private final int defaultPort;

    Protocol(int defaultPort) {
      this.defaultPort = defaultPort;
    }

    /** The default port; empty for TCP, which needs an explicit port. */
    public Optional<Integer> defaultPort() {
      return defaultPort == 0 ? Optional.empty() : Optional.of(defaultPort);
    }
  }

  /**
   * A probe of an endpoint from several regions of the world.
   *
   * @param path for HTTP and HTTPS, with its leading slash, 1..255 characters; null for TCP
   * @param searchString text that must be in the first 5,120 bytes of the body, 1..255 characters;
   *     null not to search
   * @param port 1..65535
   * @param probing how often and from where
   * @param sni whether the host is part of the TLS handshake; always false except for HTTPS
   */
  record Endpoint(
      Protocol protocol,
      Destination destination,
      int port,
      @Nullable String path,
      @Nullable String searchString,
      Probing probing,
      boolean sni)
      implements HealthCheckConfig {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_TEXT = 255;

    public Endpoint {
      checkPort(port);
      if (path != null) {
        path = checkedPath(protocol, path);
      } else if (protocol != Protocol.TCP) {
        path = "/";
      }
      if (searchString != null) {
        checkSearch(protocol, searchString);
      }
      if (protocol == Protocol.TCP
          && destination.ipAddress() != null
          && destination.host() != null) {
        throw new InvalidValue(
            "a TCP health check of an address does not send a host name",
            "remove host, or use HTTP");
      }
      checkSni(protocol, sni);
    }

    public static void checkPort(int port) {
      InvalidValue.outside("port", port, 1, MAX_PORT, "write the port the endpoint listens on");
    }

    /** The path with its leading slash. */
    public static String checkedPath(Protocol protocol, String path) {
      refuseTcp(protocol);
      String whole = path.startsWith("/") ? path : "/" + path;
      InvalidValue.outside(
          "the length of the path", whole.length(), 1, MAX_TEXT, "use a shorter path");
      return whole;
    }

    public static void checkSearch(Protocol protocol, String searchString) {
      refuseTcp(protocol);
      InvalidValue.outside(
          "the length of the search string",
          searchString.length(),
          1,
          MAX_TEXT,
          "search for 1 to 255 characters");
    }

    public static void checkSni(Protocol protocol, boolean sni) {
      if (sni && protocol != Protocol.HTTPS) {
        throw new InvalidValue(
            "sni needs a TLS handshake, which " + protocol + " does not have",
            "remove sni, or use protocol: HTTPS");
      }
    }

    private static void refuseTcp(Protocol protocol) {
      if (protocol == Protocol.TCP) {
        throw new InvalidValue(
            "a TCP health check only connects; it cannot have a path or a search string",
            "remove path and search, or use protocol: HTTP");
      }
    }

    /** The same check of another destination. */
    public Endpoint at(Destination other) {
      return new Endpoint(protocol, other, port, path, searchString, probing, sni);
    }

    public Optional<String> resourcePath() {
      return Optional.ofNullable(path);
    }

    public Optional<String> search() {
      return Optional.ofNullable(searchString);
    }

    /** The type of this check in Route 53's API, such as {@code HTTPS_STR_MATCH}. */
    public String type() {
      return searchString == null ? protocol.name() : protocol + "_STR_MATCH";
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.endpoint(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Endpoint that
          && protocol.equals(that.protocol)
          && destination.equals(that.destination)
          && port == that.port
          && Objects.equals(path, that.path)
          && Objects.equals(searchString, that.searchString)
          && probing.equals(that.probing)
          && sni == that.sni;
    }

    @Override
    public int hashCode() {
      int hash = protocol.hashCode();
      hash = 31 * hash + destination.hashCode();
      hash = 31 * hash + port;
      hash = 31 * hash + Objects.hashCode(path);
      hash = 31 * hash + Objects.hashCode(searchString);
      hash = 31 * hash + probing.hashCode();
      hash = 31 * hash + Boolean.hashCode(sni);
      return hash;
    }
  }

  /**
   * Healthy while at least {@code threshold} of the children are healthy.
   *
   * @param threshold 0..256; with 0, always healthy; above the number of children, never healthy
   * @param children 1..255 different IDs of health checks that are not calculated
   */
  record Calculated(int threshold, List<String> children) implements HealthCheckConfig {
    public static final int MAX_CHILDREN = 255;
    private static final int MAX_THRESHOLD = 256;

    public Calculated {
      checkThreshold(threshold);
      children = List.copyOf(children);
      checkChildren(children);
    }

    public static void checkThreshold(int threshold) {
      InvalidValue.outside(
          "threshold", threshold, 0, MAX_THRESHOLD, "write how many must be healthy");
    }

    public static void checkChildren(List<String> children) {
      InvalidValue.outside(
          "the number of child health checks",
          children.size(),
          1,
          MAX_CHILDREN,
          "name 1 to 255 health checks");
      if (Set.copyOf(children).size() < children.size()) {
        throw new InvalidValue("duplicate child in " + children, "remove one");
      }
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.calculated(this);
    }
  }

  /** Follows the data stream of a CloudWatch alarm's metric. */
  record CloudWatchMetric(String alarmName, String region, InsufficientData insufficientData)
      implements HealthCheckConfig {
    private static final int MAX_NAME = 255;

    /** The status while the metric has no data, in the order of the API. */
    public enum InsufficientData {
      HEALTHY("Healthy", "healthy"),
      UNHEALTHY("Unhealthy", "unhealthy"),
      LAST_KNOWN_STATUS("LastKnownStatus", "last-known-status");

      private final String apiName;
      private final String keyword;

      InsufficientData(String apiName, String keyword) {
        this.apiName = apiName;
        this.keyword = keyword;
      }

      public String apiName() {
        return apiName;
      }

      /** The keyword in a declaration, such as {@code last-known-status}. */
      public String keyword() {
        return keyword;
      }
    }

    public CloudWatchMetric {
      InvalidValue.outside(
          "the length of the alarm name", alarmName.length(), 1, MAX_NAME, "name the alarm");
      RegionCode.check(region);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.cloudWatchMetric(this);
    }
  }

  /**
   * Healthy while an Application Recovery Controller routing control is on.
   *
   * @param routingControlArn its ARN, or a reference to one that does not exist yet
   */
  record RecoveryControl(Value routingControlArn) implements HealthCheckConfig {
    private static final Pattern ARN =
        Pattern.compile("(?=.{1,255}$)arn:aws[a-z-]*:route53-recovery-control:[^:]*:[^:]+:.+");

    /** Follows a routing control that exists. */
    public RecoveryControl(String routingControlArn) {
      this(Value.literal(routingControlArn));
    }

    public RecoveryControl {
      if (routingControlArn instanceof Value.Literal arn && !ARN.matcher(arn.text()).matches()) {
        throw new InvalidValue(
            "\"" + routingControlArn + "\" is not the ARN of a routing control",
            "write arn:aws:route53-recovery-control::ACCOUNT:controlpanel/ID/routingcontrol/ID");
      }
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.recoveryControl(this);
    }
  }

  /**
   * A health check that a record set has, although it is not known which one. Like any health check
   * that is not inverted, it is healthy while nothing is down.
   */
  record Unidentified() implements HealthCheckConfig {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unidentified(this);
    }
  }
}
