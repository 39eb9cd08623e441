package dev.meridian.live;

import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RoutingPlan;
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
 * @param healthCheckIds what the plan calls each health check, to Route 53's id
 * @param unexpressed what the plan cannot say, each naming its record or health check, sorted
 * @param incomplete the groups of which a record set is among {@code unexpressed}
 */
public record LiveZone(
    String id,
    DnsName name,
    ZoneKind kind,
    RoutingPlan plan,
    SortedMap<String, String> healthCheckIds,
    List<String> unexpressed,
    SortedSet<GroupKey> incomplete) {

  public LiveZone {
    healthCheckIds = Collections.unmodifiableSortedMap(new TreeMap<>(healthCheckIds));
    unexpressed = List.copyOf(unexpressed);
    incomplete = Collections.unmodifiableSortedSet(new TreeSet<>(incomplete));
  }
}
