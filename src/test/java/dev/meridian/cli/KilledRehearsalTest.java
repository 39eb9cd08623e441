package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.FakeTerraform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal whose process got {@code kill -9}, and what it left running. */
@Tag("terraform")
@Timeout(300)
class KilledRehearsalTest {
  private static final Pattern KILL = Pattern.compile("kill (\\d+) ");

  /** In terraform's place: it works until its rehearsal has ended, and leaves nothing. */
  private static final String WORKS =
      """
      if [ "$1" = version ]; then echo '{"terraform_version": "1.11.4"}'; exit; fi
      while kill -0 $PPID 2>/dev/null; do sleep 0.1; done
      """;

  @TempDir private Path folder;

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(
        folder.resolve("meridian.yaml"),
        """
        application: shop
        environment: test
        zone: example.com
        state: {backend: local}
        endpoints: {rack: {addresses: [203.0.113.1]}}
        names: {www: {simple: rack}}
        """);
  }

  @Test
  void theNextRehearsalNamesTheProcessThatWasLeft() throws Exception {
    Process killed = killedWhenItsLocalAwsAnswers("--keep");

    Run next = rehearse();

    assertThat(next.exitCode()).as(next.toString()).isEqualTo(2);
    assertThat(next.err()).contains("An earlier rehearsal of ", "is still running at ");
    Matcher named = KILL.matcher(next.err());
    assertThat(named.find()).as(next.err()).isTrue();
    ProcessHandle left = ProcessHandle.of(Long.parseLong(named.group(1))).orElseThrow();
    assertThat(left.pid()).isNotEqualTo(killed.pid());
    left.destroy(); // as the message says
    left.onExit().get();

    assertThat(rehearse().err()).doesNotContain("An earlier rehearsal of ");
  }

  @Test
  void withoutKeepNothingIsLeftAndTheNextRehearsalBegins() throws Exception {
    killedWhenItsLocalAwsAnswers();
    long left = Long.parseLong(Files.readString(folder.resolve("rehearsal/pid")).strip());
    ProcessHandle.of(left).ifPresent(process -> process.onExit().join());

    Run next = rehearse();

    assertThat(next.err()).doesNotContain("An earlier rehearsal of ");
    assertThat(next.out()).contains("answers at http://127.0.0.1:");
  }

  private Process killedWhenItsLocalAwsAnswers(String... options) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmeridian.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    words.addAll(arguments());
    words.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("TERRAFORM_BINARY_NAME", terraform(WORKS).toString());
    Process process = builder.start();
    StringBuilder printed = new StringBuilder();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.contains("answers at ")) {
        printed.append(line).append('\n');
        line = output.readLine();
      }
      assertThat(line).as(printed.toString()).isNotNull();
      process.destroyForcibly().waitFor(); // SIGKILL
    }
    return process;
  }

  /** The next one, which fails with its first terraform command. */
  private Run rehearse() throws Exception {
    return Run.in(
        folder,
        Map.of("TERRAFORM_BINARY_NAME", terraform("exit 1\n").toString()),
        arguments().toArray(String[]::new));
  }

  private List<String> arguments() {
    return List.of(
        "rehearse",
        "-c",
        folder.resolve("meridian.yaml").toString(),
        "--folder",
        folder.resolve("rehearsal").toString());
  }

  private Path terraform(String script) throws IOException {
    Path own = Files.createDirectories(folder.resolve(script.length() + "-bytes"));
    return FakeTerraform.in(own).program(script);
  }
}
