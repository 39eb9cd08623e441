package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillCommandTest {
  /** The health checks are as fast as Route 53 allows, so that drills are short. */
  private static final String DECLARATION =
      """
      application: shop
      environment: prod
      zone: example.com
      regions: [us-east-1, eu-west-1]
      health-check: {protocol: %s, port: 443, path: /health, interval: 10, failure-threshold: 1}
      ttl: 10
      names:
        www: {failover: {primary: us-east-1, secondary: eu-west-1}}
        lone: {simple: us-east-1}
      drills:
        region-lost: {down: us-east-1, at: 20, for: 100, names: www, duration: 320}
        other: eu-west-1
      """;

  @TempDir private Path folder;

  private String declaration(String protocol) throws IOException {
    return Files.writeString(folder.resolve("meridian.yaml"), DECLARATION.formatted(protocol))
        .toString();
  }

  private Run drill(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("drill", "-c", declaration("HTTP")));
    all.addAll(List.of(options));
    return Run.of(all.toArray(new String[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                       | it is not said what fails | region-lost, other
          flood                                    | no drill is named "flood" | region-lost, other
          --down tokyo                             | no endpoint or health check is named "tokyo" | us-east-1
          --down us-east-1 --name mail             | no address is declared for mail.example.com | a name with A
          --down us-east-1 --duration 30           | the drill ends before us-east-1 | more than 30 seconds
          --down us-east-1 --speed 1000            | 1000 is outside 1..100 | 1 for the speed
          --down us-east-1 --at soon               | "soon" is not a number of seconds | 90s or 2m
          region-lost --down us-east-1             | there is a drill and --down | one of them
          region-lost --from Atlantis              | "Atlantis" | an ISO 3166-1 code
          region-lost --outages 3                  | are for simulations | add --simulate
          region-lost --simulate --outages 0       | 0 is outside 1..100000 | a number in this range
          region-lost --simulate --failing-probe x | x | double
          region-lost --simulate --speed 3         | are for real drills | leave them out
          """)
  void badOptionsAreRefusedWithAFix(String options, String what, String fix) throws IOException {
    Run run = drill(options.isBlank() ? new String[0] : options.split(" "));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(what).contains(fix);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aDeclaredDrillIsSimulated() throws IOException {
    Run run = drill("region-lost", "--simulate", "--outages", "5", "--resolvers", "500");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("us-east-1 down from 20 s to 120 s", "Played 5 times with", "www")
        .doesNotContain("lone")
        .endsWith("No findings.\n");
  }

  @Test
  void severalOutagesHaveTheirOwnTimes() throws IOException {
    Run run =
        drill(
            "--down",
            "us-east-1",
            "--at",
            "30s",
            "--for",
            "2m",
            "--down",
            "eu-west-1",
            "--at",
            "1m",
            "--for",
            "30",
            "--simulate",
            "--outages",
            "2",
            "--resolvers",
            "300");

    assertThat(run.out())
        .contains("us-east-1 down from 30 s to 150 s", "eu-west-1 down from 60 s to 90 s");
  }

  @Test
  void aNameWithoutAnAlternativeIsAFindingOfTheSimulation() throws IOException {
    Path junit = folder.resolve("drill.xml");
    Run run =
        drill(
            "--down",
            "us-east-1",
            "--simulate",
            "--outages",
            "5",
            "--resolvers",
            "500",
            "--json",
            "--junit",
            junit.toString());

    assertThat(run.exitCode()).as(run.toString()).isOne();
    JsonNode findings = new ObjectMapper().readTree(run.out()).path("findings");
    assertThat(findings.toString()).contains("never-left", "lone.example.com");
    assertThat(Files.readString(junit)).contains("<testsuite name=\"drill\"", "<failure");
  }

  @Tag("drill")
  @ParameterizedTest
  @CsvSource({"HTTP", "HTTPS"})
  void aDeclaredDrillIsPlayedForReal(String protocol) throws IOException {
    Run run =
        Run.of(
            "drill",
            "region-lost",
            "-c",
            declaration(protocol),
            "--from",
            "DE",
            "--speed",
            "50",
            "--seed",
            "1",
            "--json");

    JsonNode root = new ObjectMapper().readTree(run.out());
    List<String> events = new ArrayList<>();
    root.path("time-line").forEach(event -> events.add(event.path("event").asText()));
    assertThat(events).contains("fails", "recovers");
    assertThat(root.path("places").get(0).asText()).isEqualTo("DE");
    assertThat(root.path("speed").asInt()).isEqualTo(50);
    assertThat(root.path("requests").asInt()).isPositive();
    assertThat(root.path("failovers").size()).isLessThan(2); // only one name is asked for
  }

  @Tag("drill")
  @Test
  void theTextShowsTheTimeLineAndWhatFollows() throws IOException {
    Run run = drill("region-lost", "--from", "DE,US", "--speed", "50", "--seed", "1");

    assertThat(run.out())
        .startsWith("From 0:20 to 2:00: us-east-1 down\n1 name; clients in DE, US\n")
        .contains(
            "50 times faster than in reality: all intervals",
            "TIME  WHAT HAPPENED",
            "us-east-1 fails");
    assertThat(run.err()).containsPattern("\\d:\\d\\d  us-east-1 fails");
  }
}
