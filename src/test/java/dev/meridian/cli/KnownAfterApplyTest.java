package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Targets that are known only after apply: 90 % of {@code w} are an alias to a load balancer that
 * the plan creates.
 */
class KnownAfterApplyTest {
  private static final String FOLDER = "src/test/resources/dev/meridian/cli/";
  private static final String PLAN = FOLDER + "unread-plan.plan.json";
  private static final String GREEN = FOLDER + "unread-plan.green.yaml";
  private static final String UNKNOWN = "src/test/resources/dev/meridian/terraform/unknown/";
  private static final String FOR_EACH = UNKNOWN + "for-each.plan.json";
  private static final String EXPRESSIONS = UNKNOWN + "expressions.plan.json --zone example.com";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "resolve-known-after-apply, 0, resolve w --from DE --plan " + PLAN,
    "what-if-known-after-apply, 0, what-if --down aws_lb.blue.dns_name --plan " + PLAN,
    "prove-known-after-apply, 0, prove --plan " + PLAN,
    "compare-known-after-apply, 1, compare " + PLAN + " " + GREEN
  })
  void aTargetKnownOnlyAfterApplyIsAnEndpoint(String golden, int exitCode, String command)
      throws IOException {
    Run text = Run.of(command.split(" "));
    Run json = Run.of((command + " --json").split(" "));

    assertThat(text.exitCode()).as(text.err()).isEqualTo(exitCode);
    assertThat(json.exitCode()).as(json.err()).isEqualTo(exitCode);
    Golden.check("commands/" + golden + ".txt", text.out());
    Golden.check("commands/" + golden + ".json", json.out());
  }

  /** {@code www} takes the name and the zone of its target from the record {@code lb}. */
  @Test
  void anAliasToTheNameAndZoneOfARecordIsAnAliasToThatRecord() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [
              {"address": "aws_route53_zone.z", "mode": "managed", "type": "aws_route53_zone", "name": "z",
               "change": {"after": {"name": "example.com", "vpc": []}, "after_unknown": {"id": true, "zone_id": true}}},
              {"address": "aws_route53_record.lb", "mode": "managed", "type": "aws_route53_record", "name": "lb",
               "change": {"after": {"name": "lb", "type": "A", "ttl": 60, "records": ["192.0.2.1"], "alias": []},
                          "after_unknown": {"zone_id": true, "fqdn": true}}},
              {"address": "aws_route53_record.www", "mode": "managed", "type": "aws_route53_record", "name": "www",
               "change": {"after": {"name": "www", "type": "A", "alias": [{"evaluate_target_health": true}]},
                          "after_unknown": {"zone_id": true, "alias": [{"name": true, "zone_id": true}]}}}],
             "configuration": {"root_module": {"resources": [
              {"address": "aws_route53_record.lb", "expressions": {
                "zone_id": {"references": ["aws_route53_zone.z.zone_id", "aws_route53_zone.z"]}}},
              {"address": "aws_route53_record.www", "expressions": {
                "zone_id": {"references": ["aws_route53_zone.z.zone_id", "aws_route53_zone.z"]},
                "alias": [{
                  "name": {"references": ["aws_route53_record.lb.fqdn", "aws_route53_record.lb"]},
                  "zone_id": {"references": ["aws_route53_record.lb.zone_id", "aws_route53_record.lb"]}}]}}]}}}
            """);

    Run run = Run.of("resolve", "www", "--from", "DE", "--plan", plan.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("192.0.2.1").doesNotContain("known after apply");
  }

  @Test
  void anExpectationCanNameTheEndpoint() throws IOException {
    Path goals =
        Files.writeString(
            folder.resolve("goals.yaml"),
            """
            expect:
              w:
                - {from: DE, answer: {aws_lb.blue.dns_name: 9, green-1.us-east-1.elb.amazonaws.com: 1}}
                - {from: DE, down: aws_lb.blue.dns_name, answer: green-1.us-east-1.elb.amazonaws.com}
            """);

    Run run = Run.of("check", "--plan", PLAN, "--goals", goals.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  @Test
  void thePlanAnswersTheSameAsItself() {
    Run run = Run.of("compare", PLAN, PLAN);

    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  @Test
  void anArgumentThatCanHaveAnotherExpressionIsNotKnownToBeTheSame() {
    Run run = Run.of("compare", FOR_EACH, FOR_EACH);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("aws_route53_record.two.records is known only after apply.")
        .contains("It is not known yet whether these answers stay the same.")
        // One attribute of one resource, and so the same in both.
        .doesNotContain("try.example.com");
  }

  @Test
  void healthDecidesEvenIfItsTargetIsKnownOnlyAfterApply() {
    String plan = FOR_EACH;

    Run check = Run.of("resolve", "w", "--from", "DE", "--plan", plan, "--down", "check-blue");
    Run target =
        Run.of("resolve", "w", "--from", "DE", "--plan", plan, "--down", "aws_lb.x[\"blue\"]");

    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out()).contains("aws_lb.x[\"green\"]").doesNotContain("w[\"blue\"]");
    assertThat(target.out().lines().skip(1)).isEqualTo(check.out().lines().skip(1).toList());
  }

  @Test
  void sharesAreExactWithoutKnowingWhichHealthCheckARecordHas() {
    Run healthy = Run.of("resolve", "hcl", "--from", "DE", "--plan", FOR_EACH);
    Run failing =
        Run.of("resolve", "hcl", "--from", "DE", "--plan", FOR_EACH, "--down", "check-blue");
    Run prove = Run.of("prove", "--plan", FOR_EACH);

    assertThat(healthy.exitCode()).as(healthy.out()).isZero();
    assertThat(healthy.out()).contains("1/2     50.0 %");
    assertThat(failing.exitCode()).isEqualTo(1);
    assertThat(failing.out()).contains("not known, because health check aws_route53_record.hcl[");
    assertThat(prove.out()).contains("not proved: hcl.example.com A");
  }

  @Test
  void aRegionIsRefusedIfItMayContainATarget() {
    Run run = Run.of(("what-if --down us-east-1 --plan " + PLAN).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--down: the region of aws_lb.blue.dns_name is known only after apply");
  }

  @Test
  void importLeavesOutTheNamesWithTheReasonAndWritesTheOthers() throws IOException {
    String text =
        Files.readString(Path.of(PLAN))
            .replace(
                "\"resource_changes\":[",
                "\"resource_changes\":[{\"address\":\"aws_route53_record.ok\",\"mode\":\"managed\","
                    + "\"type\":\"aws_route53_record\",\"name\":\"ok\",\"change\":{\"actions\":"
                    + "[\"create\"],\"after_unknown\":{},\"after\":{\"zone_id\":\"Z1\",\"name\":"
                    + "\"ok.example.com\",\"type\":\"A\",\"ttl\":60,\"records\":[\"192.0.2.1\"]}}},")
            .replace("\"name\":\"example.com\"", "\"zone_id\":\"Z1\",\"name\":\"example.com\"");
    Path plan = Files.writeString(folder.resolve("plan.json"), text);

    Run run = Run.of("import", "--plan", plan.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "left out: w.example.com: aws_lb.blue.dns_name is known only after apply;"
                + " import the state after apply instead");
    assertThat(run.out()).contains("ok: {simple: ");
  }

  @Test
  void expressionsThatCannotBeToldApartAreDifferentTargets() {
    Run plain = Run.of(("resolve plain --from DE --plan " + EXPRESSIONS).split(" "));
    Run template = Run.of(("resolve template --from DE --plan " + EXPRESSIONS).split(" "));

    assertThat(plain.out()).contains("aws_route53_record.plain.records (known after apply)");
    assertThat(template.out()).contains("aws_route53_record.template.records (known after apply)");
  }
}
