package dev.meridian.terraform.json;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The record sets of one zone, of which several resources may write the same. */
final class ZoneRecords {
  private final List<RecordSet> records = new ArrayList<>();
  private final Map<RecordKey, RecordSet> byKey = new HashMap<>();
  private final Map<RecordKey, Origin> origins = new HashMap<>();
  private final Map<RrsetKey, PolicyKind> kinds = new HashMap<>();

  List<RecordSet> all() {
    return records;
  }

  /** The resource of each record set; the first if several write the same. */
  Map<RecordKey, Origin> origins() {
    return origins;
  }

  /**
   * Adds {@code record} unless it stands there already, as with allow_overwrite it may.
   *
   * @throws InvalidValue if it cannot stand beside what is there
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
              + " that Route 53 takes no others beside",
          "keep one of the two");
    }
    records.add(record);
    origins.put(record.key(), origin);
  }
}
