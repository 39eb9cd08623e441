package dev.meridian.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record set in the API's flat form, as a state or a live zone tells it: any field may be missing
 * or too many until {@link #toRecordSet} has looked.
 *
 * @param ttl seconds; null for an alias
 * @param values null for an alias
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
public record ApiRecordSet(
    String name,
    String type,
    @Nullable String setIdentifier,
    ApiRouting routing,
    @Nullable Long ttl,
    @Nullable List<String> values,
    @Nullable Alias alias,
    @Nullable String healthCheckId,
    @Nullable String trafficPolicyInstanceId) {

  /**
   * API AliasTarget.
   *
   * @param evaluateTargetHealth required; null where it is missing
   */
  public record Alias(
      String hostedZoneId, String dnsName, @Nullable Boolean evaluateTargetHealth) {}

  public ApiRecordSet {
    values = values == null ? null : List.copyOf(values);
  }

  /**
   * The record set, if its fields go together.
   *
   * @param hostedZoneId the zone's own id: an alias with it leads to a record of the same zone
   */
  public RecordSet toRecordSet(String hostedZoneId) {
    RrsetKey group = new RrsetKey(new DnsName(name), recordType());
    RoutingPolicy policy = routing.toPolicy();
    if (setIdentifier != null && policy.kind() == PolicyKind.SIMPLE) {
      throw new InvalidValue(
          "Invalid request: "
              + ApiRouting.EXPECTED
              + ", but found none in Change with "
              + described(),
          "give it a routing policy, or remove the set identifier");
    }
    RecordKey key = new RecordKey(group, setIdentifier);
    return new RecordSet(key, policy, answer(hostedZoneId), healthCheckId);
  }

  private RecordType recordType() {
    return Arrays.stream(RecordType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "\"" + type + "\" is not a record type of Route 53",
                    "use one of " + Arrays.toString(RecordType.values())));
  }

  private RecordData answer(String hostedZoneId) {
    boolean some = ttl != null || values != null;
    long forms =
        Stream.of(alias != null, some, trafficPolicyInstanceId != null)
            .filter(present -> present)
            .count();
    if (forms == 1 && alias != null) {
      return alias(alias, hostedZoneId);
    }
    if (forms == 1 && ttl != null && values != null) {
      return new RecordData.Values(ttl, values.stream().map(Value::literal).toList());
    }
    throw new InvalidValue(
        forms == 1 && trafficPolicyInstanceId != null
            ? "only a traffic policy makes records with a TrafficPolicyInstanceId"
            : "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and"
                + " ResourceRecords], or TrafficPolicyInstanceId], but found "
                + (forms > 1 ? "more than one" : "none")
                + " in Change with "
                + described(),
        "give it a TTL and values, or an alias target");
  }

  private static RecordData alias(Alias alias, String hostedZoneId) {
    Boolean health = alias.evaluateTargetHealth();
    if (health == null) {
      throw new InvalidValue(
          "the alias to " + alias.dnsName() + " does not say EvaluateTargetHealth",
          "write true, or false for CloudFront");
    }
    return alias.hostedZoneId().equals(hostedZoneId)
        ? new RecordData.RecordAlias(new DnsName(alias.dnsName()), health)
        : new RecordData.ResourceAlias(
            Value.literal(alias.dnsName()), Value.literal(alias.hostedZoneId()), health);
  }

  private String described() {
    return "[Name=" + name + ", Type=" + type + ", SetIdentifier=" + setIdentifier + "]";
  }
}
