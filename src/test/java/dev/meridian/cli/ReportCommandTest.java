package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "-c meridian.yaml, 8",
    "-c examples/everything.yaml, 92",
    "-c examples/flawed.yaml, 8",
  })
  void everyStateHasTheFiguresOfWhatIf(String options, int states) throws IOException {
    ReportData data = ReportData.of(page(options));

    assertThat(data.states()).isEqualTo(states);
    data.hasTheFiguresOfWhatIf(options, states);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "US-CA", "SG", "BR", "US"})
  void everyStateHasTheFiguresOfResolve(String client) throws IOException {
    ReportData data = ReportData.of(page("-c meridian.yaml"));
    for (int state = 1; state < data.states(); state++) {
      for (int name = 0; name < data.names(); name++) {
        String question = data.name(name).split(" ")[0];
        List<String> from = List.of("--from", client);
        ReportData.same(
            data.shares(name, state, client), resolved(question, data.down(state), from));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c meridian.yaml",
        "-c examples/everything.yaml",
        "-c examples/accelerator.yaml",
        "--state src/test/resources/dev/meridian/importing/foreign.tfstate"
      })
  void thePageIsSmallAndTheSameEachTime(String options) throws IOException {
    String page = page(options);

    assertThat(page.length()).isLessThan(400_000);
    assertThat(page(options)).isEqualTo(page);
  }

  @Test
  void thePageHasWhatProvePrints() throws IOException {
    Run prove = Run.of("prove", "-c", "meridian.yaml");

    assertThat(page("-c meridian.yaml")).contains("Proof: Proved", prove.out());
  }

  @Test
  void anExistingFileIsOverwrittenOnlyIfForced() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.html"), "kept");

    Run refused = Run.of("report", "-c", "meridian.yaml", "-o", file.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("it exists already", "--force");
    assertThat(file).hasContent("kept");

    Run forced = Run.of("report", "-c", "meridian.yaml", "-o", file.toString(), "--force");
    assertThat(forced.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(file).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void findingsOfTheProofShowInTheExitCode() {
    Run run =
        Run.of(
            "report", "-c", "examples/flawed.yaml", "-o", folder.resolve("report.html").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
    assertThat(run.out()).contains("Proof: ");
  }

  private Path file() {
    return folder.resolve("page.html");
  }

  private String page(String options) throws IOException {
    Path file = file();
    Run run = Run.of(("report --force -o " + file + " " + options).split(" "));
    assertThat(run.exitCode()).as(run.err()).isLessThan(ExitCode.BAD_INPUT);
    return Files.readString(file);
  }

  /** Shares by endpoint; each outcome of the recipe has one endpoint, or draws among several. */
  private static JsonNode resolved(String name, String down, List<String> from) throws IOException {
    List<String> command = new ArrayList<>(List.of("resolve", name, "--json", "--down", down));
    command.addAll(from);
    command.addAll(List.of("-c", "meridian.yaml"));
    Run run = Run.of(command.toArray(String[]::new));
    Map<String, Double> shares = new TreeMap<>();
    for (JsonNode outcome : JSON.readTree(run.out()).get("clients").get(0).get("outcomes")) {
      double percent = outcome.get("percent").asDouble() / 100;
      JsonNode endpoints = outcome.get("endpoints");
      endpoints.forEach(end -> shares.merge(end.asText(), percent / endpoints.size(), Double::sum));
      if (endpoints.isEmpty()) {
        shares.merge("(no answer)", percent, Double::sum);
      }
    }
    return JSON.valueToTree(shares);
  }
}
