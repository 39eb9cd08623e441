package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardCommandTest {
  @TempDir Path folder;

  @Test
  void aPlanThatDeletesTooMuchIsAFindingUnlessItIsForced() throws IOException {
    Path plan = plan(10, 4);

    Run run = guard(plan);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            Z1: 10 record sets, 0 to update, 4 to delete
            change-guard: Z1
              4 of 10 record sets (40.0 %) would be deleted in one apply, more than 30 %
              fix: check that this is the right file and environment; if you want this, add --force
            """);
    assertThat(guard(plan, "--force").exitCode()).isZero();
    assertThat(guard(plan, "--guard-percent", "40").exitCode()).isZero();
  }

  @Test
  void theDeclarationSetsTheLimits() throws IOException {
    Path declaration = folder.resolve("shop.yaml");
    Files.writeString(
        declaration,
        """
        application: shop
        environment: test
        zone: example.com
        records: {"@": {TXT: [text]}}
        change-guard: {percent: 0, from: 1}
        """);

    Run run = Run.of("guard", plan(2, 1).toString(), "-c", declaration.toString(), "--json");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "\"zone\": \"Z1\"",
            "\"record-sets\": 2",
            "\"deleted\": 1",
            "\"kind\": \"change-guard\"",
            "\"forced\": false");
  }

  @Test
  void aStateIsNotAPlan() throws IOException {
    Path state = folder.resolve("state.json");
    Files.writeString(state, "{\"format_version\": \"1.0\", \"values\": {}}");

    Run run = guard(state);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is a state, which changes nothing");
  }

  @Test
  void anIncompletePlanIsNamed() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan, "{\"format_version\": \"1.2\", \"planned_values\": {}, \"errored\": true}");

    assertThat(guard(plan).err()).contains("warning: ", "the plan ended with an error");
  }

  private static Run guard(Path plan, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "guard";
    words[1] = plan.toString();
    words[2] = "-c";
    words[3] = "meridian.yaml"; // the recipe has the usual limits
    System.arraycopy(more, 0, words, 4, more.length);
    return Run.of(words);
  }

  private Path plan(int all, int deleted) throws IOException {
    StringBuilder changes = new StringBuilder();
    for (int i = 0; i < all; i++) {
      changes
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"address": "aws_route53_record.r%d", "type": "aws_route53_record",
               "mode": "managed", "change": {"actions": ["%s"], "before": {"zone_id": "Z1"},
               "after": %s}}
              """
                  .formatted(
                      i,
                      i < deleted ? "delete" : "no-op",
                      i < deleted ? "null" : "{\"zone_id\": \"Z1\"}"));
    }
    return Files.writeString(
        folder.resolve("plan.json"),
        "{\"format_version\": \"1.2\", \"planned_values\": {}, \"resource_changes\": ["
            + changes
            + "]}");
  }
}
