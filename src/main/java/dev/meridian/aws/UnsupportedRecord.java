package dev.meridian.aws;

import dev.meridian.model.RecordKey;
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
 */
public record UnsupportedRecord(Kind kind, String name, String why, @Nullable RecordKey record)
    implements Comparable<UnsupportedRecord> {
  private static final Comparator<UnsupportedRecord> ORDER =
      Comparator.comparing(UnsupportedRecord::toString);

  /** What it is. */
  public enum Kind {
    RECORD(""),
    HEALTH_CHECK("the health check "),
    CIDR_COLLECTION("the CIDR collection ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
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
