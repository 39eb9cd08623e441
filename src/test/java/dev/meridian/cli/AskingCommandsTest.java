package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What-if, prove, check and compare; resolve has its own test. */
class AskingCommandsTest {
  private static final String RECIPE = "meridian.yaml";
  private static final String FLAWED = "examples/flawed.yaml";
  private static final String EVERYTHING = "examples/everything.yaml";
  private static final String FOREIGN = "src/test/resources/dev/meridian/importing/foreign.tfstate";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "what-if-recipe.txt, 1, what-if --down us-east-1 -c meridian.yaml",
    "what-if-flawed.txt, 1, what-if --down us-east-1 -c examples/flawed.yaml",
    "what-if-flawed.json, 1, what-if --down us-east-1 -c examples/flawed.yaml --json",
    "prove-recipe.txt, 0, prove -c meridian.yaml --failures 3",
    "prove-flawed.txt, 1, prove -c examples/flawed.yaml",
    "prove-flawed.json, 1, prove -c examples/flawed.yaml --json",
    "cost-recipe.txt, 0, cost -c meridian.yaml --queries 10M",
    "cost-everything.txt, 1, cost -c examples/everything.yaml",
    "cost-accelerator.json, 0, cost -c examples/accelerator.yaml --json --queries static=2G",
    "cost-compared.txt, 0, cost -c meridian.yaml --compare examples/weights.yaml",
    "cost-compared.md, 0, cost -c meridian.yaml --compare examples/recovery-controls.yaml --markdown",
    "graph-recipe.txt, 0, graph api -c meridian.yaml",
    "graph-nested.txt, 0, graph deep -c examples/everything.yaml",
    "graph-nested.mmd, 0, graph deep -c examples/everything.yaml --format mermaid",
    "graph-nested.dot, 0, graph geo -c examples/everything.yaml --format dot",
    "check-flawed.txt, 1, check -c examples/flawed.yaml",
    "check-flawed.json, 1, check -c examples/flawed.yaml --json",
  })
  void commandsPrintWhatPeopleAndProgramsRead(String golden, int exitCode, String command)
      throws IOException {
    Run run = Run.of(command.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    Golden.check("commands/" + golden, run.out());
    if (golden.endsWith(".json")) {
      assertThat(new ObjectMapper().readTree(run.out())).isNotEmpty();
    }
  }

  @Test
  void everyCommandOfAFindingShowsIt() throws IOException {
    Run prove = Run.of("prove", "-c", FLAWED, "--json");

    new ObjectMapper()
        .readTree(prove.out()).path("findings").findValuesAsText("command").stream()
            .filter(command -> command.startsWith("./meridian "))
            .forEach(
                command -> {
                  Run shown = Run.of(command.substring("./meridian ".length()).split(" "));
                  assertThat(shown.exitCode()).as(command + shown.err()).isLessThan(2);
                });
  }

  @ParameterizedTest
  @CsvSource({
    "what-if-foreign.txt, what-if --down eu-central-1 --state",
    "prove-foreign.txt, prove --state",
    "resolve-foreign.txt, resolve www --from US-CA --state"
  })
  void statesThatMeridianDidNotMakeCanBeAsked(String golden, String command) throws IOException {
    Run run = Run.of((command + " " + FOREIGN).split(" "));

    assertThat(run.exitCode()).as(run.err()).isLessThan(2);
    Golden.check("commands/" + golden, run.out());
  }

  @Test
  void theSameNamesInTwoFilesAnswerAlike() {
    Run run = Run.of("compare", RECIPE, RECIPE);

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).isEqualTo("Nobody's answers change.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void warningsAreCountedWhereQuestionsAreAsked() {
    Run run = Run.of("resolve", "api", "--from", "DE", "-c", EVERYTHING);

    assertThat(run.err())
        .isEqualTo("9 warnings; ./meridian validate -c examples/everything.yaml shows them.\n");
  }

  @Test
  void compareTakesWhatIsDownInBoth() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("changed.yaml"),
            Files.readString(Path.of(RECIPE))
                .replace("secondary: eu-west-1", "secondary: ap-southeast-1"));

    Run healthy = Run.of("compare", RECIPE, file.toString());
    Run failed = Run.of("compare", RECIPE, file.toString(), "--down", "us-east-1");
    Run unknown = Run.of("compare", RECIPE, file.toString(), "--down", "mars");

    assertThat(healthy.out()).isEqualTo("Nobody's answers change.\n");
    assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
    assertThat(failed.out())
        .startsWith("failover.api.example.com A:")
        .contains("before  eu-west-1.alb_dns_name", "after   ap-southeast-1.alb_dns_name");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("mars", "use one of ap-southeast-1");
  }

  @Test
  void expectationsSayWhatHappensWhenAHealthCheckFailsByItself() throws IOException {
    String switched =
        """
        application: shop
        environment: test
        zone: example.com
        endpoints:
          main: {addresses: [203.0.113.1], health-check: none}
          other: {addresses: [203.0.113.2], health-check: none}
        health-checks:
          queue: {cloudwatch-metric: {alarm: queue-depth, region: us-east-1}}
          ready: {path: /ready}
        names:
          www: {failover: {primary: {to: main, health-check: queue}, secondary: other}}
        expect:
          www:
            - {from: DE, answer: main}
            - {from: DE, down: queue, answer: other}
        """;
    Path good = Files.writeString(folder.resolve("good.yaml"), switched);
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"), switched.replace("down: queue", "down: ready"));

    Run check = Run.of("check", "-c", good.toString());
    Run resolve =
        Run.of("resolve", "www", "--from", "DE", "--down", "queue", "-c", good.toString());
    Run pattern = Run.of("check", "-c", bad.toString());

    assertThat(check.exitCode()).as(check.toString()).isZero();
    assertThat(check.out()).contains("from DE, when queue is down: other");
    assertThat(resolve.out()).contains("www.example.com A, queue down", "other");
    assertThat(pattern.exitCode()).isEqualTo(2);
    assertThat(pattern.err())
        .contains("bad.yaml:15:24: expect.www[1].down: \"ready\" is the health check");
  }

  @ParameterizedTest
  @CsvSource({"compare.txt, false", "compare.json, true"})
  void compareTellsWhoseAnswersChangeAndNotWhichRecords(String golden, boolean json)
      throws IOException {
    String changed =
        Files.readString(Path.of(RECIPE))
            .replace("us-east-1: 50, eu-west-1: 30", "us-east-1: 40, eu-west-1: 40")
            .replace("EU: eu-west-1,", "EU: eu-west-1, DE: us-east-1,");
    Path file = Files.writeString(folder.resolve("changed.yaml"), changed);

    Run run =
        json
            ? Run.of("compare", RECIPE, file.toString(), "--json")
            : Run.of("compare", RECIPE, file.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    Golden.check("commands/" + golden, run.out());
  }

  @Test
  void theJunitReportIsWellFormedAndCountsTheFailures() throws Exception {
    Path file = folder.resolve("report.xml");

    Run run = Run.of("check", "-c", FLAWED, "--junit", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    Document report =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(report.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(report.getElementsByTagName("failure").item(1).getTextContent())
        .contains("primary -> _shop-primary-weighted.example.com");
  }

  @Test
  void goalsOfTheirOwnReplaceThoseOfTheDeclaration() throws IOException {
    Path goals =
        Files.writeString(
            folder.resolve("goals.yaml"),
            """
            capacity: {rack: 90}
            traffic: {plain: 80}
            expect: {plain: [{from: DE, answer: rack}]}
            """);

    Run check = Run.of("check", "-c", EVERYTHING, "--goals", goals.toString());
    Run whatIf =
        Run.of("what-if", "--down=203.0.113.31", "-c", EVERYTHING, "--goals", goals.toString());

    assertThat(check.out()).endsWith("1 expectation, 0 failed.\n");
    assertThat(whatIf.out()).containsPattern("rack 203.0.113.32 +26.7 +26.7 +30");
  }

  @Test
  void everySlipInAGoalsFileIsToldWithItsPlace() throws IOException {
    Path goals =
        Files.writeString(
            folder.resolve("goals.yaml"),
            """
            capacity: {mars: 1}
            traffic: {nope: 2}
            expects: {}
            drills: {lost: mars, asked: {names: nope, down: us-east-1}}
            """);

    Run run = Run.of("check", "-c", RECIPE, "--goals", goals.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    Golden.check("commands/goals.err", run.err().replace(folder + "/", ""));
  }

  @Test
  void aCheckWithoutExpectationsIsBadInput() {
    Run run = Run.of("check", "-c", RECIPE);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there are no expectations", "--goals FILE");
  }

  @Test
  void expectationsForEverybodyAndForSharesAreExact() throws IOException {
    String recipe = Files.readString(Path.of(RECIPE));
    String right = "  api: [{answer: {us-east-1: 5, eu-west-1: 3, ap-southeast-1: 2}}]\n";
    String wrong = "  api: [{answer: {us-east-1: 50, eu-west-1: 30, ap-southeast-1: 21}}]\n";
    Path good = Files.writeString(folder.resolve("good.yaml"), recipe + "expect:\n" + right);
    Path bad = Files.writeString(folder.resolve("bad.yaml"), recipe + "expect:\n" + wrong);

    assertThat(Run.of("check", "-c", good.toString()).exitCode()).isEqualTo(0);
    assertThat(Run.of("check", "-c", bad.toString()).exitCode()).isEqualTo(1);
  }
}
