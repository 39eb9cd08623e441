package dev.meridian.model;

import java.util.HashSet;
import java.util.List;

/**
 * The data of a record set: its own values, or an alias to another record set or an AWS resource.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">API
 *     AliasTarget</a>
 */
public sealed interface RecordData {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** The values, including those not known yet; empty for an alias to a record set. */
  List<Value> parts();

  /** One method per kind of data. */
  interface Cases<R> {
    R values(Values data);

    R recordAlias(RecordAlias data);

    R resourceAlias(ResourceAlias data);
  }

  /**
   * Values of the record set's type.
   *
   * @param ttl seconds, 0..2147483647 (RFC 2181, section 8)
   * @param values 1..400 different values
   */
  record Values(long ttl, List<Value> values) implements RecordData {
    public static final long MAX_TTL = 2_147_483_647L;
    public static final int MAX_VALUES = 400;

    public Values {
      checkTtl(ttl);
      values = List.copyOf(values);
      InvalidValue.outside(
          "the number of values", values.size(), 1, MAX_VALUES, "split them into several records");
      if (new HashSet<>(values).size() < values.size()) {
        throw new InvalidValue("duplicate value in " + values, "remove one");
      }
    }

    public static void checkTtl(long ttl) {
      InvalidValue.outside("ttl", ttl, 0, MAX_TTL, "write seconds; 60 suits health-checked names");
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.values(this);
    }

    @Override
    public List<Value> parts() {
      return values;
    }
  }

  /** An alias to the record sets of {@code target}, of the same type and in the same zone. */
  record RecordAlias(DnsName target, boolean evaluateTargetHealth) implements RecordData {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.recordAlias(this);
    }

    @Override
    public List<Value> parts() {
      return List.of();
    }
  }

  /**
   * An alias to an AWS resource, such as a load balancer.
   *
   * @param zoneId the canonical hosted zone id of the resource's service and region
   */
  record ResourceAlias(Value dnsName, Value zoneId, boolean evaluateTargetHealth)
      implements RecordData {
    /** The hosted zone id of every CloudFront distribution (API AliasTarget.HostedZoneId). */
    public static final String CLOUDFRONT_ZONE_ID = "Z2FDTNDATAQYW2";

    /** The hosted zone id of every accelerator of Global Accelerator (the same page). */
    public static final String GLOBAL_ACCELERATOR_ZONE_ID = "Z2BJ6XQ5FK7U4H";

    public ResourceAlias {
      if (evaluateTargetHealth && zoneId.equals(Value.literal(CLOUDFRONT_ZONE_ID))) {
        throw new InvalidValue(
            "an alias to CloudFront cannot evaluate target health",
            "write evaluate-target-health: false for this branch");
      }
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.resourceAlias(this);
    }

    @Override
    public List<Value> parts() {
      return List.of(dnsName, zoneId);
    }
  }
}
