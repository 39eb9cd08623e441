package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.view.Percent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drill --report}: the page has the figures of the JSON. */
class DrillReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DECLARATION =
      """
      application: shop
      environment: prod
      zone: example.com
      regions: [us-east-1, eu-west-1]
      health-check: {protocol: HTTP, port: 443, path: /health, interval: 10, failure-threshold: 1}
      ttl: 10
      names:
        www: {failover: {primary: us-east-1, secondary: eu-west-1}}
        lone: {simple: us-east-1}
      """;

  @TempDir private Path folder;

  @Tag("drill")
  @Test
  void aDrillThatIsPlayedHasTheFiguresOfItsJson() throws IOException {
    JsonNode json =
        drill(
            "--down", "us-east-1", "--at", "20", "--for", "60", "--from", "DE,US", "--speed", "50");

    List<String> events = new ArrayList<>();
    for (JsonNode event : json.get("time-line")) {
      events.add(event.get("at").asText() + " s | " + event.get("subjects").get(0).asText());
    }
    List<String> shown =
        rows("What happened when").stream().map(row -> row.get(1) + " | " + row.get(2)).toList();
    assertThat(shown).hasSameSizeAs(events);
    for (int i = 0; i < events.size(); i++) {
      String[] parts = events.get(i).split(" \\| ");
      assertThat(shown.get(i)).startsWith(parts[0] + " | ").contains(parts[1]);
    }

    List<List<String>> failovers = new ArrayList<>();
    for (JsonNode failover : json.get("failovers")) {
      failovers.add(
          List.of(
              name(failover),
              "us-east-1 down",
              failover.get("places").asText(),
              failover.get("left").asText(),
              failover.get("stranded").asText(),
              seconds(failover.get("first-left"), "-"),
              seconds(failover.get("last-left"), "-"),
              seconds(failover.get("predicted"), "never"),
              failover.get("back").asText(),
              seconds(failover.get("first-back"), "-"),
              seconds(failover.get("last-back"), "-")));
    }
    assertThat(rows("Clients of each name that were sent to what failed")).isEqualTo(failovers);

    List<List<String>> lost = new ArrayList<>();
    for (JsonNode loss : json.get("lost")) {
      lost.add(
          List.of(
              name(loss),
              loss.get("place").asText(),
              loss.get("endpoint").isNull() ? "no answer" : loss.get("endpoint").asText(),
              loss.get("lost").asText(),
              loss.get("requests").asText()));
    }
    assertThat(rows("Lost requests by name, place, and endpoint")).isEqualTo(lost);
    assertFindings(json);
  }

  @Test
  void aSimulationHasTheDistributionsOfItsJson() throws IOException {
    JsonNode json =
        drill(
            "--down",
            "us-east-1",
            "--at",
            "20",
            "--for",
            "200",
            "--simulate",
            "--outages",
            "7",
            "--resolvers",
            "500");

    JsonNode outage = json.get("outages").get(0);
    assertThat(rows("Health, with us-east-1 down"))
        .isEqualTo(
            List.of(
                row(List.of("Health checks are unhealthy"), outage.get("checks-unhealthy")),
                row(List.of("Alias targets are unhealthy"), outage.get("targets-unhealthy")),
                row(List.of("Health checks are healthy again"), outage.get("checks-healthy")),
                row(List.of("Alias targets are healthy again"), outage.get("targets-healthy"))));
    assertThat(rows("When people have left, with us-east-1 down"))
        .isEqualTo(times(outage, "left"))
        .hasSize(8);
    assertThat(rows("When people are back, with us-east-1 down"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(times(outage, "back")).contains(row));
    List<List<String>> loads = new ArrayList<>();
    for (JsonNode load : json.get("endpoints")) {
      loads.add(
          List.of(
              load.get("endpoint").asText(),
              Percent.of(load.get("before").asDouble()),
              Percent.of(load.get("peak").asDouble()),
              load.get("peak-at").asText() + " s",
              "-",
              load.get("exceeded").asText()));
    }
    assertThat(rows("Load of each endpoint, as a share of the people")).isEqualTo(loads);
    assertFindings(json);
  }

  @Test
  void theTimeLineShowsTheOutageAndWhatNeverHappens() throws IOException {
    drill("--down", "us-east-1", "--at", "20", "--for", "200", "--simulate", "--outages", "2");

    assertThat(page())
        .contains("<title>us-east-1 down: 0:20 to 3:40</title>")
        .contains("www.example.com A: all have left</text>".replace("</text>", "<title>"))
        .contains("lone.example.com A: all have left: never<title>")
        .doesNotContain("<script");
  }

  @Test
  void anExistingFileIsRefusedBeforeTheDrillIsPlayed() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.html"), "kept");
    Run run =
        Run.of("drill", "-c", declaration(), "--down", "us-east-1", "--report", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("it exists already", "--force").doesNotContain("fails");
    assertThat(run.out()).isEmpty();
    assertThat(file).hasContent("kept");

    Run missing =
        Run.of(
            "drill",
            "-c",
            declaration(),
            "--down",
            "us-east-1",
            "--report",
            folder.resolve("no/folder.html").toString());
    assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("its folder does not exist", "create the folder");

    Run forced = Run.of("drill", "-c", declaration(), "--down", "us-east-1", "--force");
    assertThat(forced.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(forced.err()).contains("no file to overwrite", "--report FILE");
  }

  private String declaration() throws IOException {
    return Files.writeString(folder.resolve("meridian.yaml"), DECLARATION).toString();
  }

  private JsonNode drill(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("drill", "-c", declaration(), "--json", "--seed", "1", "--report", file()));
    command.addAll(List.of(options));
    Run run = Run.of(command.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FINDING); // because of "lone"
    return JSON.readTree(run.out());
  }

  private String file() {
    return folder.resolve("drill.html").toString();
  }

  private String page() throws IOException {
    return Files.readString(Path.of(file()));
  }

  private void assertFindings(JsonNode json) throws IOException {
    assertThat(page()).contains("Findings (" + json.get("findings").size() + ")");
    for (JsonNode finding : json.get("findings")) {
      assertThat(page()).contains("<li>" + finding.get("kind").asText());
    }
  }

  /** The cells of a table of the page; none if there is no such table. */
  private List<List<String>> rows(String caption) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Matcher table =
        Pattern.compile("(?s)<caption>" + Pattern.quote(caption) + "</caption>.*?</table>")
            .matcher(page());
    if (table.find()) {
      Matcher row = Pattern.compile("(?s)<tr>(.*?)</tr>").matcher(table.group());
      row.find(); // the headings
      while (row.find()) {
        List<String> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>").matcher(row.group(1));
        while (cell.find()) {
          cells.add(cell.group(1));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static List<List<String>> times(JsonNode outage, String which) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode name : outage.get("names")) {
      name.get(which)
          .properties()
          .forEach(
              time -> {
                List<String> first =
                    List.of(
                        name(name), Percent.of(name.get("share").asDouble()), time.getKey() + " %");
                List<String> row = row(first, time.getValue());
                if (which.equals("left")) {
                  row.add(name.get("predicted").isNull() ? "-" : name.get("predicted").asText());
                }
                rows.add(row);
              });
    }
    return rows;
  }

  private static List<String> row(List<String> first, JsonNode spread) {
    List<String> row = new ArrayList<>(first);
    for (String part : List.of("least", "median", "95 %", "worst")) {
      row.add(
          spread.get(part).isNull()
              ? "-"
              : new BigDecimal(spread.get(part).asText()).stripTrailingZeros().toPlainString());
    }
    row.add(spread.get("never").asText());
    return row;
  }

  private static String name(JsonNode node) {
    return node.get("name").asText() + " " + node.get("type").asText();
  }

  private static String seconds(JsonNode number, String none) {
    return number.isNull() ? none : number.asText() + " s";
  }
}
