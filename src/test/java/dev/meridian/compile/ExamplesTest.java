package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.LintId;
import dev.meridian.testing.Golden;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void theRecipeCompilesToItsGoldenPlanWithoutAWarning() throws IOException {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(ReadDeclaration.RECIPE));

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
    golden("recipe.txt", PlanDump.lines(compiled.plan()));
  }

  @Test
  void everythingCompilesToItsGoldenPlanAndWarnings() throws IOException {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(ReadDeclaration.EVERYTHING));
    List<String> lines = new ArrayList<>(PlanDump.lines(compiled.plan()));
    compiled.warnings().forEach(warning -> lines.add("warning " + warning));

    assertThat(compiled.problems()).isEmpty();
    golden("everything.txt", lines);
  }

  @Test
  void everythingSilencesTheWarningItNames() {
    assertThat(Compiler.compile(ReadDeclaration.good(ReadDeclaration.EVERYTHING)).warnings())
        .extracting(LintWarning::id)
        .doesNotContain(LintId.EVALUATE_TARGET_HEALTH_OFF);
  }

  private static void golden(String name, List<String> lines) throws IOException {
    Golden.check("plan/" + name, String.join("\n", lines) + "\n");
  }
}
