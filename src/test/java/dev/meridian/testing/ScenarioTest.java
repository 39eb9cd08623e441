package dev.meridian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ScenarioTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void everyStepRunsInOrderWhenAStepFailsThatNoneNeeds() {
    Scenario scenario =
        new Scenario()
            .needed("a", () -> ran.add("a"))
            .step("b", ScenarioTest::fail)
            .step("c", () -> ran.add("c"));

    assertThat(outcomes(scenario)).containsExactly("ran", "failed", "ran");
    assertThat(ran).containsExactly("a", "c");
  }

  @Test
  void allLaterStepsAreSkippedWhenAStepFailsThatTheyNeed() {
    Scenario scenario =
        new Scenario()
            .needed("a", ScenarioTest::fail)
            .step("b", () -> ran.add("b"))
            .needed("c", () -> ran.add("c"));

    assertThat(outcomes(scenario)).containsExactly("failed", "skipped", "skipped");
    assertThat(ran).isEmpty();
  }

  private static void fail() {
    throw new AssertionError("no");
  }

  private static List<String> outcomes(Scenario scenario) {
    List<String> outcomes = new ArrayList<>();
    for (DynamicTest step : scenario.steps()) {
      Throwable thrown = catchThrowable(() -> step.getExecutable().execute());
      outcomes.add(
          thrown == null ? "ran" : thrown instanceof TestAbortedException ? "skipped" : "failed");
    }
    return outcomes;
  }
}
