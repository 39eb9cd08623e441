package dev.meridian.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a record set within its zone.
 *
 * @param setIdentifier 1..128 characters, unique in its group; null only for a simple record set
 */
public record RecordKey(RrsetKey group, @Nullable String setIdentifier) {
  public static final int MAX_SET_IDENTIFIER = 128;

  public RecordKey {
    if (setIdentifier != null) {
      checkSetIdentifier(setIdentifier);
    }
  }

  /**
   * Checks a set identifier.
   *
   * @throws InvalidValue if its length is not 1..128
   */
  public static void checkSetIdentifier(String identifier) {
    InvalidValue.outside(
        "the length of the set identifier",
        identifier.length(),
        1,
        MAX_SET_IDENTIFIER,
        "shorten it");
  }

  public Optional<String> identifier() {
    return Optional.ofNullable(setIdentifier);
  }

  @Override
  public String toString() {
    return setIdentifier == null ? group.toString() : group + " " + setIdentifier;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordKey that
        && group.equals(that.group)
        && Objects.equals(setIdentifier, that.setIdentifier);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + Objects.hashCode(setIdentifier);
  }
}
