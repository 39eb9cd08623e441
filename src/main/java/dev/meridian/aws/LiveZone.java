package dev.meridian.aws;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.ZoneKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A hosted zone as Route 53 has it now.
 *
 * @param plan canonical, all values literal, without the zone's own NS and SOA records
 * @param healthCheckIds maps the plan's id of each health check to Route 53's
 * @param owned the plan's ids of health checks that have the owner's tags
 * @param unread what the plan cannot express, sorted
 * @param apex the zone's own NS and SOA records, which Route 53 created with it
 */
public record LiveZone(
    String id,
    DnsName name,
    ZoneKind kind,
    RoutingPlan plan,
    SortedMap<String, String> healthCheckIds,
    SortedSet<String> owned,
    List<UnsupportedRecord> unread,
    List<RecordSet> apex) {

  public LiveZone {
    healthCheckIds = Collections.unmodifiableSortedMap(new TreeMap<>(healthCheckIds));
    owned = Collections.unmodifiableSortedSet(new TreeSet<>(owned));
    unread = unread.stream().sorted().toList();
    apex = List.copyOf(apex);
  }

  /** This zone with another plan and other unread parts. */
  public LiveZone with(RoutingPlan otherPlan, List<UnsupportedRecord> otherUnread) {
    return new LiveZone(id, name, kind, otherPlan, healthCheckIds, owned, otherUnread, apex);
  }

  /** The names and types that traffic policy instances answer for, whether they are read or not. */
  public SortedSet<RrsetKey> policyInstances() {
    SortedSet<RrsetKey> instances = new TreeSet<>(plan.policyRecords());
    unread.stream()
        .filter(one -> one.kind() == UnsupportedRecord.Kind.POLICY_INSTANCE)
        .flatMap(one -> one.key().stream())
        .forEach(key -> instances.add(key.group()));
    return Collections.unmodifiableSortedSet(instances);
  }

  /** The record sets among {@link #unread}. */
  public List<UnreadRecord> unreadRecords() {
    return unread.stream().flatMap(one -> one.unread().stream()).distinct().sorted().toList();
  }
}
