package dev.meridian.declaration;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What every name is held to.
 *
 * @param failover seconds, 1..86400, within which clients must have left what has failed
 * @param survived how many regions and endpoints may fail together, 0..{@value #MOST_FAILURES}
 */
public record Objectives(@Nullable Integer failover, @Nullable Integer survived) {
  public static final int MOST_FAILURES = 10;

  public static final Objectives NONE = new Objectives(null, null);

  /** Whether nothing was said. */
  public boolean isNone() {
    return equals(NONE);
  }

  public OptionalInt failures() {
    return survived == null ? OptionalInt.empty() : OptionalInt.of(survived);
  }
}
