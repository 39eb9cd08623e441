package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The data of a page of {@code report}, read as its script does. */
record ReportData(JsonNode data) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReportData of(String page) throws IOException {
    String begin = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(begin) + begin.length();
    return new ReportData(JSON.readTree(page.substring(from, page.indexOf("</script>", from))));
  }

  int states() {
    return data.get("states").size();
  }

  int names() {
    return data.get("names").size();
  }

  /** Such as {@code api.example.com A}. */
  String name(int number) {
    return data.get("names").get(number).get("name").asText();
  }

  /** Checks the first states: every figure is that of {@code what-if} with these options. */
  void hasTheFiguresOfWhatIf(String options, int states) throws IOException {
    for (int i = 1; i < states; i++) {
      JsonNode expected = whatIf(options, down(i));
      for (int name = 0; name < expected.get("names").size(); name++) {
        JsonNode question = expected.get("names").get(name);
        assertThat(name(name))
            .isEqualTo(question.get("name").asText() + " " + question.get("type").asText());
        same(shares(name, 0), question.get("before"));
        same(shares(name, i), question.get("then"));
      }
      assertThat(data.get("loads").asBoolean()).isEqualTo(!expected.get("endpoints").isEmpty());
      for (JsonNode load : expected.get("endpoints")) {
        assertThat(load(i).get(load.get("endpoint").asText()))
            .isEqualTo(load.get("then").asDouble(), within(1e-3));
      }
    }
  }

  String down(int state) {
    List<String> words = new ArrayList<>();
    data.get("states")
        .get(state)
        .get("endpoints")
        .forEach(number -> words.add(data.get("endpoints").get(number.asInt()).asText()));
    return String.join(",", words);
  }

  private static JsonNode whatIf(String options, String down) throws IOException {
    List<String> command = new ArrayList<>(List.of("what-if", "--down", down, "--json"));
    command.addAll(List.of(options.split(" ")));
    return JSON.readTree(Run.of(command.toArray(String[]::new)).out());
  }

  Map<String, Double> shares(int name, int state) {
    return shares(name, state, null);
  }

  /** The shares of one client, or of all; computed as the script of the page does. */
  Map<String, Double> shares(int name, int state, String client) {
    Map<String, Double> sums = new TreeMap<>();
    JsonNode classes = data.get("names").get(name).get("classes");
    for (int i = 0; i < classes.size(); i++) {
      double part = client == null ? classes.get(i).get("share").asDouble() : 1;
      int number = data.get("names").get(name).get("states").get(state).get(i).asInt();
      JsonNode answer = data.get("answers").get(number);
      if (client == null || has(classes.get(i), client)) {
        for (int j = 0; j < answer.size(); j += 2) {
          String end = data.get("ends").get(answer.get(j).asInt()).get("name").asText();
          sums.merge(end, answer.get(j + 1).asDouble() * part, Double::sum);
        }
      }
    }
    return sums;
  }

  private boolean has(JsonNode clientClass, String client) {
    for (JsonNode place : clientClass.get("places")) {
      if (data.get("places").get(place.asInt()).get(0).asText().equals(client)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Double> load(int state) {
    Map<String, Double> loads = new TreeMap<>();
    for (int name = 0; name < data.get("names").size(); name++) {
      double traffic = data.get("names").get(name).get("traffic").asDouble();
      shares(name, state).forEach((end, s) -> loads.merge(end, s * traffic, Double::sum));
    }
    return loads;
  }

  static void same(Map<String, Double> shares, JsonNode expected) {
    assertThat(shares.keySet()).containsExactlyElementsOf(members(expected));
    shares.forEach(
        (end, share) ->
            assertThat(share).as(end).isEqualTo(expected.get(end).asDouble(), within(1e-6)));
  }

  private static List<String> members(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.stream().sorted().toList();
  }
}
