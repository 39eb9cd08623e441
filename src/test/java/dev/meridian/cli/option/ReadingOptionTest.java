package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.Run;
import dev.meridian.resolve.Interpretation.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingOptionTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|.*\\|.*\\|$");

  /** Where a standby of weight 0 is all that is left, the readings differ. */
  private static final String STANDBY =
      """
      application: shop
      environment: test
      zone: example.com
      endpoints:
        main: {addresses: [203.0.113.1]}
        standby: {addresses: [203.0.113.2]}
        far: {addresses: [203.0.113.3]}
      names:
        www:
          failover:
            primary: {weighted: {main: 1, standby: 0}}
            secondary: far
      """;

  @TempDir private Path folder;

  @Test
  void anotherReadingGivesAnotherAnswer() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), STANDBY);
    List<String> asked =
        List.of("resolve", "www", "--from", "DE", "--down", "main", "-c", file.toString());

    Run documented = Run.of(asked.toArray(String[]::new));
    Run other = with(asked, "--reading", "zero-weight-group-unhealthy");

    assertThat(documented.out()).contains("standby").doesNotContain("far");
    assertThat(other.out()).contains("far").doesNotContain("standby");
  }

  @Test
  void theCommandOfAFindingHasTheReadingsAndLatenciesItWasFoundWith() throws IOException {
    Path latencies = Files.writeString(folder.resolve("latency.csv"), "area,us-east-1\nDE,90\n");
    Run prove =
        Run.of(
            "prove --json -c examples/flawed.yaml --reading cidr-without-fallback --latency"
                .concat(" " + latencies)
                .split(" "));

    assertThat(new ObjectMapper().readTree(prove.out()).findValuesAsText("command"))
        .filteredOn(command -> command.startsWith("./meridian"))
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(command)
                    .contains("--reading cidr-without-fallback", "--latency " + latencies));
  }

  @Test
  void compareTakesItToo() {
    Run run =
        Run.of(
            "compare meridian.yaml meridian.yaml --reading wildcards-rfc-4592,wildcard-parent-nxdomain"
                .split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void anUnknownReadingIsBadInputAndAllAreNamed() {
    Run run = Run.of("prove", "-c", "meridian.yaml", "--reading", "hopeful");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"hopeful\" is not a reading", "cidr-without-fallback");
  }

  @Test
  void everyReadingIsDocumented() throws IOException {
    String page = Files.readString(Path.of("docs/resolve.md"));
    String section = page.substring(page.indexOf("## Open points"));

    assertThat(ROW.matcher(section).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Reading.values()).map(Reading::word).toList());
  }

  private static Run with(List<String> words, String... more) {
    return Run.of(
        java.util.stream.Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new));
  }
}
