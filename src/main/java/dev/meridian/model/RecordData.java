package dev.meridian.model;

import java.util.HashSet;
import java.util.List;

/**
 * What a record set answers with: values of its own, or an alias to what something else answers.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">API
 *     AliasTarget</a>
 */
public sealed interface RecordData {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** The values in it, known or not; none for an alias to a record set. */
  List<Value> parts();

  /** One method a kind of answer. */
  interface Cases<R> {
    R values(Values data);

    R recordAlias(RecordAlias data);

    R resourceAlias(ResourceAlias data);
  }

  /**
   * Values of the record set's type.
   *
   * @param ttl seconds, 0..2147483647 (RFC 2181 8)
   * @param values 1..400, without doubles
   */
  record Values(long ttl, List<Value> values) implements RecordData {
    public static final long MAX_TTL = 2_147_483_647L;
    public static final int MAX_VALUES = 400;

    public Values {
      checkTtl(ttl);
      values = List.copyOf(values);
      InvalidValue.outside(
          "the number of values", values.size(), 1, MAX_VALUES, "split them over several records");
      if (new HashSet<>(values).size() < values.size()) {
        throw new InvalidValue("a value stands twice in " + values, "remove the double");
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
