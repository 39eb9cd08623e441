package dev.meridian.drill;

import java.util.List;

/**
 * Something that happened during a drill.
 *
 * @param at seconds after the beginning
 * @param subjects endpoints, health checks, or a question, by {@code kind}
 * @param detail more words, or ""
 */
public record DrillEvent(double at, Kind kind, List<String> subjects, String detail) {

  /** What happened. */
  public enum Kind {
    FAILS,
    RECOVERS,
    PROBE_FAILS,
    CHECK_UNHEALTHY,
    CHECK_HEALTHY,
    TARGET_UNHEALTHY,
    TARGET_HEALTHY,
    FIRST_MOVED,
    LAST_MOVED,
    FIRST_BACK,
    LAST_BACK
  }
}
