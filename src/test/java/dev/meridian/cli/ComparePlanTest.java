package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code compare --plan} with plans that Terraform made with the real AWS provider. Each folder has
 * the configuration before and after, and the plan from one to the other.
 */
class ComparePlanTest {
  private static final Path PLANS = Path.of("src/test/resources/dev/meridian/change");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> everyPlanIsReportedAsInItsFile() throws IOException {
    try (Stream<Path> folders = Files.list(PLANS)) {
      return folders
          .filter(Files::isDirectory)
          .map(one -> one.getFileName().toString())
          .sorted()
          .map(name -> DynamicTest.dynamicTest(name, () -> isReported(name)))
          .toList();
    }
  }

  private static void isReported(String name) throws IOException {
    Run run = compare(name);
    Golden.check(
        "compare-plan/" + name + ".txt",
        run.out() + run.err() + "exit code " + run.exitCode() + "\n");
  }

  private static String plan(String name) {
    return PLANS.resolve(name).resolve("plan.json").toString();
  }

  private static Run compare(String name, String... more) {
    return Run.of(
        Stream.concat(Stream.of("compare", "--plan", plan(name)), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void theExampleOfTheDocumentationIsReal() throws IOException {
    assertThat(Files.readString(Path.of("docs/commands.md")))
        .contains("$ ./meridian compare --plan plan.json\n" + compare("hidden-group").out());
  }

  @Test
  void jsonHasTheSameFindings() throws IOException {
    Golden.check("compare-plan/foreign.json", compare("foreign", "--json").out());
    Golden.check("compare-plan/renamed-geo.json", compare("renamed-geo", "--json").out());
  }

  @Test
  void markdownIsShortAndHasTheTextBelow() throws IOException {
    Golden.check("compare-plan/foreign.md", compare("foreign", "--markdown").out());
    Golden.check("compare-plan/renamed-geo.md", compare("renamed-geo", "--markdown").out());
    Golden.check("compare-plan/unknown-zone.md", compare("unknown-zone", "--markdown").out());
  }

  @Test
  void textsOfThePlanCannotChangeTheLayoutOfMarkdown() throws IOException {
    Path hostile = folder.resolve("plan.json");
    Files.writeString(
        hostile,
        Files.readString(Path.of(plan("renamed-resource")))
            .replace("\"azure\"", "\"<img src=x> | `a` </details> @team https://evil.example\"")
            .replace("\"blue\"", "\"<img src=x> | `a` </details> @team https://evil.example\""));
    Run run = Run.of("compare", "--plan", hostile.toString(), "--markdown");

    assertThat(run.exitCode()).isOne();
    List<String> outsideOfCode =
        run.out().lines().filter(line -> !line.startsWith("    ")).toList();
    assertThat(String.join("\n", outsideOfCode).replaceAll("`[^`]*`", ""))
        .doesNotContain("<img", "@team", "https://")
        .containsOnlyOnce("</details>");
  }

  @Test
  void aNamedZoneIsCompared() {
    Run run = compare("unknown-zone", "--zone-name", "4BQKVMETKKCXH33H381WZP=example.com");

    assertThat(run.out()).startsWith("example.com, 2 record sets: 2 updated");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void oneOfSeveralZonesCanBeChosen() {
    Run run = compare("foreign", "--zone", "elsewhere.example");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo("elsewhere.example, 1 record set: 1 unchanged\nNobody's answers change.\n");
  }

  @Test
  void theChangeGuardCountsUnlessForced() {
    assertThat(compare("destroyed").out()).doesNotContain("change-guard");
    assertThat(compare("destroyed", "--guard-from", "3").out())
        .contains("change-guard: example.com\n", "3 of 3 record sets (100.0 %)");

    Run forced = compare("swapped-identifier", "--guard-from", "2", "--force");
    assertThat(forced.out()).contains("change-guard: example.com (allowed by --force)");
    assertThat(forced.exitCode()).isZero();
    assertThat(compare("swapped-identifier", "--guard-from", "2").exitCode()).isOne();
  }

  @Test
  void anErroredPlanIsSaidToBeIncomplete() throws IOException {
    Path errored = folder.resolve("plan.json");
    Files.writeString(
        errored,
        Files.readString(Path.of(plan("weights")))
            .replaceFirst("\\{", "{\"errored\":true,")
            .replace("\"errored\":false", "\"errored\":true"));
    Run run = Run.of("compare", "--plan", errored.toString());

    assertThat(run.out()).contains("Note: the plan ended with an error, so the rest is missing.");
    assertThat(run.exitCode()).isOne();
  }

  @Test
  void aPlanWithoutRecordSetsChangesNothing() throws IOException {
    Path empty = folder.resolve("plan.json");
    Files.writeString(
        empty, "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{}}}");
    Run run = Run.of("compare", "--plan", empty.toString());

    assertThat(run.out()).isEqualTo("The plan has no record sets.\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void otherInputIsRefusedWithAFix() throws IOException {
    Path state = folder.resolve("state.json");
    Files.writeString(state, "{\"format_version\":\"1.0\",\"values\":{\"root_module\":{}}}");

    assertThat(Run.of("compare", "--plan", state.toString()))
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isEqualTo(2);
              assertThat(run.err()).contains("is a state, not a plan");
            });
    assertThat(Run.of("compare", "old.yaml", "new.yaml", "--markdown").err())
        .contains("needs a plan that contains both versions");
    assertThat(Run.of("compare", "old.yaml", "--plan", plan("weights")).err())
        .contains("there cannot be another source");
    assertThat(compare("foreign", "--zone", "other.example").err())
        .contains("the zone is not one of", "blog.example");
  }
}
