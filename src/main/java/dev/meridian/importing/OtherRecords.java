package dev.meridian.importing;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.DnsName;
import dev.meridian.model.Owner;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordText;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record sets of other types than A, AAAA, and CNAME: those that go into {@code records}, and
 * the reasons for the others. The zone's own NS and SOA records belong to Route 53, and ownership
 * records to the DNS stack, so they are neither.
 */
final class OtherRecords {
  private static final String ROUTES = "Meridian routes only A, AAAA and CNAME records, and ";

  private final DnsName zone;
  private final SortedMap<RrsetKey, RecordSet> declared = new TreeMap<>();
  private final SortedMap<RrsetKey, String> leftOut = new TreeMap<>();

  private OtherRecords(DnsName zone) {
    this.zone = zone;
  }

  /**
   * @param plan with the values as they are spelled
   * @param incomplete the groups with a record set that could not be read
   */
  static OtherRecords of(RoutingPlan plan, Set<RrsetKey> incomplete) {
    OtherRecords others = new OtherRecords(plan.zone());
    plan.groups()
        .forEach(
            (key, group) -> {
              if (!RecordType.ROUTED.contains(key.type())
                  && !others.isOfZoneItself(key)
                  && !Owner.isRecord(group)) {
                others.add(key, group, incomplete.contains(key));
              }
            });
    return others;
  }

  private boolean isOfZoneItself(RrsetKey key) {
    return key.name().equals(zone) && (key.type() == RecordType.NS || key.type() == RecordType.SOA);
  }

  private void add(RrsetKey key, List<RecordSet> group, boolean incomplete) {
    RecordSet first = group.get(0);
    if (incomplete) {
      leftOut.put(key, "one of its records could not be read");
    } else if (first.policy().kind() != PolicyKind.SIMPLE) {
      leftOut.put(key, ROUTES + "these have the " + first.policy().kind().keyword() + " policy");
    } else if (first.healthCheck() != null) {
      leftOut.put(key, ROUTES + "this one has a health check");
    } else if (!(first.data() instanceof RecordData.Values)) {
      leftOut.put(key, ROUTES + "this one is an alias");
    } else {
      declareOrLeaveOut(key, first);
    }
  }

  private void declareOrLeaveOut(RrsetKey key, RecordSet record) {
    try {
      RecordLookup.texts(record);
      declared.put(key, record);
    } catch (NotExpressible e) {
      leftOut.put(key, e.getMessage());
    }
  }

  boolean isEmpty() {
    return declared.isEmpty();
  }

  /** The reasons for record sets that are not in the file, as lines of text. */
  Collection<String> reasons() {
    return leftOut.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  /** The TTLs in seconds. */
  List<Long> ttls() {
    return declared.values().stream().map(record -> data(record).ttl()).toList();
  }

  /** The section {@code records}. */
  YamlWriter.Mapping section(long ttl) {
    Map<String, YamlWriter.Mapping> names = new LinkedHashMap<>();
    declared.forEach(
        (key, record) ->
            names
                .computeIfAbsent(label(key), label -> new YamlWriter.Mapping())
                .put(key.type().name(), written(record, ttl)));
    YamlWriter.Mapping section = new YamlWriter.Mapping();
    names.forEach(section::put);
    return section;
  }

  private static YamlWriter written(RecordSet record, long ttl) {
    RecordData.Values data = data(record);
    YamlWriter values =
        YamlWriter.Seq.of(
            data.values().stream()
                .map(RecordLookup::literal)
                .map(value -> RecordText.declared(record.type(), value))
                .toList());
    return data.ttl() == ttl
        ? values
        : new YamlWriter.Mapping().put("values", values).put("ttl", data.ttl());
  }

  private static RecordData.Values data(RecordSet record) {
    return (RecordData.Values) record.data();
  }

  private String label(RrsetKey key) {
    return ZoneNames.label(key.name(), zone);
  }

  /**
   * Leaves out the record sets that a problem at {@code path} affects. Returns false if there are
   * none.
   */
  boolean leaveOut(KeyPath path, String why) {
    List<RrsetKey> affected =
        declared.keySet().stream()
            .filter(key -> isAt(path, KeyPath.of("records", label(key)), key))
            .toList();
    affected.forEach(key -> leaveOut(key, why));
    return !affected.isEmpty();
  }

  private static boolean isAt(KeyPath path, KeyPath name, RrsetKey key) {
    return path.equals(name) || path.isWithin(name.key(key.type().name()));
  }

  private void leaveOut(RrsetKey key, String why) {
    declared.remove(key);
    leftOut.put(key, why);
  }

  /** Leaves out what {@code compiled} has in another form. Returns false if that is nothing. */
  boolean leaveOutUnlike(RoutingPlan compiled) {
    Map<RrsetKey, List<RecordSet>> groups = compiled.groups();
    List<RrsetKey> unlike =
        declared.entrySet().stream()
            .filter(
                one ->
                    !groups.getOrDefault(one.getKey(), List.of()).stream()
                        .map(CanonicalPlan::of)
                        .toList()
                        .equals(List.of(CanonicalPlan.of(one.getValue()))))
            .map(Map.Entry::getKey)
            .toList();
    unlike.forEach(key -> leaveOut(key, "Meridian would write it with other values"));
    return !unlike.isEmpty();
  }
}
