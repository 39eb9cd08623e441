package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import dev.meridian.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers, drills, costs, reports, and the status of a declaration with two zones. */
class PrivateZoneAnswersTest {
  private static final String EXAMPLE = "examples/private.yaml";

  @TempDir private Path folder;

  @Test
  void theServerOfThePrivateZoneHasItsNamesAndAnswersForTheRegionOfTheVpc() throws Exception {
    RunningServer server =
        new RunningServer("-c", EXAMPLE, "--zone-kind", "private", "--client", "eu-west-1");
    try {
      assertThat(server.address("shop.example.com")).isEqualTo(server.standIn("eu-west-1"));
      assertThat(server.address("db.example.com")).isEqualTo("10.0.200.20");
    } finally {
      server.stop("Only the private zone example.com.\n");
    }
  }

  @Test
  void aSimulatedDrillHasTheVpcsAsClients() throws IOException {
    Run drill =
        run("drill", "--simulate", "--seed", "1", "--down", "eu-west-1", "--zone-kind", "private");

    assertThat(drill.exitCode()).as(drill.toString()).isZero();
    Golden.check("commands/private/drill.txt", drill.out());
  }

  @Test
  void aDrillCannotAskFromARegionWithoutAVpc() {
    Run drill =
        run("drill", "--down", "eu-west-1", "--zone-kind", "private", "--from", "ap-south-1");

    assertThat(drill.exitCode()).isEqualTo(2);
    assertThat(drill.err())
        .contains(
            "no VPC in ap-south-1 can ask the private zone example.com",
            "fix: use eu-west-1, us-east-1");
  }

  @Test
  void namesOfThePrivateZoneAreNotExportedAsTrafficPolicies() {
    Run export = run("export", "traffic-policy", "shop", "--zone-kind", "private");

    assertThat(export.exitCode()).isEqualTo(2);
    assertThat(export.err())
        .contains(
            "private.names.shop: a private hosted zone has no traffic policies",
            "fix: leave --zone-kind out, or export a name of a public zone");
  }

  @Test
  void aComparisonOfCostsShowsWhatThePrivateZoneCosts() throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    Path without =
        Files.writeString(
            folder.resolve("without.yaml"), text.substring(0, text.indexOf("\nprivate:")));

    Run cost = run("cost", "--compare", without.toString());

    assertThat(cost.exitCode()).as(cost.toString()).isZero();
    Golden.check("commands/private/cost-compare.txt", cost.out());
  }

  @Test
  void aReportOfThePrivateZoneHasItsVpcsAndNoOtherClients() throws IOException {
    Path page = folder.resolve("report.html");

    Run report = run("report", "--zone-kind", "private", "-o", page.toString());

    assertThat(report.exitCode()).as(report.toString()).isOne();
    assertThat(report.out()).endsWith("Proof: 1 finding.\n");
    assertThat(page).content().contains("db.example.com", "us-east-1").doesNotContain("sa-east-1");
  }

  @Test
  void theStatusOfBothZonesSaysWhatCouldNotBeRead() throws Exception {
    try (LoopbackServer aws =
        new LoopbackServer(request -> new LoopbackServer.Response(403, "<Error/>"))) {
      String[] status = {
        "status", "--aws-endpoint", aws.endpoint().toString(), "-o", folder.toString()
      };

      Run text = run(status);
      Run json = run(Stream.concat(Stream.of(status), Stream.of("--json")).toArray(String[]::new));

      assertThat(text.exitCode()).as(text.toString()).isOne();
      assertThat(text.out())
          .containsSubsequence(
              "shop.example.com A us-east-1  not read",
              "NOT READ: hosted zone example.com",
              "Private zone",
              "db.example.com A primary      not read",
              "NOT READ: hosted zone example.com");
      assertThat(json.exitCode()).isOne();
      assertThat(json.out()).containsSubsequence("\"records\"", "\"private-zone\"", "\"records\"");
    }
  }

  private static Run run(String... words) {
    return Run.of(Stream.concat(Stream.of(words), Stream.of("-c", EXAMPLE)).toArray(String[]::new));
  }
}
