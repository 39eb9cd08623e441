package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings name the line that has to change, also if policies are nested. */
class FindingOriginsTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      endpoints:
        one: {addresses: [203.0.113.1]}
        two: {addresses: [203.0.113.2]}
        pair: {addresses: [203.0.113.4, 203.0.113.5]}
        bare: {addresses: [203.0.113.3], health-check: none}
        partner: {host: gone.example.com, health-check: none}
      health-check: {protocol: HTTP, path: /, interval: 30, failure-threshold: 3}
      capacity: {one: 100, two: 100}
      names:
      """;

  @TempDir private Path folder;

  private List<String> places(String names, String kind) throws IOException {
    Path file = Files.writeString(folder.resolve("m.yaml"), DECLARATION + names.indent(2));
    Run run = Run.of("prove", "-c", file.toString(), "--failures", "2", "--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    List<String> places = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).path("findings")) {
      if (finding.path("kind").asText().equals(kind)) {
        String at = finding.path("at").asText().replace(folder + "/", "");
        places.add(at + ": " + finding.path("path").asText());
      }
    }
    return places;
  }

  @Test
  void clientsWithoutAnswerPointToTheInnermostPolicyWithoutARecordForThem() throws IOException {
    String names =
        """
        www:
          failover:
            primary:
              geolocation: {NA: one}
            secondary: two
        """;

    assertThat(places(names, "no-answer"))
        .containsExactly("m.yaml:16:22: names.www.failover.primary.geolocation");
  }

  @Test
  void aDeadAnswerPointsToTheInnermostBranchWithoutAHealthCheck() throws IOException {
    String names =
        """
        www:
          latency:
            us-east-1:
              weighted: {one: 1, bare: 1}
            eu-west-1: two
        """;

    assertThat(places(names, "dead-answer"))
        .containsExactly("m.yaml:16:28: names.www.latency.us-east-1.weighted.bare");
  }

  @Test
  void aDeadAnswerPointsToTheAliasThatIgnoresTheHealthOfItsTarget() throws IOException {
    String names =
        """
        www:
          failover:
            primary:
              to: {weighted: {one: 1}}
              evaluate-target-health: false
            secondary: two
        """;

    assertThat(places(names, "dead-answer"))
        .containsExactly("m.yaml:16:9: names.www.failover.primary");
  }

  @Test
  void aCnameToAMissingNameOfTheZonePointsToItsBranch() throws IOException {
    String names =
        """
        www: {simple: partner}
        """;

    assertThat(places(names, "no-answer"))
        .containsExactly("m.yaml:13:17: names.www.simple.partner");
  }

  @Test
  void aGroupThatTwoBranchesShareIsSearchedOnce() throws IOException {
    String noAnswer =
        """
        www:
          weighted:
            a: {weight: 1, to: pair}
            b: {weight: 1, to: pair}
            c: {weight: 1, to: {geolocation: {NA: one}}}
        """;
    String deadAnswer =
        """
        www:
          weighted:
            a: {weight: 1, to: pair}
            b: {weight: 1, to: pair}
            c: {weight: 1, to: bare}
        """;

    assertThat(places(noAnswer, "no-answer"))
        .containsExactly("m.yaml:17:40: names.www.weighted.c.geolocation");
    assertThat(places(deadAnswer, "dead-answer"))
        .containsExactly("m.yaml:17:7: names.www.weighted.c");
  }

  @Test
  void anAliasThatIgnoresHealthIsToBlameIfAllThatItSharesIsDown() throws IOException {
    String names =
        """
        www:
          latency:
            us-east-1:
              to: {weighted: {a: {weight: 1, to: one}, b: {weight: 1, to: one}}}
              evaluate-target-health: false
            eu-west-1: two
        """;

    assertThat(places(names, "dead-answer"))
        .containsExactly("m.yaml:15:7: names.www.latency.us-east-1");
  }

  @Test
  void capacitiesOfAGoalsFileAreFoundInThatFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.yaml"), DECLARATION + "  www: {weighted: {one: 1, two: 1}}\n");
    Path goals =
        Files.writeString(
            folder.resolve("goals.yaml"), "traffic: {www: 100}\ncapacity:\n  two: 60\n");

    Run run = Run.of("what-if", "--down=one", "-c", file.toString(), "--goals", goals.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("over by 40  at: " + goals + ":3:3: capacity.two");
  }
}
