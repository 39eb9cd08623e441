package dev.meridian.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Steps that run in order against one thing that is too slow to set up for each, such as a
 * rehearsal. Every step is a test that is named by its claim. If a step fails that later ones need,
 * it is the only failure, and those are skipped.
 */
public final class Scenario {
  private final List<DynamicTest> steps = new ArrayList<>();
  private @Nullable String failed;

  /** A step that all later steps need. */
  public Scenario needed(String claim, Executable step) {
    return add(
        claim,
        () -> {
          failed = claim;
          step.execute();
          failed = null;
        });
  }

  /** A step that leaves everything as it was, whether it fails or not. */
  public Scenario step(String claim, Executable step) {
    return add(claim, step);
  }

  private Scenario add(String claim, Executable step) {
    steps.add(
        DynamicTest.dynamicTest(
            claim,
            () -> {
              if (failed != null) {
                Assumptions.abort("skipped, because this failed: " + failed);
              }
              step.execute();
            }));
    return this;
  }

  /** The steps, for a method with {@code @TestFactory}. */
  public List<DynamicTest> steps() {
    return List.copyOf(steps);
  }
}
