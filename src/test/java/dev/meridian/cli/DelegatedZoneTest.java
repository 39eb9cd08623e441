package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A live zone that delegates {@code k8s}, where two of its CNAMEs lead. */
class DelegatedZoneTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli");
  private static final String GOALS = FOLDER.resolve("delegation.goals.yaml").toString();

  private static Run ask(String zone, String... command) throws IOException {
    Path file = FOLDER.resolve(zone + ".zone.json");
    try (RecordedZone recorded = new RecordedZone(new ObjectMapper().readTree(file.toFile()))) {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--zone", "example.com", "--aws-endpoint", recorded.endpoint()));
      Run run = Run.of(all.toArray(new String[0]));
      return new Run(run.exitCode(), run.out().replace(recorded.endpoint(), "URL"), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "resolve-delegated, 1, resolve x.k8s --from DE",
    "resolve-delegated-explain, 1, resolve k8s --from DE --explain",
    "resolve-cname-delegated, 0, resolve api --from DE",
    "what-if-delegated, 1, what-if --down lb.partner.net",
    "prove-delegated, 1, prove --failures 1"
  })
  void whatIsDelegatedIsAnsweredElsewhere(String golden, int exitCode, String command)
      throws IOException {
    Run text = ask("delegation", command.split(" "));
    Run json = ask("delegation", (command + " --json").split(" "));

    assertThat(text.exitCode()).as(text.err()).isEqualTo(exitCode);
    assertThat(json.exitCode()).as(json.err()).isEqualTo(exitCode);
    Golden.check("commands/" + golden + ".txt", text.out());
    Golden.check("commands/" + golden + ".json", json.out());
  }

  @Test
  void anExpectationOfADelegatedNameFailsBecauseOthersAnswerIt() throws IOException {
    Run run = ask("delegation", "check", "--goals", GOALS);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    Golden.check("commands/check-delegated.txt", run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve app",
        "resolve x.k8s",
        "resolve k8s --type NS",
        "what-if --down lb.partner.net",
        "prove",
        "import",
        "check --goals src/test/resources/dev/meridian/cli/delegation.goals.yaml"
      })
  void noCommandDeniesOrProvesWhatIsDelegated(String command) throws IOException {
    Run run = ask("delegation", command.split(" "));

    assertThat(run.out() + run.err())
        .doesNotContain("no such name", "no-answer", "Proved", "does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"resolve tp", "resolve viatp", "what-if --down 192.0.2.9", "prove", "import"})
  void noCommandDeniesOrProvesWhatATrafficPolicyAnswers(String command) throws IOException {
    Run live = ask("trafficpolicy", command.split(" "));
    String plan =
        command.replaceAll("(via)?tp", "api").replace("192.0.2.9", "192.0.2.1")
            + " --plan "
            + FOLDER.resolve("tp-prove.plan.json");
    Run planned = Run.of(plan.split(" "));

    assertThat(List.of(live, planned))
        .allSatisfy(
            run -> {
              assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
              assertThat(run.out() + run.err())
                  .doesNotContain("no such name", "no-answer", "Proved", "does not exist");
            });
  }

  @Test
  void importSaysWhyAnAliasToATrafficPolicyInstanceIsLeftOut() throws IOException {
    assertThat(ask("trafficpolicy", "import").err())
        .contains(
            "left out: viatp.example.com: the records of tp.example.com A could not be read\n");
  }
}
