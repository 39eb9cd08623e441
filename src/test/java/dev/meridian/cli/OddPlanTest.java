package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are right for Terraform, and hold what Route 53 takes once or nobody knows yet. */
class OddPlanTest {
  private static final String CNAME =
      """
      {"zone_id": "Z1", "name": "_abc", "type": "CNAME", "ttl": 60, "allow_overwrite": true,
       "records": ["_x.acm-validations.aws"]}""";
  private static final String ADDRESS =
      """
      {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60, "records": ["%s"]}""";

  @TempDir private Path folder;

  @Test
  void twoResourcesMayWriteTheSameRecord() throws IOException {
    Run run = resolve("www", plan(CNAME, CNAME, ADDRESS.formatted("192.0.2.1")));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("192.0.2.1");
  }

  @Test
  void whichOfTwoRecordsOfOneNameAnswersIsNotKnown() throws IOException {
    Run run = resolve("www", plan(ADDRESS.formatted("192.0.2.1"), ADDRESS.formatted("192.0.2.2")));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("The answer is not known").doesNotContain("192.0.2.1");
    assertThat(run.err()).contains("warning: ", "r[1]: another resource has records of");
  }

  @Test
  void aNameThatIsKnownAfterApplyIsNotTheZonesOwn() throws IOException {
    String unknown = ADDRESS.formatted("192.0.2.9").replace("\"name\": \"www\", ", "");
    Path plan = plan(ADDRESS.formatted("192.0.2.1"), unknown);
    Files.writeString(
        plan,
        Files.readString(plan)
            .replace("\"after_unknown\": {\"1\": true}", "\"after_unknown\": {\"name\": true}"));

    Run run = resolve("@", plan);

    assertThat(run.out()).doesNotContain("192.0.2.9");
    assertThat(run.err()).contains("r[1]: its name is known after apply");
  }

  @Test
  void contradictionsAreNoClient() {
    Run run = Run.of("resolve", "api", "--from", "DE+FR", "-c", "meridian.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"DE+FR\" is not a single client");
  }

  @Test
  void moreFailuresThanCanBeTriedAreRefused() {
    Run run = Run.of("prove", "--failures", "11", "-c", "meridian.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--failures must be a number from 0 to 10");
  }

  private static Run resolve(String name, Path plan) {
    return Run.of("resolve", name, "--from", "DE", "--plan", plan.toString());
  }

  /** The zone Z1 and a record for each of {@code values}. */
  private Path plan(String... values) throws IOException {
    StringBuilder changes = new StringBuilder();
    changes
        .append(change("aws_route53_zone.z", "aws_route53_zone", "z", 0))
        .append("{\"zone_id\": \"Z1\", \"name\": \"example.com\"}}}");
    for (int i = 0; i < values.length; i++) {
      changes
          .append(",\n")
          .append(change("aws_route53_record.r[" + i + "]", "aws_route53_record", "r", i))
          .append(values[i])
          .append("}}");
    }
    return Files.writeString(
        folder.resolve("plan.json"),
        "{\"format_version\": \"1.2\", \"planned_values\": {}, \"resource_changes\": ["
            + changes
            + "]}");
  }

  private static String change(String address, String type, String name, int index) {
    return """
        {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", "index": %d,
         "change": {"actions": ["create"], "after_unknown": {"%d": true}, "after": \
        """
        .formatted(address, type, name, index, index);
  }
}
