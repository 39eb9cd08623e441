package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} says what a plan would do to live answers, and fails. */
class DiffFindingsTest {
  /**
   * In terraform's place: the DNS stack's plan is the file plan.json, the others have no changes.
   */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      case $PWD in *-dns) dns=yes ;; esac
      case $1 in
        init) mkdir -p .terraform ;;
        plan) [ -z "$dns" ] || exit 2 ;;
        show) cat "$PLAN" ;;
      esac
      """;

  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      regions: [us-east-1]
      names: {www: {simple: us-east-1}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED);
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void tooManyUpdatesAreAFinding() throws Exception {
    plan(12, 6);

    Run run = run("diff", "dns");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
              change-guard: example.com
                6 of 12 record sets (50.0 %) would be updated in one apply, more than 30 %
                fix: check that this is the right file and environment; if you want this, add --force
            """
                .stripTrailing());
  }

  @Test
  void forceAllowsIt() throws Exception {
    plan(12, 6);

    Run run = run("diff", "dns", "--force");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("change-guard: example.com (allowed by --force)");
    assertThat(run("diff", "dns", "--force", "--exit-code").exitCode()).isEqualTo(2);
  }

  @Test
  void theDeclarationAndOptionsSetTheLimits() throws Exception {
    plan(12, 6);

    assertThat(run("diff", "dns", "--guard-percent", "50").exitCode()).isZero();
    assertThat(run("diff", "dns", "--guard-from", "13").exitCode()).isZero();
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED + "change-guard: false\n");
    assertThat(run("diff", "dns").exitCode()).isZero();
    assertThat(run("diff", "dns", "--guard-percent", "49").exitCode()).isEqualTo(1);
  }

  @Test
  void aLimitOutOfRangeIsBadInput() throws Exception {
    Run run = run("diff", "dns", "--guard-percent", "101", "--guard-from", "0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--guard-percent: 101 is out of range", "write a number from 0 to 100")
        .contains("--guard-from: 0 is out of range", "write a number from 1 to 10000");
  }

  @Test
  void aSmallZoneIsNotGuarded() throws Exception {
    plan(9, 9);

    assertThat(run("diff", "dns").exitCode()).isZero();
  }

  @Test
  void theJsonHasTheFinding() throws Exception {
    plan(12, 6);

    Run run = run("diff", "dns", "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "\"findings\": [",
            "\"kind\": \"change-guard\"",
            "\"subject\": \"example.com\"",
            "\"words\": \"6 of 12 record sets",
            "\"fix\":",
            "\"forced\": false");
  }

  /** A plan that updates the first {@code updated} of {@code all} record sets. */
  private void plan(int all, int updated) throws IOException {
    List<String> existing = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      String resource =
          "\"address\": \"aws_route53_record.r%d\", \"mode\": \"managed\", \"type\":".formatted(i)
              + " \"aws_route53_record\", \"name\": \"r%d\"".formatted(i);
      existing.add("{" + resource + ", \"values\": " + values(i, 60) + "}");
      String action = i < updated ? "update" : "no-op";
      changes.add(
          "{%s, \"change\": {\"actions\": [\"%s\"], \"before\": %s, \"after\": %s}}"
              .formatted(resource, action, values(i, 60), values(i, i < updated ? 30 : 60)));
    }
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": [%s],
         "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": [
           {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
            "name": "main", "values": {"zone_id": "Z1", "name": "example.com"}}, %s]}}}}
        """
            .formatted(String.join(",", changes), String.join(",", existing)));
  }

  private static String values(int number, int ttl) {
    return """
        {"zone_id": "Z1", "name": "r%d.example.com", "type": "A", "ttl": %d,
         "records": ["192.0.2.1"]}
        """
        .formatted(number, ttl);
  }

  private Run run(String... words) throws Exception {
    Map<String, String> environment =
        Map.of(
            "TERRAFORM_BINARY_NAME",
            folder.resolve("terraform").toString(),
            "PLAN",
            folder.resolve("plan.json").toString());
    return Run.in(folder, environment, words);
  }
}
