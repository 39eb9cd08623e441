package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The GitHub workflows hold no logic of their own, no secret, and no more rights than they need.
 */
class WorkflowsTest {
  private static final Path WORKFLOWS = Path.of("examples/pipelines/github-actions");

  /** One script, its arguments, and where GitHub reads what it prints. */
  private static final Pattern CALL =
      Pattern.compile(
          "(examples/pipelines/terraform/[a-z]+\\.sh)((?: --[a-z-]+| \"\\$STACK\")*)"
              + "(?: >> \"\\$GITHUB_(?:OUTPUT|STEP_SUMMARY)\")?");

  private static final Pattern PINNED =
      Pattern.compile("(?m)uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$");
  private static final Pattern FOREIGN = Pattern.compile("(?m)uses: (?!\\./)");
  private static final Pattern LOCAL = Pattern.compile("uses: \\./\\.github/workflows/(\\S+)");

  @TestFactory
  Stream<DynamicTest> everyStepOnlyCallsAScriptThatCanRun() throws IOException {
    return workflows().stream()
        .flatMap(file -> runs(file).map(run -> dynamicTest(name(file, run), () -> calls(run))));
  }

  private static void calls(String run) throws IOException {
    Matcher call = CALL.matcher(run);
    assertThat(call.matches()).as(run).isTrue();
    Path script = Path.of(call.group(1));
    assertThat(script).isExecutable();
    Stream<String> options =
        Pattern.compile("--[a-z-]+").matcher(call.group(2)).results().map(MatchResult::group);
    String source =
        Files.readString(script) + Files.readString(Project.SCRIPTS.resolve("settings.sh"));
    assertThat(options).allSatisfy(option -> assertThat(source).contains(option));
  }

  @Test
  void everyActionIsPinnedToACommit() throws IOException {
    for (Path file : workflows()) {
      String text = Files.readString(file);
      assertThat(PINNED.matcher(text).results().count())
          .as(file.toString())
          .isEqualTo(FOREIGN.matcher(text).results().count());
    }
  }

  @Test
  void everyCalledWorkflowIsThere() throws IOException {
    for (Path file : workflows()) {
      assertThat(LOCAL.matcher(Files.readString(file)).results())
          .allSatisfy(called -> assertThat(WORKFLOWS.resolve(called.group(1))).exists());
    }
  }

  @Test
  void theyReadTheRepositoryAndAskForATokenAndHaveNoSecret() throws IOException {
    for (Path file : workflows()) {
      assertThat(read(file).get("permissions"))
          .as(file.toString())
          .isEqualTo(Map.of("contents", "read", "id-token", "write"));
      assertThat(Files.readString(file)).doesNotContain("secrets.");
    }
  }

  @Test
  void anApplyWaitsForApprovalAndForTheOneBefore() throws IOException {
    Map<?, ?> apply = (Map<?, ?>) jobs(WORKFLOWS.resolve("apply-stack.yml")).get("apply");

    assertThat(apply.get("environment")).isEqualTo("${{ inputs.environment }}");
    assertThat(apply.get("concurrency"))
        .isEqualTo(Map.of("group", "apply-${{ inputs.stack }}", "cancel-in-progress", false));
  }

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(WORKFLOWS)) {
      return files.sorted().toList();
    }
  }

  private static String name(Path file, String run) {
    return file.getFileName() + ": " + run;
  }

  private static Stream<String> runs(Path workflow) {
    return jobs(workflow).values().stream()
        .map(job -> ((Map<?, ?>) job).get("steps"))
        .filter(List.class::isInstance) // a job that calls a workflow has no steps
        .flatMap(steps -> ((List<?>) steps).stream())
        .map(step -> ((Map<?, ?>) step).get("run"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static Map<?, ?> jobs(Path workflow) {
    return (Map<?, ?>) read(workflow).get("jobs");
  }

  private static Map<?, ?> read(Path workflow) {
    try {
      Load load = new Load(LoadSettings.builder().build());
      return (Map<?, ?>) load.loadFromString(Files.readString(workflow));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
