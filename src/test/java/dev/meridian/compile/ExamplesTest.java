package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.LintId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/plan");

  @Test
  void theRecipeCompilesToItsGoldenPlanWithoutAWarning() throws IOException {
    CompiledPlan compiled = Compiler.compile(ExampleDeclarations.read(ExampleDeclarations.RECIPE));

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
    golden("recipe.txt", PlanDump.lines(compiled.plan()));
  }

  @Test
  void everythingCompilesToItsGoldenPlanAndWarnings() throws IOException {
    CompiledPlan compiled =
        Compiler.compile(ExampleDeclarations.read(ExampleDeclarations.EVERYTHING));
    List<String> lines = new ArrayList<>(PlanDump.lines(compiled.plan()));
    compiled.warnings().forEach(warning -> lines.add("warning " + warning));

    assertThat(compiled.problems()).isEmpty();
    golden("everything.txt", lines);
  }

  @Test
  void everythingSilencesTheWarningItNames() {
    assertThat(
            Compiler.compile(ExampleDeclarations.read(ExampleDeclarations.EVERYTHING)).warnings())
        .extracting(LintWarning::id)
        .doesNotContain(LintId.EVALUATE_TARGET_HEALTH_OFF);
  }

  private static void golden(String name, List<String> lines) throws IOException {
    Path file = GOLDEN.resolve(name);
    String actual = String.join("\n", lines) + "\n";
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
