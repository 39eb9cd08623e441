package dev.meridian.aws;

import dev.meridian.model.RecordKey;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something of a zone that a plan cannot say.
 *
 * @param name of a record set with its type and set identifier; what the plan calls the health
 *     check or CIDR collection
 * @param why in words
 * @param record of a record set, unless even its type is not known; else null
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
