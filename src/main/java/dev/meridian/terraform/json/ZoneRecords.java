package dev.meridian.terraform.json;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import dev.meridian.trafficpolicy.Expansion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The record sets of one zone. Several resources can write the same record set. */
final class ZoneRecords {
  private final List<RecordSet> records = new ArrayList<>();
  private final Map<RecordKey, RecordSet> byKey = new HashMap<>();
  private final Map<RecordKey, Origin> origins = new HashMap<>();
  private final Map<RrsetKey, PolicyKind> kinds = new HashMap<>();
  private final SortedSet<RrsetKey> policies = new TreeSet<>();

  List<RecordSet> all() {
    return records;
  }

  /** The resource of each record set; the first if several write the same. */
  Map<RecordKey, Origin> origins() {
    return origins;
  }

  /**
   * Adds {@code record}, unless an equal one exists, which allow_overwrite permits.
   *
   * @throws InvalidValue if it conflicts with an existing record set
   */
  void add(RecordSet record, Origin origin) {
    RecordSet same = byKey.putIfAbsent(record.key(), record);
    if (record.equals(same)) {
      return;
    }
    PolicyKind kind = kinds.putIfAbsent(record.group(), record.policy().kind());
    boolean mixed = kind != null && kind != record.policy().kind();
    if (same != null || mixed) {
      throw new InvalidValue(
          "another resource has records of "
              + record.group()
              + " that Route 53 does not combine with others",
          "keep one of the two");
    }
    records.add(record);
    origins.put(record.key(), origin);
  }

  /**
   * Adds the record sets of a traffic policy instance, unless the same ones exist.
   *
   * @throws InvalidValue if other record sets have one of their names and types
   */
  void addPolicy(RecordSetReader.Found instance, Origin origin) {
    if (policies.contains(instance.group())
        && instance.records().stream().allMatch(one -> one.equals(byKey.get(one.key())))) {
      return;
    }
    Expansion.requireFree(instance.records(), kinds.keySet());
    instance.records().forEach(record -> add(record, origin));
    policies.add(instance.group());
  }

  /** The names and types of traffic policy instances. */
  SortedSet<RrsetKey> policies() {
    return policies;
  }
}
