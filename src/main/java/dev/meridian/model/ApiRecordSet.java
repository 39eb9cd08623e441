package dev.meridian.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record set in the flat form of Route 53's API. The readers of Terraform documents and live
 * zones only copy fields. {@link #toRecordSet} checks that they are complete and fit together.
 *
 * @param name required by the API; null if it is missing
 * @param type required by the API; null if it is missing
 * @param ttl seconds; null for an alias
 * @param values null for an alias; a value is null if its text is missing
 * @param healthCheckId the ID of the health check in the plan
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
public record ApiRecordSet(
    @Nullable String name,
    @Nullable String type,
    @Nullable String setIdentifier,
    ApiRouting routing,
    @Nullable Long ttl,
    @Nullable List<@Nullable Value> values,
    @Nullable Alias alias,
    @Nullable String healthCheckId,
    @Nullable String trafficPolicyInstanceId) {

  /**
   * API AliasTarget.
   *
   * @param hostedZoneId required by the API; null if it is missing
   * @param dnsName required by the API; null if it is missing. If {@code hostedZoneId} is the
   *     record's own zone, it must be a literal
   * @param evaluateTargetHealth required by the API; null if it is missing
   */
  public record Alias(
      @Nullable Value hostedZoneId,
      @Nullable Value dnsName,
      @Nullable Boolean evaluateTargetHealth) {

    private RecordData toData(String ownZoneId) {
      Value zone = InvalidValue.required(hostedZoneId, "hosted zone of its alias target");
      Value target = InvalidValue.required(dnsName, "name of its alias target");
      Boolean health = evaluateTargetHealth;
      if (health == null) {
        throw new InvalidValue(
            "the alias to " + target + " does not say EvaluateTargetHealth",
            "write true, or false for CloudFront");
      }
      return zone.equals(Value.literal(ownZoneId))
          ? new RecordData.RecordAlias(name(target), health)
          : new RecordData.ResourceAlias(target, zone, health);
    }

    private static DnsName name(Value target) {
      if (target instanceof Value.Literal known) {
        return new DnsName(known.text());
      }
      throw new InvalidValue(
          "the record that its alias points to is known after apply", "read the state after apply");
    }
  }

  public ApiRecordSet {
    values = values == null ? null : Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * The name and type, which identify the record set even if the rest cannot be read.
   *
   * @throws InvalidValue if one of them is missing or Route 53 does not accept it
   */
  public static RrsetKey group(@Nullable String name, @Nullable String type) {
    DnsName owner = new DnsName(InvalidValue.required(name, "name"));
    return new RrsetKey(owner, RecordType.of(InvalidValue.required(type, "type")));
  }

  /**
   * The record set.
   *
   * @param hostedZoneId the ID of the zone that contains the record. An alias with this ID points
   *     to a record in the same zone
   * @throws InvalidValue if a field is missing or Route 53 does not accept the fields together
   */
  public RecordSet toRecordSet(String hostedZoneId) {
    RrsetKey group = group(name, type);
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
    return new RecordSet(key, policy, data(hostedZoneId), healthCheckId);
  }

  private RecordData data(String hostedZoneId) {
    if (trafficPolicyInstanceId != null) {
      throw new InvalidValue(
          "it is made by the traffic policy instance " + trafficPolicyInstanceId,
          "look after it yourself, because only a traffic policy makes such records");
    }
    boolean some = ttl != null || values != null;
    if (alias != null && !some) {
      return alias.toData(hostedZoneId);
    }
    if (alias == null && ttl != null && values != null) {
      return new RecordData.Values(ttl, known(values));
    }
    throw new InvalidValue(
        "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords],"
            + " or TrafficPolicyInstanceId], but found "
            + (alias != null ? "more than one" : "none")
            + " in Change with "
            + described()
            + (alias == null && some ? ": it has no " + (ttl == null ? "TTL" : "values") : ""),
        "give it a TTL and values, or an alias target");
  }

  private static List<Value> known(List<@Nullable Value> values) {
    return values.stream()
        .map(value -> InvalidValue.required(value, "text in one of its values"))
        .toList();
  }

  private String described() {
    return "[Name=" + name + ", Type=" + type + ", SetIdentifier=" + setIdentifier + "]";
  }
}
