package dev.meridian.aws;

import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
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
 * @param zoneId the id of the record's zone; an alias with this id points to another record set
 * @param healthChecks maps Route 53's ids to the plan's
 * @param collections maps ids of CIDR collections to their names
 * @param unread takes the record sets that cannot be read
 */
record RecordSetReader(
    String zoneId,
    Map<String, String> healthChecks,
    Map<String, String> collections,
    List<UnsupportedRecord> unread) {

  Optional<RecordSet> read(ResourceRecordSet set) {
    RecordKey key = null;
    try {
      RrsetKey group = ApiRecordSet.group(set.name(), set.typeAsString());
      key = new RecordKey(group, WholeSetIdentifiers.of(set));
      if (isOfNewKind(set)) {
        throw InvalidValue.notKnownYet(
            "what it answers with, which is neither values nor an alias", ApiRouting.EFFECT);
      }
      return Optional.of(flat(set).toRecordSet(zoneId));
    } catch (InvalidValue e) {
      report(set, e, key);
      return Optional.empty();
    }
  }

  /** Whether none of the fields that a record set answers with is there. */
  private static boolean isOfNewKind(ResourceRecordSet set) {
    return set.ttl() == null
        && set.resourceRecords().isEmpty()
        && set.aliasTarget() == null
        && set.trafficPolicyInstanceId() == null;
  }

  private ApiRecordSet flat(ResourceRecordSet set) {
    List<@Nullable Value> values =
        set.hasResourceRecords() && !set.resourceRecords().isEmpty()
            ? set.resourceRecords().stream()
                .map(ResourceRecord::value)
                .map(RecordSetReader::value)
                .toList()
            : null;
    return new ApiRecordSet(
        set.name(),
        set.typeAsString(),
        WholeSetIdentifiers.of(set),
        new RoutingFields(collections).of(set),
        values == null ? null : set.ttl(), // an emulator gives an alias a TTL too
        values,
        alias(set.aliasTarget()),
        healthCheck(set),
        set.trafficPolicyInstanceId());
  }

  private static ApiRecordSet.@Nullable Alias alias(@Nullable AliasTarget target) {
    return target == null
        ? null
        : new ApiRecordSet.Alias(
            value(target.hostedZoneId()), value(target.dnsName()), target.evaluateTargetHealth());
  }

  private static @Nullable Value value(@Nullable String text) {
    return text == null ? null : Value.literal(text);
  }

  private void report(ResourceRecordSet set, InvalidValue why, @Nullable RecordKey key) {
    String identifier = set.setIdentifier() == null ? "" : " " + WholeSetIdentifiers.of(set);
    String name = set.name() + " " + set.typeAsString() + identifier;
    unread.add(
        new UnsupportedRecord(
            UnsupportedRecord.Kind.RECORD, name, why.what(), key, otherType(set).orElse(null)));
  }

  private static Optional<UnreadRecord> otherType(ResourceRecordSet set) {
    String name = set.name();
    String type = set.typeAsString();
    if (name == null || type == null || RecordType.find(type).isPresent()) {
      return Optional.empty();
    }
    return DnsName.of(Value.literal(name))
        .map(owner -> UnreadRecord.ofOtherType(owner, type, set.setIdentifier() == null));
  }

  private @Nullable String healthCheck(ResourceRecordSet set) {
    String id = set.healthCheckId();
    if (id != null && !healthChecks.containsKey(id)) {
      throw new InvalidValue(
          "its health check " + id + " no longer exists, so its health is not known",
          "remove it from the record");
    }
    return id == null ? null : healthChecks.get(id);
  }
}
