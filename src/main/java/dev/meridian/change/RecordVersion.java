package dev.meridian.change;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.UnreadRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record set before or after a change. At most one of the two is not null; both are null if there
 * is no record set.
 *
 * @param record null if there is none, or if it could not be read
 * @param unread what is known of a record set that could not be read
 */
public record RecordVersion(@Nullable RecordSet record, @Nullable UnreadRecord unread) {
  public static final RecordVersion NONE = new RecordVersion(null, null);

  public static RecordVersion of(RecordSet record) {
    return new RecordVersion(record, null);
  }

  public static RecordVersion unread(UnreadRecord unread) {
    return new RecordVersion(null, unread);
  }

  /** Whether there is a record set, read or not. */
  public boolean exists() {
    return record != null || unread != null;
  }

  public boolean isUnread() {
    return unread != null;
  }

  /** The record set, if there is one and it was read. */
  public Optional<RecordSet> recordSet() {
    return Optional.ofNullable(record);
  }

  /** Its name, type, and set identifier, if it was read. */
  public Optional<RecordKey> key() {
    return recordSet().map(RecordSet::key);
  }
}
