package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** www is a CNAME to app, which two servers share. */
class CnameWithinTheZoneTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      endpoints:
        one: {addresses: [203.0.113.1], health-check: {path: /}}
        two: {addresses: [203.0.113.2], health-check: {path: /}}
        app: {host: app.example.com}
      names:
        app: {weighted: {one: 1, two: 1}}
        www: {simple: app}
      traffic: {www: 150}
      capacity: {one: 100, two: 100}
      """;

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("cname.yaml"), DECLARATION).toString();
  }

  @Test
  void itsTrafficIsCarriedByWhatIsBehindIt() {
    Run prove = Run.of("prove", "-c", file, "--failures", "1");

    assertThat(prove.exitCode()).as(prove.err()).isEqualTo(1);
    assertThat(prove.out())
        .contains(
            "over-capacity: 203.0.113.1",
            "has to carry 150.0 requests per second, more than its capacity of 100.0");
  }

  @Test
  void whoAsksItMovesWithItsTarget() {
    Run whatIf = Run.of("what-if", "-c", file, "--down", "one");

    assertThat(whatIf.out()).contains("www.example.com A: 50.0 % of the people move");
  }

  @Test
  void itIsDownWithAllThatIsBehindIt() {
    Run resolve = Run.of("resolve", "www", "-c", file, "--from", "DE", "--down", "app");

    assertThat(resolve.out()).contains("one, two down");
  }
}
