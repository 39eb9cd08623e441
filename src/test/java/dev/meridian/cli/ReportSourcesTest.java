package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report} about plans, states, zones in AWS, and private zones. */
class ReportSourcesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT =
      """
      {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
        {"Name": "www.example.com.", "Type": "A", "TTL": 60, "SetIdentifier": "a", "Weight": 3,
         "ResourceRecords": [{"Value": "203.0.113.1"}]},
        {"Name": "www.example.com.", "Type": "A", "TTL": 60, "SetIdentifier": "b", "Weight": 1,
         "ResourceRecords": [{"Value": "203.0.113.2"}]}]}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "-c examples/private.yaml, 4",
    "-c examples/private.yaml --zone-kind private, 16",
    "--plan src/test/resources/dev/meridian/change/counted-check/plan.json, 4",
    "--plan src/test/resources/dev/meridian/change/one-sibling/plan.json, 2",
    "--state src/test/resources/dev/meridian/importing/recipe.tfstate, 256",
    "--state src/test/resources/dev/meridian/importing/private.tfstate, 4",
  })
  void statesHaveTheFiguresOfWhatIf(String options, int states) throws IOException {
    ReportData data = ReportData.of(page(options));

    assertThat(data.states()).isEqualTo(states);
    data.hasTheFiguresOfWhatIf(options, Math.min(states, 16));
  }

  @Test
  void aZoneInAwsHasTheFiguresOfWhatIf() throws IOException {
    try (RecordedZone account = new RecordedZone(JSON.readTree(ACCOUNT))) {
      String options = "--zone example.com --aws-endpoint " + account.endpoint();
      String page = page(options);

      assertThat(page).contains("Routing report of example.com").doesNotContain("<h2 id=\"stacks");
      assertThat(ReportData.of(page).states()).isEqualTo(4);
      ReportData.of(page).hasTheFiguresOfWhatIf(options, 4);
    }
  }

  @Test
  void aPrivateZoneHasNoMapAndSaysWhoItsClientsAre() throws IOException {
    String page = page("-c examples/private.yaml --zone-kind private");

    assertThat(page)
        .contains(
            "Routing report of example.com (private zone)",
            "Only the private zone example.com.",
            "Share of Regions",
            "Shares are of 2 Regions with a VPC of the zone.",
            "storefront-production-private-dns")
        .doesNotContain("class=\"map ", "World map", "Share of people");
    JsonNode data = ReportData.of(page).data();
    assertThat(data.get("noun").asText()).isEqualTo("Regions");
    data.get("places").forEach(place -> assertThat(place.get(0).asText()).matches("[a-z-]+-\\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "eu-west-1", "us-east-1", "ap-south-1"})
  void aRegionOfAPrivateZoneHasTheAnswersOfResolve(String client) throws IOException {
    String options = "-c examples/private.yaml --zone-kind private";
    Run run = Run.of(("resolve shop --json --from " + client + " " + options).split(" "));
    JsonNode outcomes = JSON.readTree(run.out()).at("/clients/0/outcomes");
    ReportData data = ReportData.of(page(options));
    int shop = 1;

    assertThat(data.name(shop)).isEqualTo("shop.example.com A");
    if (client.equals("DE") || outcomes.isEmpty()) {
      assertThat(data.shares(shop, 0, client)).isEmpty(); // no client of the private zone
    } else {
      assertThat(data.shares(shop, 0, client))
          .containsOnlyKeys(outcomes.at("/0/endpoints/0").asText());
    }
  }

  @Test
  void thePageOfThePublicZoneSaysThatThereIsAPrivateOne() throws IOException {
    assertThat(page("-c examples/private.yaml"))
        .contains("Only the public zone example.com; add --zone-kind private", "World map");
  }

  @Test
  void whatCouldNotBeReadIsCountedAndFails() throws IOException {
    String state = "src/test/resources/dev/meridian/importing/foreign.tfstate";
    Run run = Run.of("report", "--state", state, "--force", "-o", file().toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
    assertThat(run.out()).contains("Not known: 8 items.");
    assertThat(Files.readString(file()))
        .contains("Not known (8)", "aws_route53_health_check.bogus", "traffic policy")
        .doesNotContain("<h2 id=\"stacks");
  }

  @Test
  void thePageOfAPlanHasItsTrees() throws IOException {
    String plan = "--plan src/test/resources/dev/meridian/change/weights/plan.json";
    Run graph = Run.of(("graph www " + plan).split(" "));

    for (String line : graph.out().lines().skip(1).toList()) {
      String setting = line.replaceAll(".*─ ([^:]*):.*", "$1");
      assertThat(page(plan)).contains("<span class=\"setting\">" + setting + "</span>");
    }
  }

  private Path file() {
    return folder.resolve("page.html");
  }

  private String page(String options) throws IOException {
    Run run = Run.of(("report --force -o " + file() + " " + options).split(" "));
    assertThat(run.exitCode()).as(run.err()).isLessThan(ExitCode.BAD_INPUT);
    return Files.readString(file());
  }
}
