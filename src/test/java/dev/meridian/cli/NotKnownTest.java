package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedRoute53;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans and zones with record sets that could not be read: the weight of a record of {@code w} is
 * known only after apply, and {@code tp} is a traffic policy instance.
 */
class NotKnownTest {
  private static final String FOLDER = "src/test/resources/dev/meridian/cli/";
  private static final String PLAN = FOLDER + "unread.plan.json";
  private static final String GOALS = FOLDER + "unread.goals.yaml";
  private static final String AFTER = FOLDER + "unread.after.yaml";
  private static final String LOAD_BALANCER = "green-1.us-east-1.elb.amazonaws.com";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "resolve-not-known, resolve w --from DE --plan " + PLAN,
    "what-if-not-known, what-if --down 192.0.2.9 --plan " + PLAN,
    "prove-not-known, prove --failures 1 --plan " + PLAN,
    "check-not-known, check --plan " + PLAN + " --goals " + GOALS,
    "compare-not-known, compare " + PLAN + " " + AFTER
  })
  void whatCouldNotBeReadIsSaidAndIsAFinding(String golden, String command) throws IOException {
    Run text = Run.of(command.split(" "));
    Run json = Run.of((command + " --json").split(" "));

    assertThat(text.exitCode()).as(text.err()).isEqualTo(1);
    assertThat(json.exitCode()).as(json.err()).isEqualTo(1);
    Golden.check("commands/" + golden + ".txt", text.out());
    Golden.check("commands/" + golden + ".json", json.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"w", "api", "www", "probed", "tp", "viatp"})
  void aNameIsNotKnownIfAnythingBehindItIsNot(String name) {
    Run run = Run.of("resolve", name, "--from", "DE", "--plan", PLAN);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("The answer is not known, because ").doesNotContain("CLIENT");
  }

  @Test
  void whichOfTwoRecordSetsForOneLocationExistsIsNotKnown() {
    String plan = "src/test/resources/dev/meridian/importing/dup-geo.plan.json";

    Run resolve = Run.of("resolve", "geo", "--from", "US", "--plan", plan);
    Run prove = Run.of("prove", "--plan", plan);
    Run compare = Run.of("compare", plan, plan);

    assertThat(resolve.exitCode()).isEqualTo(1);
    assertThat(resolve.out()).contains("not known, because geo.example.com A ");
    assertThat(resolve.err())
        .isEqualTo(
            "warning: "
                + plan
                + ": geo.example.com A b: Route 53 accepts one record set per location, region, or"
                + " failover role, and geo.example.com A a has the same, so it is not known which"
                + " of the two exists\n");
    assertThat(prove.exitCode()).isEqualTo(1);
    assertThat(prove.out()).contains("unread-record: geo.example.com A");
    assertThat(compare.exitCode()).isEqualTo(1);
    assertThat(compare.out()).contains("geo.example.com A: not known");
  }

  @Test
  void otherNamesOfThePlanAreAnsweredAsBefore() {
    Run run = Run.of("resolve", "ok", "--from", "DE", "--plan", PLAN);
    Run otherType = Run.of("resolve", "w", "--type", "TXT", "--from", "DE", "--plan", PLAN);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("192.0.2.9");
    assertThat(otherType.out()).doesNotContain("not known");
  }

  @Test
  void loadsAreNotKnownWhereTheTrafficOfAnUnknownNameGoes() {
    Run run = Run.of("what-if", "--down", "192.0.2.9", "--plan", PLAN, "--goals", GOALS);

    assertThat(run.out())
        .contains("The load of the endpoints is not known.")
        .doesNotContain("BEFORE");
  }

  @Test
  void whatAnUnreadRecordAnswersWithIsNotDenied() {
    Run run = Run.of("what-if", "--down", "192.0.2.77", "--plan", PLAN);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("in the part that could be read (see the warnings)");
  }

  @Test
  void aPlanThatLacksARecordIsNotTheSameAsItself() {
    Run run = Run.of("compare", PLAN, PLAN);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("w.example.com A: not known")
        .endsWith("No other answers change.\n");
  }

  @Test
  void anExpectationOfANameThatIsNotKnownIsReportedAsAFailure() throws IOException {
    Path report = folder.resolve("report.xml");

    Run.of("check", "--plan", PLAN, "--goals", GOALS, "--junit", report.toString());

    assertThat(Files.readString(report)).contains("failures=\"2\"", "message=\"not known, because");
  }

  @Test
  void aPlanThatEndedInAnErrorMayLackAnyName() throws IOException {
    String errored =
        Files.readString(Path.of(PLAN))
            .replace("\"planned_values\"", "\"errored\": true, \"planned_values\"");
    Path plan = Files.writeString(folder.resolve("plan.json"), errored);

    Run missing = Run.of("resolve", "nothing", "--from", "DE", "--plan", plan.toString());
    Run single = Run.of("resolve", "ok", "--from", "DE", "--plan", plan.toString());

    assertThat(missing.out()).contains("because a record set of unknown name could not");
    assertThat(single.exitCode()).as(single.out()).isZero();
  }

  @Test
  void aLiveTrafficPolicyInstanceIsNeitherMissingNorProved() throws IOException {
    try (RecordedRoute53 route53 = new RecordedRoute53()) {
      String zone = " --zone ZPUBLIC --aws-endpoint " + route53.access().endpoint();

      Run resolve = Run.of(("resolve policy --from DE" + zone).split(" "));
      Run prove = Run.of(("prove" + zone).split(" "));

      assertThat(resolve.exitCode()).as(resolve.err()).isEqualTo(1);
      assertThat(resolve.out()).contains("because policy.example.net A could not be fully read");
      assertThat(prove.exitCode()).as(prove.err()).isEqualTo(1);
      assertThat(prove.out())
          .contains("unread-record: policy.example.net A")
          .doesNotContain("Proved");
    }
  }

  @Test
  void twoZonesOfOneNameKeepTheirRecordsApart() throws IOException {
    String twin =
        Files.readString(Path.of(PLAN))
            .replace(
                "\"resource_changes\": [",
                "\"resource_changes\": [\n"
                    + change("aws_route53_zone", "{\"zone_id\": \"Z2\", \"name\": \"example.com\"}")
                    + ",\n"
                    + change(
                        "aws_route53_record",
                        "{\"zone_id\": \"Z2\", \"name\": \"w\", \"type\": \"A\", \"ttl\": 60,"
                            + " \"records\": [\"192.0.2.3\"]}")
                    + ",");
    String plan = Files.writeString(folder.resolve("plan.json"), twin).toString();

    Run whole = Run.of("resolve", "w", "--from", "DE", "--plan", plan, "--zone", "Z2");
    Run lacking = Run.of("resolve", "w", "--from", "DE", "--plan", plan, "--zone", "Z1");

    assertThat(whole.exitCode()).as(whole.out()).isZero();
    assertThat(whole.out()).contains("192.0.2.3");
    assertThat(lacking.out()).contains("not known").doesNotContain(LOAD_BALANCER);
  }

  private static String change(String type, String after) {
    return """
        {"address": "%s.twin", "mode": "managed", "type": "%s", "name": "twin", \
        "change": {"actions": ["create"], "after_unknown": {}, "after": %s}}"""
        .formatted(type, type, after);
  }
}
