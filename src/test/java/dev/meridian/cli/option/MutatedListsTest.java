package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.resolve.Interpretation;
import dev.meridian.testing.RandomCases;
import dev.meridian.testing.TextMutations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Whatever is in the files that {@code serve} reads, they are read, or each problem has a place.
 */
class MutatedListsTest {
  private static final String CLIENTS =
      """
      # the office
      198.51.100.0/24,DE
      2001:db8::/48,US-TX
      203.0.113.7,vpc:eu-west-1
      10.0.0.0/8, 52.5/13.4
      """;
  private static final String HEALTH =
      "# what is down\nus-east-1\n\neu-west-1\napi\nap-northeast-1\n";

  @Command
  private static final class Options {
    @Mixin private PlanOption plan;
  }

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("mutated.txt");
  }

  @Test
  void aFileOfClientsIsReadOrEachOfItsProblemsHasAPlace() throws Exception {
    Options options = new Options();
    new CommandLine(options).parseArgs("--config", "examples/recipe.yaml");
    LoadedPlan zone = options.plan.load(new PrintWriter(new StringWriter()));
    ClientArguments arguments = new ClientArguments(Map.of());
    RandomCases.forSome(
        random -> {
          write(CLIENTS, random);
          try {
            ClientsFile.read(file, arguments, zone);
          } catch (BadInput bad) {
            assertPlaces(bad.problems());
          }
        });
  }

  @Test
  void aFileOfWhatIsDownIsReadOrEachOfItsProblemsHasAPlace() throws Exception {
    Options options = new Options();
    new CommandLine(options).parseArgs("--config", "examples/recipe.yaml");
    QueryContext context =
        QueryContext.of(
            options.plan.load(new PrintWriter(new StringWriter())), Interpretation.DOCUMENTED);
    RandomCases.forSome(
        random -> {
          write(HEALTH, random);
          try {
            assertThat(new HealthFile(file, context).changed()).isPresent();
          } catch (BadInput bad) {
            assertPlaces(bad.problems());
          }
        });
  }

  private void write(String original, Random random) {
    try {
      Files.write(file, new TextMutations(random).of(original));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertPlaces(List<Diagnostic> problems) {
    Pattern inFile = Pattern.compile(Pattern.quote(file.toString()) + ":(\\d+:\\d+:)? .*");
    assertThat(problems).isNotEmpty();
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.toString().lines().findFirst().orElse("")).matches(inFile);
              assertThat(problem.fix()).isNotBlank();
              assertThat(problem.toString()).doesNotContain("Exception");
            });
  }
}
