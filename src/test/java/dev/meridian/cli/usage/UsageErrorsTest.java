package dev.meridian.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          validat             | there is no command "validat" | did you mean validate? ./meridian help lists the commands
          setpu               | there is no command "setpu"   | did you mean setup? ./meridian help lists the commands
          frobnicate          | there is no command "frobnicate" | ./meridian help lists the commands
          app-command         | there is no command "app-command" | ./meridian help lists the commands
          validate --recip    | unknown option --recip        | did you mean --recipe? ./meridian help validate lists the options
          validate --recip=x  | unknown option --recip        | did you mean --recipe? ./meridian help validate lists the options
          validate --zzzzzz   | unknown option --zzzzzz       | ./meridian help validate lists the options
          --recipe validate   | unknown option --recipe       | write options after the command; ./meridian help lists the commands
          validate x          | unexpected argument "x"       | remove it, or quote a text with spaces; ./meridian help validate lists the options
          resolve             | Missing required parameter: 'NAME' | ./meridian help resolve lists the options
          prove --failures 99 | --failures must be a number from 0 to 10 | ./meridian help prove lists the options
          """)
  void aWrongCommandLineGetsTwoLines(String words, String what, String fix) {
    Run run = Run.of(words.strip().split(" "));

    assertThat(run.err()).isEqualTo(what.strip() + "\n    fix: " + fix + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "plan,./meridian diff, -chdir=cdktf.out/stacks/NAME plan",
    "apply,./meridian cdktf deploy '*', -chdir=cdktf.out/stacks/NAME apply",
    "deploy,./meridian cdktf deploy '*', -chdir=cdktf.out/stacks/NAME apply"
  })
  void commandsOfTerraformAreExplained(String command, String ours, String terraform) {
    Run run = Run.of(command, "--auto-approve");

    assertThat(run.err())
        .startsWith("there is no command \"" + command + "\"\n    fix: run ./meridian synth")
        .contains(ours, terraform)
        .hasLineCount(2);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void destroyIsACommandHere() {
    assertThat(Run.of("destroy", "--help").exitCode()).isZero();
  }
}
