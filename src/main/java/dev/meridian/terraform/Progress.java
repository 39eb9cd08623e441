package dev.meridian.terraform;

import java.time.Duration;

/** What terraform tells while it works. */
public sealed interface Progress {

  /** Something begins, goes on or is complete, on one resource. */
  record Resource(Step step, String address, String action, Duration elapsed) implements Progress {}

  /** An error or warning. */
  record Told(TerraformDiagnostic diagnostic) implements Progress {}

  /** How many resources a plan or an apply adds, changes and removes. */
  record Summary(String operation, int added, int changed, int removed) implements Progress {}

  /** Any other line, as terraform wrote it. */
  record Line(String text) implements Progress {}

  /** Where a resource is. */
  enum Step {
    PLANNED,
    STARTED,
    GOING_ON,
    COMPLETE,
    FAILED
  }

  /** Takes progress as it happens, on a thread of its own for each run. */
  interface Listener {
    void heard(String stack, Progress progress);

    Listener NONE = (stack, progress) -> {};
  }
}
