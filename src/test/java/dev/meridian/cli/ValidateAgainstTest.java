package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --against} says, without Terraform, what applying a declaration would do. */
class ValidateAgainstTest {
  private static final String HEAD =
      """
      application: shop
      environment: prod
      zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}
      endpoints:
        blue: {addresses: [192.0.2.1]}
        green: {addresses: [192.0.2.2]}
      """;
  private static final String WEIGHTED = HEAD + "names:\n  www: {weighted: {blue: 1, green: 1}}\n";

  @TempDir Path folder;

  @Test
  void anEditInPlaceIsAnUpdateAndNoFinding() throws Exception {
    Run run = against(WEIGHTED, WEIGHTED.replace("green: 1}}", "green: 3}}"));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            new.yaml is valid: 1 name, 2 record sets, 2 health checks.
            Applying it: 1 to update
              ~ aws_route53_record.www_green (www.example.com A green)
            """);
  }

  @Test
  void theSameDeclarationChangesNothing() throws Exception {
    Run run = against(WEIGHTED, WEIGHTED);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).endsWith("No record set or health check changes.\n");
  }

  @Test
  void aRenamedBranchIsRecreatedAndTheFixNamesItsLine() throws Exception {
    Run run =
        against(
            WEIGHTED,
            HEAD + "names:\n  www: {weighted: {left: {weight: 1, to: blue}, green: 1}}\n");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            recreated: aws_route53_record.www_blue
              it would be deleted, and created again as aws_route53_record.www_left
              fix: write was: blue at new.yaml:8:20: names.www.weighted.left, or keep its set identifier with identifier: blue
            """);
  }

  @Test
  void wasMovesTheRecordSetInstead() throws Exception {
    Run run =
        against(
            WEIGHTED,
            HEAD
                + "names:\n  www: {weighted: {left: {weight: 1, to: blue, was: blue}, green: 1}}\n");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(
            "Applying it: 1 to update\n"
                + "  ~ aws_route53_record.www_left (www.example.com A left), moved from"
                + " aws_route53_record.www_blue\n");
  }

  @Test
  void aRenamedEndpointRecreatesItsHealthCheckToo() throws Exception {
    Run run = against(WEIGHTED, WEIGHTED.replace("blue", "azure"));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "recreated: aws_route53_health_check.blue\n",
            "created again as aws_route53_health_check.azure",
            "recreated: aws_route53_record.www_blue\n");
  }

  @Test
  void aHealthCheckWithAnotherTypeIsCreatedBeforeTheOldOneIsDeleted() throws Exception {
    Run run = against(WEIGHTED, WEIGHTED + "health-check: {protocol: TCP, port: 80}\n");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(
            "Applying it: 2 to update, 2 to create again before the old one is deleted\n",
            "  +/- aws_route53_health_check.blue (health check blue)\n");
  }

  @Test
  void theGuardCountsWithoutTerraform() throws Exception {
    StringBuilder names = new StringBuilder(HEAD + "names:\n");
    for (int i = 0; i < 10; i++) {
      names.append("  n").append(i).append(": {simple: blue}\n");
    }
    Run run =
        against(
            names.toString(), names.toString().replaceAll("(n[0-3]: .simple: )blue", "$1green"));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("change-guard: example.com", "4 of 10 record sets (40.0 %)");
    assertThat(run("validate", "-c", "new.yaml", "--against", "old.yaml", "--force").exitCode())
        .isZero();
  }

  @Test
  void anotherPolicyIsRefusedBeforeAnythingIsApplied() throws Exception {
    Run run =
        against(
            WEIGHTED.replace("{blue: 1, green: 1}", "{one: {weight: 1, to: blue, identifier: a}}"),
            HEAD + "names:\n  www: {multivalue: {one: {to: blue, identifier: a}, green: green}}\n");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "refused: www.example.com A",
            "fix: run ./meridian migrate www, or write front-door: true");
  }

  @Test
  void anotherTtlOfAWeightedGroupIsRefused() throws Exception {
    Run run = against(WEIGHTED, WEIGHTED + "ttl: 30\n");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "refused: www.example.com A", "fix: change the TTL of the whole group in one batch");
  }

  @Test
  void aNestedPolicyOfAnotherKindNeedsOneApplyAndNobodyNoticesIt() throws Exception {
    String nested =
        HEAD
            + "names:\n  www: {weighted: {half: {weight: 1, to: {weighted: {blue: 1, green: 1}}}}}\n";
    Run run =
        against(
            nested,
            nested.replace(
                "{weighted: {blue: 1, green: 1}}",
                "{failover: {primary: blue, secondary: green}}"));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).doesNotContain("missing");
  }

  @Test
  void otherNamesStatesAndZonesAreNamed() throws Exception {
    Run run =
        against(
            WEIGHTED,
            WEIGHTED.replace("prod", "live").replace("IJ}", "XX}")
                + "state: {backend: local, directory: states}\n");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "other-stack: shop-prod-dns\n",
            "other-state: shop-live-dns\n",
            "other-zone: example.com (Z0123456789ABCDEFGHIJ)\n");
  }

  @Test
  void aRemovedRegionIsNamedWithTheOrder() throws Exception {
    String one = HEAD + "regions: [us-east-1, eu-west-1]\nnames:\n  www: {simple: us-east-1}\n";
    Run run = against(one, one.replace(", eu-west-1", ""));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains("region-removed: eu-west-1\n", "apply DNS first, and then destroy that stack");
  }

  @Test
  void aStateIsPairedByItsAddresses() throws Exception {
    Files.writeString(folder.resolve("new.yaml"), WEIGHTED);
    Files.writeString(folder.resolve("state.json"), state("www_blue", "www_green"));

    Run run = run("validate", "-c", "new.yaml", "--against", "state.json");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("+ aws_route53_health_check.blue", "~ aws_route53_record.www_blue");
  }

  @Test
  void aStateOfAnotherStackIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("new.yaml"), WEIGHTED);
    Files.writeString(folder.resolve("state.json"), state("site[0]", "site[1]"));

    Run run = run("validate", "-c", "new.yaml", "--against", "state.json");

    assertThat(run.out())
        .contains("state.json is taken as another stack", "run ./meridian adopt")
        .doesNotContain("- aws_route53_record");
  }

  @Test
  void theJsonHasResourcesAndFindings() throws Exception {
    Files.writeString(folder.resolve("old.yaml"), WEIGHTED);
    Files.writeString(folder.resolve("new.yaml"), WEIGHTED.replace("blue", "azure"));

    Run run = run("validate", "-c", "new.yaml", "--against", "old.yaml", "--json");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "\"version\": 1",
            "\"resources\": [",
            "\"address\": \"aws_route53_health_check.azure\"",
            "\"action\": \"create\"",
            "\"moved-from\": null",
            "\"findings\": [",
            "\"kind\": \"recreated\"");
    assertThat(run("validate", "-c", "new.yaml", "--json").exitCode()).isEqualTo(2);
  }

  private static String state(String blue, String green) {
    return """
        {"format_version": "1.0", "values": {"root_module": {"resources": [
          {"address": "data.aws_route53_zone.main", "mode": "data", "type": "aws_route53_zone",
           "name": "main", "values": {"zone_id": "Z0123456789ABCDEFGHIJ", "name": "example.com"}},
          %s, %s]}}}
        """
        .formatted(record(blue, "blue", "192.0.2.1"), record(green, "green", "192.0.2.2"));
  }

  private static String record(String address, String identifier, String value) {
    return """
        {"address": "aws_route53_record.%s", "mode": "managed", "type": "aws_route53_record",
         "name": "%s", "values": {"zone_id": "Z0123456789ABCDEFGHIJ", "name": "www.example.com",
           "fqdn": "www.example.com", "type": "A", "ttl": 60, "records": ["%s"],
           "set_identifier": "%s", "weighted_routing_policy": [{"weight": 1}]}}
        """
        .formatted(address, address, value, identifier);
  }

  private Run against(String before, String after) throws Exception {
    Files.writeString(folder.resolve("old.yaml"), before);
    Files.writeString(folder.resolve("new.yaml"), after);
    return run("validate", "-c", "new.yaml", "--against", "old.yaml");
  }

  /** File names are relative to the folder. */
  private Run run(String... words) {
    String[] absolute =
        Arrays.stream(words)
            .map(word -> word.matches(".*\\.(yaml|json)") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    Run run = Run.of(absolute);
    return new Run(run.exitCode(), plain(run.out()), plain(run.err()));
  }

  private String plain(String text) {
    return text.replace(folder + "/", "");
  }
}
