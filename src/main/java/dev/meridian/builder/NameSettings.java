package dev.meridian.builder;

/** The settings of a routed name besides its policy. Immutable. */
public final class NameSettings {
  private final Mapping mapping;

  private NameSettings(Mapping mapping) {
    this.mapping = mapping;
  }

  /** A name with the common TTL and records of its own. */
  public static NameSettings defaults() {
    return new NameSettings(Mapping.EMPTY);
  }

  /**
   * The TTL of its records.
   *
   * @param seconds 0 to 2147483647
   */
  public NameSettings ttl(int seconds) {
    return with("ttl", seconds);
  }

  /**
   * The name is a simple alias to its policy's records, so that the kind of the policy can change
   * in one apply.
   */
  public NameSettings frontDoor() {
    return with("front-door", true);
  }

  /**
   * Route 53 creates the records from a traffic policy, which costs 50 $ a month for each type;
   * docs/traffic-policies.md.
   */
  public NameSettings viaTrafficPolicy() {
    return with("via", "traffic-policy");
  }

  /** A function changes the weights to what CloudWatch measures. The policy is weighted. */
  public NameSettings adjust(AdjustSettings settings) {
    return with("adjust", settings.mapping());
  }

  /** A function moves the requests from one branch of the weighted policy to the other. */
  public NameSettings ramp(RampSettings settings) {
    return with("ramp", settings.mapping());
  }

  private NameSettings with(String key, Object value) {
    return new NameSettings(mapping.with(key, value));
  }

  Mapping mapping() {
    return mapping;
  }
}
