package dev.meridian.builder;

import java.util.List;

/**
 * A branch of a routing policy: its target and its settings, such as a weight. Immutable. {@link
 * DeploymentBuilder#build} reports settings that the policy does not have.
 */
public final class Branch {
  private final Mapping mapping;

  private Branch(Mapping mapping) {
    this.mapping = mapping;
  }

  /** A region's code, or the name of an endpoint. */
  public static Branch to(String endpoint) {
    return new Branch(Mapping.of("to", endpoint));
  }

  /** Another policy. */
  public static Branch to(Policy policy) {
    return new Branch(Mapping.of("to", policy.mapping()));
  }

  /** Another name of the declaration: the record set is an alias to it. */
  public static Branch toName(String label) {
    return new Branch(Mapping.of("to", Mapping.of("name", label)));
  }

  /** The branch's own health check, instead of its endpoint's. */
  public Branch healthCheck(Check check) {
    return with("health-check", check.value());
  }

  /** Whether an alias is unhealthy while all its targets are unhealthy; by default, true. */
  public Branch evaluateTargetHealth(boolean on) {
    return with("evaluate-target-health", on);
  }

  /**
   * The set identifier of the branch's record set, 1 to 128 characters; by default, the label.
   * Every branch of a policy needs a different one.
   */
  public Branch identifier(String identifier) {
    return with("identifier", identifier);
  }

  /** The TTL of this branch and those below it, in seconds; by default, the name's. */
  public Branch ttl(int seconds) {
    return with("ttl", seconds);
  }

  /**
   * Whether all addresses of the endpoint are the values of one record set. By default, each
   * address has a record set of its own.
   */
  public Branch oneRecordSet(boolean on) {
    return with("one-record-set", on);
  }

  /**
   * The label or the set identifier that the branch had earlier. Terraform then moves its resources
   * instead of deleting and creating them.
   */
  public Branch was(String earlier) {
    return with("was", earlier);
  }

  /** Weighted: 0 to 255. */
  public Branch weight(int weight) {
    return with("weight", weight);
  }

  /** Geoproximity: -99 to 99. */
  public Branch bias(int bias) {
    return with("bias", bias);
  }

  /**
   * Geoproximity: a location in degrees, with at most two decimals.
   *
   * @param latitude -90 to 90; north is positive
   * @param longitude -180 to 180; east is positive
   */
  public Branch coordinates(double latitude, double longitude) {
    return with("coordinates", List.of(plain(latitude), plain(longitude)));
  }

  /** Geoproximity: an AWS Region, by its code. */
  public Branch awsRegion(String code) {
    return with("region", code);
  }

  /** Geoproximity: an AWS Local Zone group, such as {@code us-east-1-bos-1}. */
  public Branch localZoneGroup(String group) {
    return with("local-zone-group", group);
  }

  /** The number without an exponent. The reader refuses infinity and NaN. */
  static Object plain(double number) {
    return Double.isFinite(number) ? new Decimal(number) : String.valueOf(number);
  }

  private record Decimal(double number) {
    @Override
    public String toString() {
      return new java.math.BigDecimal(Double.toString(number)).toPlainString();
    }
  }

  private Branch with(String key, Object value) {
    return new Branch(mapping.with(key, value));
  }

  Mapping mapping() {
    return mapping;
  }
}
