package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An expectation without {@code from} is one of all clients, who are checked class by class. */
class ExpectationsOfEverybodyTest {
  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      state: {backend: local}
      health-check: none
      endpoints:
        near: {addresses: [192.0.2.1]}
        far: {addresses: [192.0.2.2]}
      names:
        www: %s
      expect:
        www: [{%s answer: near}]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{geolocation: {EU: far, US-CA: far, US: far, default: near}}",
        "{geolocation: {default: near, BR: {weighted: {near: 1, far: 1}}}}",
        "{simple: far}",
        "{weighted: {near: 1, far: 2}}",
      })
  void theSameClientsFailAsIfAllWereListed(String policy) throws IOException {
    String places =
        Population.locations().stream()
            .map(ClientLocation::code)
            .filter(code -> !code.equals(Population.UNMAPPED))
            .collect(Collectors.joining(", ", "from: [", "],"));

    Run everybody = check(policy, "");
    Run listed = check(policy, places);

    assertThat(everybody.exitCode()).as(everybody.err()).isEqualTo(1);
    assertThat(failure(everybody)).isEqualTo(failure(listed)).isNotEmpty();
  }

  /** The reasons; who else fails includes the clients without a location, whom nobody can name. */
  private static String failure(Run run) {
    return run.out()
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("everybody|, [A-Z-]+ and \\d+ more", "…"))
        .filter(line -> line.startsWith(" "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whoFailsIsCountedPlaceByPlace() throws IOException {
    Run run = check("{geolocation: {FR: far, BE: far, default: near}}", "");

    assertThat(run.out()).contains("(also not as expected: FR)").doesNotContain("and 1 more");
  }

  private Run check(String policy, String from) throws IOException {
    Path file =
        Files.writeString(folder.resolve("meridian.yaml"), DECLARED.formatted(policy, from));
    return Run.of("check", "-c", file.toString());
  }
}
