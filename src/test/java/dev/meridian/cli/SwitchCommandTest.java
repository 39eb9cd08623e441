package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchCommandTest {
  private static final String EXAMPLE = "examples/recovery-controls.yaml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          switch us-west-2 off         | "us-west-2" has no switch            | name one of us-east-1, eu-west-1
          switch us-east-1             | it is missing                        | switch us-east-1 off
          switch us-east-1 away        | "away" is neither on nor off         | switch us-east-1 off
          switch --panel arn:x         | --panel and --endpoint need each other | or neither to look them up
          switch --endpoint us-east-1=https://a.example | --panel and --endpoint need each other | or neither
          switch --panel arn:x --endpoint us-east-1=file:x | "file:x" is not a URL | as DescribeCluster has it
          """)
  void wrongArgumentsAreRefused(String arguments, String what, String fix) {
    Run run = Run.of((arguments + " --yes -c " + EXAMPLE).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(what, fix);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aDeclarationWithoutSwitchesIsRefused() {
    Run run = Run.of("switch", "-c", "examples/recipe.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("examples/recipe.yaml: it declares no switches");
  }

  @Test
  void aRegionOutOfServiceCountsAsDownInPredictions() {
    Run run = Run.of("what-if", "--down", "us-east-1-switch", "-c", EXAMPLE);
    Run down = Run.of("what-if", "--down", "us-east-1", "-c", EXAMPLE);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out().lines().skip(1)).isEqualTo(down.out().lines().skip(1).toList());
    assertThat(run.out())
        .startsWith("us-east-1-switch down:")
        .contains("100.0 % of the people move");
  }

  @Test
  void theExampleIsProven() {
    Run run = Run.of("prove", "-c", EXAMPLE);

    assertThat(run.exitCode()).as(run.toString()).isZero();
  }
}
