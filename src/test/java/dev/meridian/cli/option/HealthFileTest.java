package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.resolve.Interpretation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A file with what is down, which changes while it is read. */
class HealthFileTest {
  @Command
  private static final class Options {
    @Mixin private PlanOption plan;
  }

  @TempDir private Path folder;
  private Path file;
  private HealthFile health;

  @BeforeEach
  void open() throws Exception {
    Options options = new Options();
    new CommandLine(options).parseArgs("--config", "examples/recipe.yaml");
    QueryContext context =
        QueryContext.of(
            options.plan.load(new PrintWriter(new StringWriter())), Interpretation.DOCUMENTED);
    file = Files.writeString(folder.resolve("down"), "us-east-1\n");
    health = new HealthFile(file, context);
  }

  @Test
  void theFirstContentCountsAtOnce() throws Exception {
    assertThat(health.changed()).contains(List.of("us-east-1"));
    assertThat(health.changed()).isEmpty();
  }

  @Test
  void aChangeCountsWhenTheFileIsReadTwiceWithTheSameContent() throws Exception {
    health.changed();

    Files.writeString(file, "us-east-1\neu-west-1\n");
    assertThat(health.changed()).isEmpty();
    assertThat(health.changed()).contains(List.of("us-east-1", "eu-west-1"));
    assertThat(health.changed()).isEmpty();
  }

  @Test
  void aFileThatIsEmptyForAMomentWhileItIsWrittenDoesNotChangeAnything() throws Exception {
    health.changed();

    Files.writeString(file, "");
    assertThat(health.changed()).isEmpty();
    Files.writeString(file, "us-east-1\n");
    assertThat(health.changed()).isEmpty();
    assertThat(health.changed()).isEmpty();
  }

  @Test
  void aProblemIsReportedOnceWithItsPlace() throws Exception {
    health.changed();

    Files.writeString(file, "# a comment\nmars\n");
    assertThat(health.changed()).isEmpty();
    assertThatThrownBy(health::changed)
        .isInstanceOfSatisfying(
            BadInput.class,
            e -> assertThat(e.problems()).singleElement().asString().contains("down:2:1", "mars"));
    assertThat(health.changed()).isEmpty();
  }
}
