package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from elsewhere: with control characters, byte order marks, and any size. */
class HostileInputTest {
  private static final String RECIPE = "meridian.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "--json", "--explain"})
  void noControlCharacterOfAStateIsPrinted(String option) throws IOException {
    Path state =
        Files.writeString(
            folder.resolve("hostile.tfstate"),
            """
            {"version": 4, "lineage": "x", "resources": [
              {"mode": "managed", "type": "aws_route53_record", "name": "a", "instances": [
                {"attributes": {"zone_id": "Z1", "name": "api.example.com", "type": "A", "ttl": 60,
                  "set_identifier": "\\u001b[2Jred\\u202e", "records": ["203.0.113.1"],
                  "weighted_routing_policy": [{"weight": 1}]}}]},
              {"mode": "managed", "type": "aws_route53_record", "name": "b\\u001b]0;title\\u0007",
               "instances": [
                {"attributes": {"zone_id": "Z1", "name": "www.example.com", "type": "\\u009bA", "ttl": 60,
                  "records": ["203.0.113.1"]}}]}]}
            """);

    Run run =
        option.isEmpty()
            ? Run.of("resolve", "api.example.com", "--state", state.toString())
            : Run.of("resolve", "api.example.com", option, "--state", state.toString());

    assertThat(run.out() + run.err())
        .contains("\\u001b")
        .doesNotContainPattern("[\\p{Cc}\\u202e&&[^\n]]");
  }

  @Test
  void aWrongOptionIsRefusedWithoutColors() {
    Run run = Run.of("resolve", "api", "--nonsense\u001b[31m");

    assertThat(run.err()).contains("--nonsense\\u001b[31m").doesNotContain("\u001b");
  }

  @Test
  void latenciesCanBeginWithAByteOrderMark() throws IOException {
    Path file =
        Files.writeString(folder.resolve("latency.csv"), "\uFEFFarea,us-east-1\r\nDE,92.5\r\n");

    Run run = Run.of("resolve", "api", "--from", "DE", "--latency", file.toString(), "-c", RECIPE);

    assertThat(run.exitCode()).as(run.err()).isLessThan(ExitCode.BAD_INPUT);
  }

  @Test
  void statesCanBeginWithAByteOrderMark() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.tfstate"),
            "\uFEFF{\"version\": 4, \"lineage\": \"x\", \"resources\": []}");

    Run run = Run.of("resolve", "api.example.com", "--state", file.toString());

    assertThat(run.err()).doesNotContain("neither a plan nor a state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--latency", "--state", "--plan", "--goals"})
  void aHugeFileIsRefusedWithItsSizeAndTheLimit(String option) throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    String command = option.equals("--goals") ? "check" : "resolve api";

    Run run = Run.of((command + " " + option + " " + huge).split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains(huge + ": the file has 1099511.6 MB, more than the limit of ")
        .contains("    fix: ");
  }

  @Test
  void ofAMillionProblemsAThousandArePrintedAndAllAreCounted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("latency.csv"), "area,us-east-1\n" + "XX,1\n".repeat(5_000));

    Run run = Run.of("resolve", "api", "--latency", file.toString(), "-c", RECIPE);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines().filter(line -> line.contains("is not an area"))).hasSize(1_000);
    assertThat(run.err())
        .endsWith("… and 4000 more problems\n5000 problems; nothing was written.\n");
  }
}
