package dev.meridian.change;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.UnreadRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resource writes into a zone, before or after a change: a record set, or all record sets
 * that Route 53 creates for a traffic policy instance. Those change together. {@link #NONE} if the
 * resource does not exist.
 *
 * @param records empty if there is none, or if it could not be read; of an instance, those of its
 *     own name first
 * @param trafficPolicy whether the resource is a traffic policy instance that was read
 * @param unread what is known of a record set that could not be read
 */
public record RecordVersion(
    List<RecordSet> records, boolean trafficPolicy, @Nullable UnreadRecord unread) {
  public static final RecordVersion NONE = new RecordVersion(List.of(), false, null);

  public RecordVersion {
    records = List.copyOf(records);
  }

  public static RecordVersion of(RecordSet record) {
    return new RecordVersion(List.of(record), false, null);
  }

  /**
   * A traffic policy instance.
   *
   * @param records not empty; those of its own name first
   */
  public static RecordVersion ofPolicy(List<RecordSet> records) {
    return new RecordVersion(records, true, null);
  }

  public static RecordVersion unread(UnreadRecord unread) {
    return new RecordVersion(List.of(), false, unread);
  }

  /** Whether there is a record set, read or not. */
  public boolean exists() {
    return !records.isEmpty() || unread != null;
  }

  public boolean isUnread() {
    return unread != null;
  }

  /** The record set, if there is one and it was read; the first one of an instance. */
  public Optional<RecordSet> recordSet() {
    return records.stream().findFirst();
  }

  /** The names, types, and set identifiers of all record sets. */
  public List<RecordKey> keys() {
    return records.stream().map(RecordSet::key).toList();
  }

  /** Those of the name that clients ask for, without the hidden record sets of an instance. */
  public List<RecordKey> ownKeys() {
    return records.stream()
        .filter(record -> record.group().equals(records.get(0).group()))
        .map(RecordSet::key)
        .toList();
  }

  /** The record set's name, type, and set identifier, or the instance's name and type. */
  public Optional<String> subject() {
    return recordSet()
        .map(record -> trafficPolicy ? record.group().toString() : record.key().toString());
  }
}
