package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which declaration a command reads. */
class DeclarationOptionTest {
  private static final Path RECIPE = Path.of("meridian.yaml").toAbsolutePath();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "synth",
        "adopt",
        "resolve www",
        "what-if --down us-east-1",
        "prove",
        "check",
        "rehearse",
        "diff",
        "verify",
        "pin us-east-1",
        "app",
        "output-folder"
      })
  void whereNothingIsDeclaredNoOtherDeclarationIsTaken(String command) throws Exception {
    Run run = Run.in(folder, Map.of(), command.split(" "));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            meridian.yaml: this folder has no declaration
                fix: run ./meridian init for a new zone, ./meridian import for an existing one, or name one with -c FILE or MERIDIAN_CONFIG; --recipe is an example
            1 problem; nothing was written.
            """);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOptionGoesBeforeTheVariableAndThatBeforeTheFolder() throws Exception {
    Path mine = declare("mine.yaml", "mine");
    declare("meridian.yaml", "folder");
    Map<String, String> variable = Map.of("MERIDIAN_CONFIG", RECIPE.toString());

    assertThat(validated(Map.of())).startsWith("meridian.yaml is valid");
    assertThat(validated(variable)).startsWith(RECIPE + " is valid");
    assertThat(validated(variable, "-c", mine.toString())).startsWith(mine + " is valid");
    assertThat(validated(Map.of("MERIDIAN_CONFIG", ""))).startsWith("meridian.yaml is valid");
  }

  @Test
  void theRecipeIsAvailableByNameInAnyFolder() throws Exception {
    Run run = Run.in(folder, Map.of(), "validate", "--recipe");
    Run synth = Run.in(folder, Map.of(), "synth", "--recipe");

    assertThat(run.out())
        .endsWith("recipe.yaml is valid: 5 names, 18 record sets, 3 health checks.\n");
    assertThat(synth.out()).startsWith("cdktf.recipe.out/stacks/storefront-production-us-east-1\n");
    assertThat(Path.of("examples/recipe.yaml")).hasSameTextualContentAs(RECIPE);
  }

  private Path declare(String file, String application) throws IOException {
    String text = Files.readString(RECIPE).replace("storefront", application);
    return Files.writeString(folder.resolve(file), text);
  }

  private String validated(Map<String, String> environment, String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "validate";
    System.arraycopy(words, 0, all, 1, words.length);
    return Run.in(folder, environment, all).out();
  }
}
