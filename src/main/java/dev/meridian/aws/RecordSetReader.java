package dev.meridian.aws;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Reads one record set.
 *
 * @param zoneId of the zone the record is in: an alias to it leads to another record
 * @param healthChecks Route 53's ids to the plan's
 * @param collections ids of CIDR collections to their names
 * @param unread takes the record sets that cannot be read
 */
record RecordSetReader(
    String zoneId,
    Map<String, String> healthChecks,
    Map<String, String> collections,
    List<UnsupportedRecord> unread) {

  Optional<RecordSet> read(ResourceRecordSet set) {
    try {
      RrsetKey group = new RrsetKey(new DnsName(Required.of(set.name(), "name")), type(set));
      return record(set, group);
    } catch (InvalidValue e) {
      tell(set, e, null);
      return Optional.empty();
    }
  }

  private Optional<RecordSet> record(ResourceRecordSet set, RrsetKey group) {
    RecordKey key = new RecordKey(group, set.setIdentifier());
    try {
      return Optional.of(
          new RecordSet(
              key, new RoutingPolicyReader(collections).read(set), answer(set), healthCheck(set)));
    } catch (InvalidValue e) {
      tell(set, e, key);
      return Optional.empty();
    }
  }

  private void tell(ResourceRecordSet set, InvalidValue why, @Nullable RecordKey key) {
    String identifier = set.setIdentifier() == null ? "" : " " + set.setIdentifier();
    String name = set.name() + " " + set.typeAsString() + identifier;
    unread.add(new UnsupportedRecord(UnsupportedRecord.Kind.RECORD, name, why.what(), key));
  }

  private static RecordType type(ResourceRecordSet set) {
    String type = Required.of(set.typeAsString(), "type");
    try {
      return RecordType.valueOf(type);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("the type is not known", "a newer Meridian may know it");
    }
  }

  private RecordData answer(ResourceRecordSet set) {
    if (set.trafficPolicyInstanceId() != null) {
      throw new InvalidValue(
          "it is made by the traffic policy instance " + set.trafficPolicyInstanceId(),
          "look after it yourself");
    }
    AliasTarget alias = set.aliasTarget();
    if (alias == null) {
      List<Value> values =
          set.resourceRecords().stream()
              .map(ResourceRecord::value)
              .map(value -> Value.literal(Required.of(value, "text in one of its values")))
              .toList();
      return new RecordData.Values(Required.of(set.ttl(), "TTL"), values);
    }
    boolean evaluate = Boolean.TRUE.equals(alias.evaluateTargetHealth());
    String targetZone = Required.of(alias.hostedZoneId(), "hosted zone of its alias target");
    String target = Required.of(alias.dnsName(), "name of its alias target");
    return targetZone.equals(zoneId)
        ? new RecordData.RecordAlias(new DnsName(target), evaluate)
        : new RecordData.ResourceAlias(Value.literal(target), Value.literal(targetZone), evaluate);
  }

  private @Nullable String healthCheck(ResourceRecordSet set) {
    String id = set.healthCheckId();
    if (id != null && !healthChecks.containsKey(id)) {
      throw new InvalidValue(
          "its health check " + id + " no longer exists", "remove it from the record");
    }
    return id == null ? null : healthChecks.get(id);
  }
}
