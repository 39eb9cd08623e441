package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  @Test
  void aCommandThatIsNamedIsGivenAloneUnderItsOwnName() {
    Map<String, CommandLine> all = Commands.all().getSubcommands();

    assertThat(all).isNotEmpty();
    assertThat(all.keySet().stream().filter(name -> !name.equals("completion")))
        .allSatisfy(
            name -> assertThat(Commands.of(name, "-x").getSubcommands()).containsOnlyKeys(name));
  }

  @Test
  void withoutACommandOrWithAnUnknownOneAllAreKnown() {
    int all = Commands.all().getSubcommands().size();

    assertThat(Commands.of().getSubcommands()).hasSize(all);
    assertThat(Commands.of("--version").getSubcommands()).hasSize(all);
    assertThat(Commands.of("validat").getSubcommands()).hasSize(all);
    assertThat(Commands.of("completion", "bash").getSubcommands()).hasSize(all);
  }

  @Test
  void helpOfACommandIsItsOwn() {
    Run run = Run.of("resolve", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: meridian resolve");
  }
}
