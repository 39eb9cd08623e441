package dev.meridian.migrate;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The record sets of one name and type after one step.
 *
 * @param usesTarget whether one of the records is an alias to the hidden group with the new policy
 * @param names the resource names of records in Terraform that have other names than usual
 * @param moves the new resource names by the earlier ones
 * @param waits the record set that each record set has to wait for
 * @param what the step as a sentence without a full stop
 */
record Stage(
    List<RecordSet> records,
    boolean usesTarget,
    Map<RecordKey, String> names,
    SortedMap<String, String> moves,
    Map<RecordKey, RecordKey> waits,
    String what) {
  Stage {
    records = List.copyOf(records);
    names = Map.copyOf(names);
    waits = Map.copyOf(waits);
  }
}
