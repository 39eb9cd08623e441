package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the predictions say about weights that are adjusted within bounds. */
class AdjustedWeightsTest {
  private static final String TIGHT =
      """
      application: shop
      environment: test
      zone: example.com
      regions: {us-east-1: {}, eu-west-1: {}, ap-south-1: {}}
      names:
        api:
          weighted: {us-east-1: 100, eu-west-1: 100, ap-south-1: 100}
          adjust: {target-latency: 0.25, minimum: 50, maximum: MAXIMUM}
      traffic: {api: 300}
      capacity: {us-east-1: 160, eu-west-1: 1000, ap-south-1: 1000}
      """;

  @TempDir Path folder;

  private Run run(int maximum, String... words) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("meridian.yaml"), TIGHT.replace("MAXIMUM", String.valueOf(maximum)));
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "-c";
    all[words.length + 1] = file.toString();
    return Run.of(all);
  }

  @Test
  void proveFindsTheCornerAtWhichAnEndpointHasToCarryTooMuch() throws IOException {
    Run prove = run(150, "prove", "--failures", "0");

    // 150 of 250 is 60 % of 300.
    assertThat(prove.out())
        .contains(
            "has to carry 180.0 requests per second, more than its capacity of 160.0",
            ", while the weights are ap-south-1 50, eu-west-1 50, us-east-1 150",
            "Weights: as declared, and at 8 corners of the bounds");
    assertThat(prove.exitCode()).isEqualTo(1);
  }

  @Test
  void withTighterBoundsItIsProved() throws IOException {
    Run prove = run(110, "prove", "--failures", "0");

    // 110 of 210 is 52 % of 300.
    assertThat(prove.out()).startsWith("Proved:");
    assertThat(prove.exitCode()).isZero();
  }

  @Test
  void whatIfShowsTheSharesThatTheBoundsAllow() throws IOException {
    Run whatIf = run(150, "what-if", "--down", "ap-south-1");

    assertThat(whatIf.out())
        .contains(
            """
            Weights change within their bounds and stages:
              NAME               ENDPOINT   DECLARED  FROM    UP TO
              api.example.com A  eu-west-1  50.0 %    25.0 %  75.0 %
              api.example.com A  us-east-1  50.0 %    25.0 %  75.0 %
            us-east-1 exceeds its capacity while the weights are ap-south-1 50, eu-west-1 50,"""
                + " us-east-1 150");
    assertThat(whatIf.exitCode()).isEqualTo(1);
  }

  @Test
  void jsonHasTheCorners() throws IOException {
    assertThat(run(150, "what-if", "--down", "ap-south-1", "--json").out())
        .contains("\"corners\"", "\"weights\": \"ap-south-1 50, eu-west-1 50, us-east-1 150\"");
    assertThat(run(150, "prove", "--failures", "0", "--json").out())
        .contains("\"ap-south-1 50, eu-west-1 50, us-east-1 150\"");
  }

  @Test
  void aWeightThatCanBeZeroDoesNotMakeItsRecordUnreachable() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("zero.yaml"),
            """
            application: shop
            environment: test
            zone: example.com
            regions: {us-east-1: {}, eu-west-1: {}}
            names:
              api:
                weighted: {us-east-1: 100, eu-west-1: 100}
                adjust: {error-rate: 5, minimum: {us-east-1: 10, eu-west-1: 0}, maximum: 200}
            """);

    Run prove = Run.of("prove", "--failures", "0", "-c", file.toString());

    assertThat(prove.out()).startsWith("Proved:");
  }
}
