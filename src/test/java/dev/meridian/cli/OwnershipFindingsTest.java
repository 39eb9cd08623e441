package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate --against} and {@code diff} say about ownership records. */
class OwnershipFindingsTest {
  private static final String WEIGHTED =
      """
      application: shop
      environment: prod
      zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}
      endpoints: {blue: {addresses: [192.0.2.1], health-check: none}}
      names: {www: {weighted: {blue: 1}}}
      """;

  private static final String STATE =
      """
      {"format_version": "1.0", "values": {"root_module": {"resources": [
        {"address": "data.aws_route53_zone.main", "mode": "data", "type": "aws_route53_zone",
         "name": "main", "values": {"zone_id": "Z0123456789ABCDEFGHIJ", "name": "example.com"}},
        {"address": "aws_route53_record.www_blue", "mode": "managed", "type": "aws_route53_record",
         "name": "www_blue", "values": {"zone_id": "Z0123456789ABCDEFGHIJ",
           "name": "www.example.com", "fqdn": "www.example.com", "type": "A", "ttl": 60,
           "records": ["192.0.2.1"], "set_identifier": "blue",
           "weighted_routing_policy": [{"weight": 1}]}}%s]}}}
      """;

  /** In terraform's place. */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      case $1 in
        init) mkdir -p .terraform ;;
        plan) exit 2 ;;
        show) cat "$PLAN" ;;
      esac
      """;

  @TempDir Path folder;

  @Test
  void ownershipRecordsThatAStateDoesNotHaveAreAnAddition() throws Exception {
    Run run = againstOwner("");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("+ aws_route53_record._meridian_www__txt (_meridian.www.example.com TXT)\n");
    assertThat(againstOwner(owned("shop", "prod")).out()).doesNotContain("_meridian");
  }

  @Test
  void anotherOwnerIsAFindingAndTheNameBeforeARenameIsNot() throws Exception {
    Run run = againstOwner(owned("wiki", "prod"));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "other-owner: www.example.com\n  www.example.com is owned by application wiki,"
                + " environment prod (record _meridian.www.example.com TXT)\n  fix: use another name");
    Files.writeString(
        folder.resolve("new.yaml"), WEIGHTED + "was: {application: wiki, environment: prod}\n");
    Run renamed = against();
    assertThat(renamed.exitCode()).as(renamed.toString()).isZero();
    assertThat(renamed.out()).contains("~ aws_route53_record._meridian_www__txt");
    Files.writeString(folder.resolve("new.yaml"), WEIGHTED + "ownership: false\n");
    Run none = against();
    assertThat(none.exitCode()).as(none.toString()).isZero();
    assertThat(none.out()).contains("- aws_route53_record._meridian_www__txt");
  }

  private Run againstOwner(String ownership) throws Exception {
    Files.writeString(folder.resolve("new.yaml"), WEIGHTED);
    Files.writeString(folder.resolve("state.json"), STATE.formatted(ownership));
    return against();
  }

  private Run against() {
    return Run.of(
        "validate",
        "-c",
        folder.resolve("new.yaml").toString(),
        "--against",
        folder.resolve("state.json").toString());
  }

  private static String owned(String application, String environment) {
    return """
        , {"address": "aws_route53_record._meridian_www__txt", "mode": "managed",
         "type": "aws_route53_record", "name": "_meridian_www__txt", "values": {
           "zone_id": "Z0123456789ABCDEFGHIJ", "name": "_meridian.www.example.com",
           "fqdn": "_meridian.www.example.com", "type": "TXT", "ttl": 300,
           "records": ["meridian application=%s environment=%s"]}}
        """
        .formatted(application, environment);
  }

  @Test
  void diffFailsIfItCannotReadWhoOwnsANewName() throws Exception {
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("meridian.yaml"), WEIGHTED);

    Run creates = diff("www_blue", "create");
    Run claims = diff("_meridian_www__txt", "create");

    for (Run run : List.of(creates, claims)) {
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.out())
          .contains(
              "not-known: example.com\n    it was not checked whether somebody else owns the names: ");
    }
    assertThat(diff("www_blue", "update").out()).doesNotContain("not-known: example.com");
    Files.writeString(folder.resolve("meridian.yaml"), WEIGHTED + "ownership: false\n");
    assertThat(diff("www_blue", "create").out()).doesNotContain("not-known: example.com");
  }

  private Run diff(String resource, String action) throws Exception {
    String values =
        "{\"zone_id\": \"Z0123456789ABCDEFGHIJ\", \"name\": \"other.example.com\", \"type\": \"A\"}";
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": [
           {"address": "aws_route53_record.%s", "mode": "managed", "type": "aws_route53_record",
            "name": "x", "change": {"actions": ["%s"], "before": %s, "after": %s}}],
         "prior_state": {"values": {"root_module": {"resources": [
           {"address": "data.aws_route53_zone.main", "mode": "data", "type": "aws_route53_zone",
            "name": "main",
            "values": {"zone_id": "Z0123456789ABCDEFGHIJ", "name": "example.com"}}]}}}}
        """
            .formatted(resource, action, action.equals("create") ? "null" : values, values));
    Map<String, String> environment =
        Map.of(
            "TERRAFORM_BINARY_NAME",
            folder.resolve("terraform").toString(),
            "PLAN",
            folder.resolve("plan.json").toString());
    return Run.in(folder, environment, "diff", "dns", "--aws-endpoint", "http://127.0.0.1:1");
  }
}
