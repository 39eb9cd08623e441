package dev.meridian.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds record sets that Route 53 rejects because another one of the same name and type has the
 * same location, region, or failover role. A Terraform plan or an emulator can contain both; Route
 * 53 has the one that was created first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-geo.html">Values
 *     specific for geolocation records</a>
 */
public final class ConflictingRecords {
  private record Slot(RrsetKey group, String slot) {}

  private ConflictingRecords() {}

  /**
   * The record sets of {@code plan} with a conflict, each with the first one that it conflicts
   * with.
   */
  public static Map<RecordKey, RecordKey> in(RoutingPlan plan) {
    Map<Slot, RecordKey> first = new HashMap<>();
    Map<RecordKey, RecordKey> conflicts = new LinkedHashMap<>();
    for (RecordSet record : plan.records()) {
      RecordKey earlier = first.putIfAbsent(new Slot(record.group(), record.slot()), record.key());
      if (earlier != null) {
        conflicts.put(record.key(), earlier);
      }
    }
    return Collections.unmodifiableMap(conflicts);
  }

  /** Why Route 53 rejects {@code later}; a clause that begins with its name. */
  public static String why(RecordKey later, RecordKey earlier) {
    return later
        + ": Route 53 accepts one record set per location, region, or failover role, and "
        + earlier
        + " has the same";
  }
}
