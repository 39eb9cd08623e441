package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.view.Percent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report --compare}: its figures are those of {@code compare} and {@code resolve}. */
class ComparedReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PLANS = Path.of("src/test/resources/dev/meridian/change");
  private static final String RECIPE = "meridian.yaml";
  private static final Pattern ENTRY = Pattern.compile("(?s)<article id.*?</article>");
  private static final Pattern ROW =
      Pattern.compile(
          "(?s)<th scope=\"row\">(?:<details><summary>|)(.*?)</th><td class=\"number\">(.*?)</td>"
              + "<td class=\"number\">(\\d+)</td><td class=\"answer\">(.*?)</td>"
              + "<td class=\"answer\">(.*?)(?:<br>.*?)?</td>");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> everyPlanHasTheFiguresAndTheExitCodeOfCompare() throws IOException {
    try (Stream<Path> folders = Files.list(PLANS)) {
      return folders
          .filter(Files::isDirectory)
          .map(one -> one.getFileName().toString())
          .sorted()
          .map(name -> DynamicTest.dynamicTest(name, () -> hasTheFiguresOfCompare(name)))
          .toList();
    }
  }

  private void hasTheFiguresOfCompare(String name) throws IOException {
    String plan = PLANS.resolve(name).resolve("plan.json").toString();
    Run compare = Run.of("compare", "--plan", plan, "--json");
    String page = page(compare.exitCode(), "--compare", "--plan", plan);
    List<String> expected = new ArrayList<>();
    int findings = 0;
    for (JsonNode zone : JSON.readTree(compare.out()).get("zones")) {
      expected.addAll(rows(zone.get("changes")));
      for (JsonNode finding : zone.get("findings")) {
        findings++;
        finding.get("words").forEach(words -> assertThat(text(page)).contains(words.asText()));
      }
    }
    assertThat(rows(page)).containsExactlyInAnyOrderElementsOf(expected);
    if (findings > 0) {
      assertThat(page).contains("Findings (" + findings + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-east-1: 50 -> us-east-1: 80",
        "ap-southeast-1: 20} -> ap-southeast-1: 0}",
        "EU: eu-west-1 -> DE: eu-west-1",
      })
  void twoDeclarationsHaveTheFiguresOfCompare(String change) throws IOException {
    String changed = changed(change);
    JsonNode compare =
        JSON.readTree(Run.of("compare", RECIPE, changed, "--json").out()).get("changes");
    String page = page(ExitCode.FINDING, "--compare", RECIPE, changed);

    assertThat(compare).isNotEmpty();
    assertThat(rows(page)).containsExactlyInAnyOrderElementsOf(rows(compare));
    for (JsonNode name : data(page).get("names")) {
      Set<String> places = new TreeSet<>();
      double share = 0;
      for (JsonNode group : name.get("groups")) {
        if (group.get("changed").asBoolean()) {
          share += group.get("share").asDouble();
          group.get("places").forEach(place -> places.add(label(data(page), place)));
        }
      }
      assertThat(places).isEqualTo(places(compare, name.get("name").asText()));
      assertThat(share).isEqualTo(share(compare, name.get("name").asText()), within(1e-5));
      assertThat(name.get("summary").asText())
          .isEqualTo(
              "Answers change for "
                  + Percent.of(share)
                  + " of the people, in "
                  + places.size()
                  + (places.size() == 1 ? " place." : " places."));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "US-CA", "SG", "BR"})
  void bothSidesHaveTheAnswersOfResolve(String client) throws IOException {
    String changed = changed("us-east-1: 50 -> us-east-1: 80");
    JsonNode data = data(page(ExitCode.FINDING, "--compare", RECIPE, changed));
    JsonNode name = data.get("names").get(0);

    for (JsonNode group : name.get("groups")) {
      for (JsonNode place : group.get("places")) {
        if (label(data, place).equals(client)) {
          assertThat(answer(data, group.get("before"))).isEqualTo(resolved(client, RECIPE));
          assertThat(answer(data, group.get("after"))).isEqualTo(resolved(client, changed));
          return;
        }
      }
    }
    throw new AssertionError(client + " is not in the data");
  }

  @Test
  void sharesOfEndpointsAddUpToThoseOfWhatIf() throws IOException {
    String changed = changed("us-east-1: 50 -> us-east-1: 80");
    String page = page(ExitCode.FINDING, "--compare", RECIPE, changed);

    assertThat(text(page))
        .contains("us-east-1 | 50.0 % | 61.5 % | +11.5 %")
        .contains("eu-west-1 | 30.0 % | 23.1 % | −6.9 %");
    assertThat(Run.of("what-if", "--down", "eu-west-1", "-c", changed, "--json").out())
        .contains("\"us-east-1\": 0.615385");
  }

  @Test
  void recordSetsAreMarkedInWords() throws IOException {
    String page =
        page(ExitCode.FINDING, "--compare", RECIPE, changed("us-east-1: 50 -> us-east-1: 80"));
    assertThat(words(page)).contains("± changed: setting weight 80 (61.5 %) → us-east-1");

    String other =
        page(ExitCode.FINDING, "--compare", RECIPE, changed(", ap-southeast-1: 20} -> }"));
    assertThat(words(other)).contains("− removed weight 20 (20.0 %) → ap-southeast-1");
  }

  @Test
  void aChangeThatNobodyNoticesIsShownAndFine() throws IOException {
    String changed = changed("failure-threshold: 3 -> failure-threshold: 4");
    String page = page(ExitCode.FINE, "--compare", RECIPE, changed);

    assertThat(Run.of("compare", RECIPE, changed).exitCode()).isZero();
    assertThat(page)
        .contains("Nobody's answers change.", "± changed: health check</span>")
        .doesNotContain("<select", "class=\"map ");
  }

  @Test
  void theSameVersionsHaveNoMapAndNoNames() throws IOException {
    String page = page(ExitCode.FINE, "--compare", RECIPE, RECIPE);

    assertThat(page)
        .contains("Names: 0 changed, 0 added, 0 removed, 5 the same.")
        .doesNotContain("<select", "<article");
  }

  @Test
  void thePrivateZoneHasNoMap() throws IOException {
    Path other = folder.resolve("private.yaml");
    Files.writeString(
        other,
        Files.readString(Path.of("examples/private.yaml")).replace("10.0.200.20", "10.0.200.21"));
    String page =
        page(
            ExitCode.FINDING,
            "--compare",
            "examples/private.yaml",
            other.toString(),
            "--zone-kind",
            "private");

    assertThat(page)
        .contains("± changed</span> db.example.com A", "10.0.200.21")
        .doesNotContain("class=\"map");
    assertThat(page(ExitCode.FINDING, "--compare", "examples/private.yaml", other.toString()))
        .contains(
            "Public zone example.com",
            "Private zone example.com",
            "± changed</span> db.example.com A");
  }

  @Test
  void whatCouldNotBeReadIsCountedAndFails() throws IOException {
    String plan = PLANS.resolve("unknown-zone").resolve("plan.json").toString();
    String page = page(ExitCode.FINDING, "--compare", "--plan", plan);

    assertThat(page).contains("Nothing could be compared.", "Not known (2)");
  }

  @Test
  void aNameThatCouldNotBeComparedIsNotCountedAsTheSame() throws IOException {
    String plan = "src/test/resources/dev/meridian/cli/unread.plan.json";
    String page = page(ExitCode.FINDING, "--compare", plan, plan);

    assertThat(page)
        .contains(
            "0 changed, 0 added, 0 removed, 2 the same, 6 not compared.",
            "? not compared</span> api.example.com A",
            "The answers are not known, because w.example.com A could not be fully read",
            "No record sets could be read.")
        .doesNotContain("Nobody's answers change while");
  }

  @Test
  void theOrderOfAddressesIsNoChange() throws IOException {
    String zone =
        """
        application: shop
        environment: test
        zone: example.com
        endpoints: {office: {addresses: [%s]}}
        names: {api: {simple: office}}
        """;
    Path first =
        Files.writeString(folder.resolve("first.yaml"), zone.formatted("203.0.113.9, 203.0.113.1"));
    Path second =
        Files.writeString(
            folder.resolve("second.yaml"), zone.formatted("203.0.113.1, 203.0.113.9"));

    assertThat(page(ExitCode.FINE, "--compare", first.toString(), second.toString()))
        .contains("0 changed, 0 added, 0 removed, 1 the same.");
  }

  @Test
  void thePageOfTheLargestExampleIsSmall() throws IOException {
    assertThat(page(ExitCode.FINDING, "--compare", RECIPE, "examples/everything.yaml").length())
        .isLessThan(400_000);
  }

  @Test
  void textsOfThePlanDoNotBecomeMarkup() throws IOException {
    Path hostile = folder.resolve("plan.json");
    Files.writeString(
        hostile,
        Files.readString(PLANS.resolve("foreign").resolve("plan.json"))
            .replace("\"blue\"", "\"</script><img src=x onerror=1>'\""));
    String page = page(ExitCode.FINDING, "--compare", "--plan", hostile.toString());

    assertThat(page).doesNotContain("<img").containsPattern("(?s)^.*</script>.*</script>.*$");
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void sourcesThatDoNotFitAreRefused() {
    String out = folder.resolve("x.html").toString();
    String plan = PLANS.resolve("weights").resolve("plan.json").toString();

    assertRefused("needs a current version", "report", "--compare", "-o", out);
    assertRefused(
        "cannot be another source", "report", "-o", out, "--plan", plan, "--compare", RECIPE);
    assertRefused("one plan", "report", "-o", out, "--compare", "--plan", plan, plan);
    assertRefused("two versions", "report", "-o", out, "--compare", RECIPE, "--state", "a.tfstate");
    assertRefused(
        "no goals", "report", "-o", out, "--goals", "goals.yaml", "--compare", RECIPE, RECIPE);
    assertThat(Path.of(out)).doesNotExist();
  }

  private static void assertRefused(String message, String... command) {
    Run run = Run.of(command);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message, "fix: ");
  }

  private String changed(String change) throws IOException {
    String[] parts = change.split(" -> ");
    String recipe = Files.readString(Path.of(RECIPE));
    assertThat(recipe).contains(parts[0]);
    Path other = folder.resolve("changed.yaml");
    return Files.writeString(other, recipe.replaceFirst(Pattern.quote(parts[0]), parts[1]))
        .toString();
  }

  private String page(int exitCode, String... options) throws IOException {
    Path file = folder.resolve("page.html");
    List<String> command = new ArrayList<>(List.of("report", "--force", "-o", file.toString()));
    command.addAll(List.of(options));
    Run run = Run.of(command.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    return Files.readString(file);
  }

  private static JsonNode data(String page) {
    String begin = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(begin) + begin.length();
    try {
      return JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The rows of changed answers on the page: name, share, places, and both answers. */
  private static List<String> rows(String page) {
    List<String> rows = new ArrayList<>();
    Matcher entries = ENTRY.matcher(page);
    while (entries.find()) {
      String entry = entries.group();
      Matcher name = Pattern.compile("Answers of (.*?) that change").matcher(entry);
      if (name.find()) {
        Matcher row = ROW.matcher(entry.substring(name.end()));
        while (row.find()) {
          rows.add(
              String.join(
                  " | ",
                  unescaped(name.group(1)),
                  row.group(2),
                  row.group(3),
                  unescaped(row.group(4)),
                  unescaped(row.group(5))));
        }
      }
    }
    return rows;
  }

  /** The same from the JSON of compare. */
  private static List<String> rows(JsonNode changes) {
    List<String> rows = new ArrayList<>();
    for (JsonNode change : changes) {
      rows.add(
          String.join(
              " | ",
              change.get("name").asText() + " " + change.get("type").asText(),
              Percent.of(change.get("share").asDouble()),
              Integer.toString(change.get("places").size()),
              answers(change.get("before")),
              answers(change.get("after"))));
    }
    return rows;
  }

  private static String answers(JsonNode answers) {
    List<String> texts = new ArrayList<>();
    answers
        .properties()
        .forEach(
            answer ->
                texts.add(
                    answer.getKey()
                        + (answers.size() == 1
                            ? ""
                            : " "
                                + Percent.of(
                                    BigFraction.parse(answer.getValue().asText()).doubleValue()))));
    return String.join(", ", texts);
  }

  private static String text(String page) {
    return unescaped(page.replaceAll("</t[hd]><t[hd][^>]*>", " | ").replaceAll("<[^>]*>", ""));
  }

  private static String words(String page) {
    return text(page).replaceAll("\\s+", " ");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String label(JsonNode data, JsonNode place) {
    return data.get("places").get(place.asInt()).get(0).asText();
  }

  private static Set<String> places(JsonNode changes, String name) {
    Set<String> places = new TreeSet<>();
    for (JsonNode change : changes) {
      if (name.equals(change.get("name").asText() + " " + change.get("type").asText())) {
        change.get("places").forEach(place -> places.add(place.asText()));
      }
    }
    return places;
  }

  private static double share(JsonNode changes, String name) {
    double share = 0;
    for (JsonNode change : changes) {
      if (name.equals(change.get("name").asText() + " " + change.get("type").asText())) {
        share += change.get("share").asDouble();
      }
    }
    return share;
  }

  private static Map<String, Double> answer(JsonNode data, JsonNode number) {
    Map<String, Double> shares = new TreeMap<>();
    JsonNode answer = data.get("answers").get(number.asInt());
    for (int i = 0; i < answer.size(); i += 2) {
      String end = data.get("ends").get(answer.get(i).asInt()).get("name").asText();
      shares.put(end, Math.rint(answer.get(i + 1).asDouble() * 1e6));
    }
    return shares;
  }

  private static Map<String, Double> resolved(String client, String declaration)
      throws IOException {
    Run run = Run.of("resolve", "api", "--json", "--from", client, "-c", declaration);
    Map<String, Double> shares = new TreeMap<>();
    for (JsonNode outcome : JSON.readTree(run.out()).at("/clients/0/outcomes")) {
      double share = BigFraction.parse(outcome.get("probability").asText()).doubleValue();
      shares.put(outcome.at("/endpoints/0").asText(), Math.rint(share * 1e6));
    }
    return shares;
  }
}
