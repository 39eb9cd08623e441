package dev.meridian.declaration;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Objectives that every name must meet.
 *
 * @param failover seconds within which clients must leave a failed endpoint, 1..86400; null for no
 *     objective
 * @param survived how many regions and endpoints can fail at the same time, 0..{@value
 *     #MOST_FAILURES}; null for no objective
 */
public record Objectives(@Nullable Integer failover, @Nullable Integer survived) {
  public static final int MOST_FAILURES = 10;

  public static final Objectives NONE = new Objectives(null, null);

  /** Whether there are no objectives. */
  public boolean isNone() {
    return equals(NONE);
  }

  public OptionalInt failures() {
    return survived == null ? OptionalInt.empty() : OptionalInt.of(survived);
  }
}
