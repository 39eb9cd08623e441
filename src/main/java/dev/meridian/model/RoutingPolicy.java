package dev.meridian.model;

import java.util.regex.Pattern;

/**
 * The routing policy of one record set, with its setting. Route 53 uses it to choose among the
 * record sets with the same name and type.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
public sealed interface RoutingPolicy {

  PolicyKind kind();

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per policy. */
  interface Cases<R> {
    R simple(Simple policy);

    R weighted(Weighted policy);

    R latency(Latency policy);

    R geolocation(Geolocation policy);

    R geoproximity(Geoproximity policy);

    R failover(Failover policy);

    R multivalue(Multivalue policy);

    R ipBased(IpBased policy);

    R azAffinity(AzAffinity policy);
  }

  /** The only record set of its name and type. */
  record Simple() implements RoutingPolicy {
    @Override
    public PolicyKind kind() {
      return PolicyKind.SIMPLE;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.simple(this);
    }
  }

  /**
   * A share of the answers.
   *
   * @param weight 0..255; with 0, the record set answers only while none with a weight above 0 can
   */
  record Weighted(int weight) implements RoutingPolicy {
    public static final int MAX_WEIGHT = 255;

    public Weighted {
      InvalidValue.outside(
          "weight", weight, 0, MAX_WEIGHT, "use 0 to drain it, or scale all weights down");
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.WEIGHTED;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.weighted(this);
    }
  }

  /**
   * Answers the clients for whom {@code region} has the lowest latency.
   *
   * @param region an AWS region code, such as {@code eu-west-1}
   */
  record Latency(String region) implements RoutingPolicy {
    public Latency {
      RegionCode.check(region);
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.LATENCY;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.latency(this);
    }
  }

  /** Answers the clients in one location. */
  record Geolocation(GeoLocation location) implements RoutingPolicy {
    @Override
    public PolicyKind kind() {
      return PolicyKind.GEOLOCATION;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.geolocation(this);
    }
  }

  /**
   * Answers the clients nearest to {@code location}.
   *
   * @param bias -99..99; above 0 grows the area, below 0 shrinks it
   */
  record Geoproximity(GeoproximityLocation location, int bias) implements RoutingPolicy {
    public static final int MAX_BIAS = 99;

    public Geoproximity {
      checkBias(bias);
    }

    public static void checkBias(int bias) {
      InvalidValue.outside(
          "bias", bias, -MAX_BIAS, MAX_BIAS, "use -99 (smallest area) to 99 (largest area)");
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.GEOPROXIMITY;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.geoproximity(this);
    }
  }

  /** {@code SECONDARY} answers while {@code PRIMARY} is unhealthy. */
  record Failover(Role role) implements RoutingPolicy {
    /** The two roles of a failover pair. */
    public enum Role {
      PRIMARY,
      SECONDARY
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.FAILOVER;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.failover(this);
    }
  }

  /** Route 53 answers with up to eight healthy record sets at a time. */
  record Multivalue() implements RoutingPolicy {
    @Override
    public PolicyKind kind() {
      return PolicyKind.MULTIVALUE;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.multivalue(this);
    }
  }

  /**
   * Answers the clients whose address is in one location of a CIDR collection.
   *
   * @param collection the name of a {@link CidrCollection}
   * @param location a location of that collection, or {@value #DEFAULT} for all other clients
   */
  record IpBased(String collection, String location) implements RoutingPolicy {
    public static final String DEFAULT = "*";

    private static final Pattern LOCATION = Pattern.compile("[0-9A-Za-z_-]{1,16}|\\*");

    public IpBased {
      if (!LOCATION.matcher(location).matches()) {
        throw new InvalidValue(
            "\"" + location + "\" is not a CIDR location name",
            "use 1 to 16 letters, digits, - and _, or default");
      }
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.IP_BASED;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.ipBased(this);
    }
  }

  /** Answers the clients of one Availability Zone, or of a larger location; private zones only. */
  record AzAffinity(AzLocation location) implements RoutingPolicy {
    @Override
    public PolicyKind kind() {
      return PolicyKind.AZ_AFFINITY;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.azAffinity(this);
    }
  }
}
