package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes for the clients of a private zone: those in its VPCs, and nobody else. */
class PrivateZoneChangesTest {
  private static final String EXAMPLE = "examples/private.yaml";
  private static final String DB = "db: {failover: {primary: db-primary, secondary: db-replica}}";
  private static final String EUROPE = "db: {geolocation: {EU: db-replica, NA: db-primary}}";
  private static final String RENAMED =
      "db: {geolocation: {EU: {to: db-replica, identifier: other}, NA: db-primary}}";

  /** In terraform's place: the private DNS stack's plan is plan.json, the others are empty. */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      case $PWD in *-private-dns) dns=yes ;; esac
      case $1 in
        init) mkdir -p .terraform ;;
        plan) [ -z "$dns" ] || exit 2 ;;
        show) cat "$PLAN" ;;
      esac
      """;

  /** Deletes the record set for Europe, and creates it again under another address. */
  private static final String PLAN =
      """
      {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": [
        {"address": "aws_route53_record.old", "mode": "managed", "type": "aws_route53_record",
         "name": "old", "change": {"actions": ["delete"], "before": {RECORD}, "after": null}},
        {"address": "aws_route53_record.new", "mode": "managed", "type": "aws_route53_record",
         "name": "new", "change": {"actions": ["create"], "before": null, "after": {RECORD},
         "after_unknown": {}}}],
       "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": [
         {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
          "name": "main", "values": {"zone_id": "Z1", "name": "example.com",
          "vpc": [{"vpc_id": "vpc-1", "vpc_region": "us-east-1"}]}},
         {"address": "aws_route53_zone_association.other", "mode": "managed",
          "type": "aws_route53_zone_association", "name": "other",
          "values": {"zone_id": "Z1", "vpc_id": "vpc-2", "vpc_region": "ap-south-1"}},
         {"address": "aws_route53_record.old", "mode": "managed", "type": "aws_route53_record",
          "name": "old", "values": {RECORD}}]}}}}
      """
          .replace(
              "{RECORD}",
              """
              {"zone_id": "Z1", "name": "db.example.com", "type": "A", "ttl": 60,
               "set_identifier": "eu", "records": ["10.25.200.20"],
               "geolocation_routing_policy": [{"continent": "EU"}]}\
              """);

  @TempDir private Path folder;

  @Test
  void anApplyIsJudgedByTheClientsInTheVpcsOfTheZone() throws IOException {
    Path before = edited("before.yaml", DB, EUROPE);
    Path after = edited("after.yaml", DB, RENAMED);

    Run run =
        Run.of(
            "validate",
            "-c",
            after.toString(),
            "--against",
            before.toString(),
            "--zone-kind",
            "private");

    assertThat(run.exitCode()).as(run.toString()).isOne();
    Golden.check("commands/private/validate-against.txt", run.out().replace(folder + "/", ""));
  }

  @Test
  void anApplyToAnExistingZoneIsJudgedByClientsInAllRegions() throws IOException {
    String created = "  zone: example.com\n\n  # Other";
    String existing = "  zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\n\n  # Other";
    Path before = edited("before.yaml", created, existing, DB, EUROPE);
    Path after = edited("after.yaml", created, existing, DB, RENAMED);

    Run run =
        Run.of(
            "validate",
            "-c",
            after.toString(),
            "--against",
            before.toString(),
            "--zone-kind",
            "private");

    assertThat(run.out()).contains("of the Regions (eu-central-1, eu-central-2, eu-north-1,");
  }

  @Test
  void aPlanIsJudgedByTheClientsInTheVpcsBeforeAndAfter() throws Exception {
    Files.copy(Path.of(EXAMPLE), folder.resolve("meridian.yaml"));
    Files.writeString(folder.resolve("plan.json"), PLAN);
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));

    Run run =
        Run.in(
            folder,
            Map.of(
                "TERRAFORM_BINARY_NAME",
                terraform.toString(),
                "PLAN",
                folder.resolve("plan.json").toString()),
            "diff",
            "private-dns");

    assertThat(run.exitCode()).as(run.toString()).isOne();
    assertThat(run.out())
        .contains("db.example.com A has no answer for 33.3 % of the Regions (eu-west-1)");
  }

  @Test
  void whatChangesAroundTheZoneIsNamedWithWhatItMeans() throws IOException {
    Path edited =
        edited(
            "edited.yaml",
            "inbound: [eu-west-1]",
            "inbound: [us-east-1]",
            "outbound: [us-east-1, eu-west-1]",
            "outbound: [us-east-1]",
            "corp.example.net: [192.168.10.53, 192.168.12.53]",
            "corp.example.net: [192.168.10.53]\n      lab.example.net: [192.168.20.53]",
            "query-logs: 30",
            "query-logs: 7",
            "block: [bad.example.net,",
            "block: [worse.example.net,",
            "  zone: example.com\n\n  # Other",
            "  zone: example.com\n  peering: false\n\n  # Other");
    Run run = Run.of("compare", EXAMPLE, edited.toString());
    Run json = Run.of("compare", EXAMPLE, edited.toString(), "--json");
    Run back = Run.of("compare", edited.toString(), EXAMPLE, "--zone-kind", "private");

    assertThat(run.exitCode()).as(run.toString()).isOne();
    Golden.check("commands/private/compare-network.txt", run.out());
    Golden.check("commands/private/compare-network.json", json.out());
    Golden.check("commands/private/compare-network-back.txt", back.out());
  }

  @Test
  void aNetworkStackThatIsNoLongerDeclaredStaysUntilItIsDestroyed() throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    int from = text.indexOf("  resolver:\n");
    int to = text.indexOf("  # An alarm that you create");
    Path without =
        Files.writeString(
            folder.resolve("without.yaml"),
            text.substring(0, from) + "  peering: false\n\n" + text.substring(to));

    Run removed = Run.of("compare", EXAMPLE, without.toString());
    Run added = Run.of("compare", without.toString(), EXAMPLE, "--zone-kind", "private");

    assertThat(removed.exitCode()).as(removed.toString()).isOne();
    Golden.check("commands/private/compare-network-removed.txt", removed.out());
    Golden.check("commands/private/compare-network-added.txt", added.out());
  }

  @Test
  void anOutboundEndpointWithoutRulesIsNamed() throws IOException {
    String rules = "    forward:\n      corp.example.net: [192.168.10.53, 192.168.12.53]\n";
    String outbound = "outbound: [us-east-1, eu-west-1]";
    Path both = edited("both.yaml", rules, "");
    Path one = edited("one.yaml", rules, "", outbound, "outbound: [us-east-1]");

    assertThat(Run.of("compare", both.toString(), one.toString()).out())
        .contains(
            """
            private-network: outbound endpoint of eu-west-1
              rules of your own that forward from it stop working
            """);
    assertThat(Run.of("compare", one.toString(), both.toString()).out())
        .contains(
            """
            private-network: outbound endpoint of eu-west-1
              no declared rule forwards from it
            """);
  }

  @Test
  void aServerRefusesClientsWithoutAVpcThatCanAsk() throws IOException {
    Path clients =
        Files.writeString(
            folder.resolve("clients.csv"),
            "10.1.0.0/24,eu-west-1\n10.2.0.0/24,us-west-2\n10.3.0.0/24,usw2-az1\n");

    Run run =
        Run.of(
            "serve",
            "-c",
            EXAMPLE,
            "--zone-kind",
            "private",
            "--listen",
            "127.0.0.1:0",
            "--client",
            "ap-south-1",
            "--clients",
            clients.toString());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    Golden.check("commands/private/serve-refused.txt", run.err().replace(folder + "/", ""));
  }

  private Path edited(String name, String... edits) throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    for (int i = 0; i < edits.length; i += 2) {
      assertThat(text).contains(edits[i]);
      text = text.replace(edits[i], edits[i + 1]);
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
