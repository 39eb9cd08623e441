package dev.meridian.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class CommonOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"validate --recipe --quiet", "--quiet validate --recipe"})
  void aQuietCommandWithoutFindingsPrintsNothing(String words) {
    assertThat(Run.of(words.split(" "))).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void aQuietCommandWithFindingsPrintsAllOfThem() {
    String[] check = {"check", "--config", "examples/flawed.yaml"};
    String[] quiet = {"check", "--config", "examples/flawed.yaml", "--quiet"};

    assertThat(Run.of(check).exitCode()).isEqualTo(1);
    assertThat(Run.of(quiet)).isEqualTo(Run.of(check));
  }

  @Test
  void aQuietCommandWithBadInputReportsIt() {
    Run run = Run.of("validate", "--quiet", "--config", "missing.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("missing.yaml").contains("fix: ");
  }

  @Test
  void helpIsNeverQuiet() {
    assertThat(Run.of("validate", "--quiet", "--help").out())
        .startsWith("Usage: meridian validate");
  }

  @Test
  void aServerCannotBeQuiet() {
    assertThat(Run.of("serve", "--quiet").err()).startsWith("unknown option --quiet\n");
  }

  @ParameterizedTest
  @CsvSource({
    "xterm, '',    false, true,  ON",
    "xterm, 1,     false, true,  OFF",
    "xterm, false, false, true,  OFF",
    "dumb,  '',    false, true,  OFF",
    "xterm, '',    true,  true,  OFF",
    "xterm, '',    false, false, OFF"
  })
  void colorsAreForTerminalsUnlessTheyAreTurnedOff(
      String term, String noColor, boolean off, boolean terminal, Ansi expected) {
    Map<String, String> environment = Map.of("TERM", term, "NO_COLOR", noColor);

    assertThat(Colors.scheme(off, environment, terminal).ansi()).isEqualTo(expected);
  }

  @Test
  void withoutATerminalHelpHasNoColors() {
    assertThat(Run.of("resolve", "--help", "--no-color").out()).doesNotContain("\u001b");
    assertThat(Run.of("resolve", "--help").out()).doesNotContain("\u001b");
  }
}
