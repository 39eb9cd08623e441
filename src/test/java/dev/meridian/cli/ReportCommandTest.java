package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
  @CsvSource({"meridian.yaml, 8", "examples/everything.yaml, 92", "examples/flawed.yaml, 8"})
  void everyStateHasTheFiguresOfWhatIf(String declaration, int states) throws IOException {
    JsonNode data = data(declaration);

    assertThat(data.get("states")).hasSize(states);
    for (int i = 1; i < states; i++) {
      JsonNode expected = whatIf(declaration, down(data, i));
      for (int name = 0; name < expected.get("names").size(); name++) {
        JsonNode question = expected.get("names").get(name);
        assertThat(data.get("names").get(name).get("name").asText())
            .isEqualTo(question.get("name").asText() + " " + question.get("type").asText());
        same(shares(data, name, 0), question.get("before"));
        same(shares(data, name, i), question.get("then"));
      }
      assertThat(data.get("loads").asBoolean()).isEqualTo(!expected.get("endpoints").isEmpty());
      for (JsonNode load : expected.get("endpoints")) {
        assertThat(load(data, i).get(load.get("endpoint").asText()))
            .isEqualTo(load.get("then").asDouble(), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "US-CA", "SG", "BR", "US"})
  void everyStateHasTheFiguresOfResolve(String client) throws IOException {
    JsonNode data = data("meridian.yaml");
    for (int state = 1; state < data.get("states").size(); state++) {
      for (int name = 0; name < data.get("names").size(); name++) {
        String question = data.get("names").get(name).get("name").asText().split(" ")[0];
        List<String> from = List.of("--from", client);
        same(shares(data, name, state, client), resolved(question, down(data, state), from));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"meridian.yaml", "examples/everything.yaml", "examples/accelerator.yaml"})
  void thePageIsSmallAndTheSameEachTime(String declaration) throws IOException {
    String page = page(declaration);

    assertThat(page.length()).isLessThan(400_000);
    assertThat(page(declaration)).isEqualTo(page);
  }

  @Test
  void thePageHasWhatProvePrints() throws IOException {
    Run prove = Run.of("prove", "-c", "meridian.yaml");

    assertThat(page("meridian.yaml")).contains("Proof: Proved", prove.out());
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

  private String page(String declaration) throws IOException {
    Path file = folder.resolve("page.html");
    Run run = Run.of("report", "-c", declaration, "-o", file.toString(), "--force");
    assertThat(run.exitCode()).as(run.err()).isLessThan(ExitCode.BAD_INPUT);
    return Files.readString(file);
  }

  private JsonNode data(String declaration) throws IOException {
    String page = page(declaration);
    String begin = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(begin) + begin.length();
    return JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  private static String down(JsonNode data, int state) {
    List<String> words = new ArrayList<>();
    data.get("states")
        .get(state)
        .get("endpoints")
        .forEach(number -> words.add(data.get("endpoints").get(number.asInt()).asText()));
    return String.join(",", words);
  }

  private static JsonNode whatIf(String declaration, String down) throws IOException {
    return JSON.readTree(Run.of("what-if", "--down", down, "--json", "-c", declaration).out());
  }

  private static Map<String, Double> shares(JsonNode data, int name, int state) {
    return shares(data, name, state, null);
  }

  /** The shares of one client, or of all; computed as the script of the page does. */
  private static Map<String, Double> shares(JsonNode data, int name, int state, String client) {
    Map<String, Double> sums = new TreeMap<>();
    JsonNode classes = data.get("names").get(name).get("classes");
    for (int i = 0; i < classes.size(); i++) {
      double part = client == null ? classes.get(i).get("share").asDouble() : 1;
      int number = data.get("names").get(name).get("states").get(state).get(i).asInt();
      JsonNode answer = data.get("answers").get(number);
      if (client == null || has(data, classes.get(i), client)) {
        for (int j = 0; j < answer.size(); j += 2) {
          String end = data.get("ends").get(answer.get(j).asInt()).get("name").asText();
          sums.merge(end, answer.get(j + 1).asDouble() * part, Double::sum);
        }
      }
    }
    return sums;
  }

  private static boolean has(JsonNode data, JsonNode clientClass, String client) {
    for (JsonNode place : clientClass.get("places")) {
      if (data.get("places").get(place.asInt()).get(0).asText().equals(client)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Double> load(JsonNode data, int state) {
    Map<String, Double> loads = new TreeMap<>();
    for (int name = 0; name < data.get("names").size(); name++) {
      double traffic = data.get("names").get(name).get("traffic").asDouble();
      shares(data, name, state).forEach((end, s) -> loads.merge(end, s * traffic, Double::sum));
    }
    return loads;
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

  private static void same(Map<String, Double> shares, JsonNode expected) {
    assertThat(shares.keySet()).containsExactlyElementsOf(names(expected));
    shares.forEach(
        (end, share) ->
            assertThat(share).as(end).isEqualTo(expected.get(end).asDouble(), within(1e-6)));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.stream().sorted().toList();
  }
}
