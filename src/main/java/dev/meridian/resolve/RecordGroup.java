package dev.meridian.resolve;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The record sets of one name and type. */
public final class RecordGroup {
  public final RrsetKey key;
  public final PolicyKind kind;

  /** In the policy's order if it is the same for every client; otherwise, by set identifier. */
  public final IndexedRecord[] members;

  private final Map<GeoLocation, IndexedRecord> byLocation;
  private final boolean weightless;

  RecordGroup(RrsetKey key, List<IndexedRecord> records) {
    this.key = key;
    this.kind = records.get(0).record.policy().kind();
    records.forEach(this::checkKind);
    if (kind == PolicyKind.SIMPLE && records.size() > 1) {
      throw new InvalidValue(
          key + " has several simple records", "put their values into one record");
    }
    List<IndexedRecord> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.comparing((IndexedRecord m) -> role(m)).thenComparing(RecordGroup::identifier));
    this.members = sorted.toArray(new IndexedRecord[0]);
    this.byLocation = locations(sorted);
    this.weightless = sorted.stream().allMatch(member -> member.weight == 0);
  }

  private void checkKind(IndexedRecord member) {
    if (member.record.policy().kind() != kind) {
      throw new InvalidValue(
          key + " mixes " + kind.keyword() + " and " + member.record.policy().kind().keyword(),
          "give all records of one name and type the same routing policy");
    }
  }

  private static RoutingPolicy.Failover.Role role(IndexedRecord member) {
    return member.record.policy() instanceof RoutingPolicy.Failover failover
        ? failover.role()
        : RoutingPolicy.Failover.Role.PRIMARY;
  }

  private static String identifier(IndexedRecord member) {
    return member.record.key().identifier().orElse("");
  }

  private static Map<GeoLocation, IndexedRecord> locations(List<IndexedRecord> members) {
    Map<GeoLocation, IndexedRecord> found = new HashMap<>();
    for (IndexedRecord member : members) {
      if (member.record.policy() instanceof RoutingPolicy.Geolocation policy) {
        found.put(policy.location(), member);
      }
    }
    return found;
  }

  public boolean has(IndexedRecord member) {
    return member.record.group().equals(key);
  }

  Map<GeoLocation, IndexedRecord> byLocation() {
    return byLocation;
  }

  /** Whether it is weighted and every weight is 0. */
  boolean isWeightless() {
    return weightless;
  }

  /** Whether the client decides which records apply. */
  boolean isLocated() {
    return switch (kind) {
      case GEOLOCATION, IP_BASED, AZ_AFFINITY -> true;
      case SIMPLE, WEIGHTED, LATENCY, GEOPROXIMITY, FAILOVER, MULTIVALUE -> false;
    };
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
