package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {
  private static final String RECIPE = "meridian.yaml";
  private static final String EVERYTHING = "examples/everything.yaml";

  @TempDir private Path folder;

  @Test
  void clientsWhoAreAnsweredAlikeShareTheirRows() throws IOException {
    Run run = Run.of("resolve", "api", "-c", RECIPE, "--down", "us-east-1");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    Golden.check("commands/resolve-weighted.txt", run.out());
  }

  @Test
  void explainTellsEveryRuleAndEveryRecordThatWasPassedOver() throws IOException {
    Run run =
        Run.of(
            "resolve",
            "latency.api.example.com",
            "--config=" + RECIPE,
            "--from=DE,US-CA,52.52:13.4,eu-west-1,unmapped",
            "--down=eu-west-1",
            "--explain");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    Golden.check("commands/resolve-explained.txt", run.out());
  }

  @Test
  void theDocumentForProgramsHasAllOfIt() throws IOException {
    Run run = Run.of("resolve", "api", "-c", RECIPE, "--from=DE", "--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    Golden.check("commands/resolve.json", run.out());
    JsonNode outcomes = new ObjectMapper().readTree(run.out()).at("/clients/0/outcomes");
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0).path("probability").asText()).isEqualTo("1/5");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, us-east-1",
    "198.51.100.7, eu-west-1",
    "DE+198.51.100.0/24, eu-west-1",
    "2001:db8:1::/48, eu-west-1",
    "DE, us-east-1"
  })
  void addressesLeadToTheirCidrLocation(String client, String endpoint) {
    Run run = Run.of("resolve", "by-network", "-c", EVERYTHING, "--from", client);

    assertThat(run.out()).contains(" 60 s  " + endpoint + " ");
  }

  @Test
  void endpointsAreCalledByTheirDeclaredNames() {
    Run run = Run.of("resolve", "plain", "-c", EVERYTHING, "--from=DE", "--down=rack");

    assertThat(run.err()).doesNotContain("no endpoint or health check is named");
    assertThat(run.out())
        .startsWith(
            "plain.example.net A, rack 203.0.113.31, rack 203.0.113.32, rack 203.0.113.33 down\n");
  }

  @Test
  void aClientWithoutAnAnswerIsAFinding() {
    Run run = Run.of("resolve", "nowhere", "-c", RECIPE, "--from=DE");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("no such name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--from=EU",
        "--from=XX",
        "--from=203.0.113.7/24",
        "--from=300.1.1.1",
        "--from=91:0",
        "--down=mars",
        "--type=B"
      })
  void whatCannotBeMeantIsBadInput(String option) {
    Run run = Run.of("resolve", "api", "-c", RECIPE, option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option.substring(option.indexOf('=') + 1));
  }

  @Test
  void everyProblemOfTheClientsIsToldAtOnce() throws IOException {
    Run run =
        Run.of(
            "resolve", "api", "-c", RECIPE, "--from=EU,DE,usa,ZZ,Germany,US-XX,mars,10.0.0.0/33");

    assertThat(run.exitCode()).isEqualTo(2);
    Golden.check("commands/resolve-from.err", run.err());
  }

  @Test
  void measuredLatenciesReplaceTheDistanceModel() throws IOException {
    Path file = folder.resolve("latency.csv");
    Files.writeString(
        file, "# measured\narea, us-east-1, eu-west-1, ap-southeast-1\nDE, 20, 30, 10\nUS,5,,\n");

    Run run =
        Run.of("resolve", "latency.api", "-c", RECIPE, "--from=DE,US-CA", "--latency=" + file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    assertThat(run.out()).containsPattern("DE +1 .*ap-southeast-1").contains("us-east-1");
  }

  @Test
  void everySlipInALatencyFileIsToldWithItsPlace() throws IOException {
    Path file = folder.resolve("latency.csv");
    Files.writeString(
        file, "area,us-east-1,mars\nDE,20,x\nGermany,1,2\nFR,1\nDE,1,2\nES,1,99999\n");

    Run run = Run.of("resolve", "latency.api", "-c", RECIPE, "--latency=" + file);

    assertThat(run.exitCode()).isEqualTo(2);
    Golden.check("commands/latency.err", run.err().replace(folder + "/", ""));
  }
}
