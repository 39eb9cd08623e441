package dev.meridian.aws;

import dev.meridian.model.RecordKey;
import dev.meridian.model.UnreadRecord;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a zone that a plan cannot express.
 *
 * @param name of a record set, its name, type, and set identifier; otherwise the plan's id of the
 *     health check, or the name of the CIDR collection
 * @param why the reason, as text
 * @param record the key of a record set whose type is known; otherwise null
 * @param otherType a record set of a type that Meridian does not know; otherwise null
 */
public record UnsupportedRecord(
    Kind kind,
    String name,
    String why,
    @Nullable RecordKey record,
    @Nullable UnreadRecord otherType)
    implements Comparable<UnsupportedRecord> {
  private static final Comparator<UnsupportedRecord> ORDER =
      Comparator.comparing(UnsupportedRecord::toString);

  /** What it is. */
  public enum Kind {
    RECORD(""),
    /** A traffic policy instance, which answers like record sets of its name and type. */
    POLICY_INSTANCE(""),
    HEALTH_CHECK("the health check "),
    CIDR_COLLECTION("the CIDR collection ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A part other than a record set of a type that Meridian does not know. */
  public UnsupportedRecord(Kind kind, String name, String why, @Nullable RecordKey record) {
    this(kind, name, why, record, null);
  }

  /** The record set; empty for other parts. One without a name can have any name. */
  Optional<UnreadRecord> unread() {
    if (!isRecordSet()) {
      return Optional.empty();
    }
    return Optional.of(
        key()
            .map(key -> UnreadRecord.of(key.group(), key.identifier().isEmpty()))
            .or(() -> Optional.ofNullable(otherType))
            .orElse(new UnreadRecord(null, null, true)));
  }

  /** Whether the zone lists it as a record set. */
  public boolean isRecordSet() {
    return kind == Kind.RECORD || kind == Kind.POLICY_INSTANCE;
  }

  public Optional<RecordKey> key() {
    return Optional.ofNullable(record);
  }

  @Override
  public int compareTo(UnsupportedRecord other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.words + name + ": " + why;
  }
}
