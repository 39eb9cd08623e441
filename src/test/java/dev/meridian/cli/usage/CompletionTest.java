package dev.meridian.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meridian.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shells themselves complete. */
class CompletionTest {
  /** The words of a command line, and what completes the last one. */
  private static final String CASES =
      """
      meridian|sw                        | switch
      meridian|cd                        | cdktf
      meridian|help|zzz                  | ''
      meridian|help|ado                  | adopt
      meridian|validate|--con            | --config
      meridian|synth|--qu                | --quiet
      meridian|serve|--qu                | ''
      meridian|resolve|--config|fi       | file.yaml
      meridian|resolve|-c|fol            | folder
      meridian|synth|--output|f          | folder
      meridian|guard|fi                  | file.yaml
      meridian|graph|--format|mer        | mermaid
      meridian|completion|f              | fish
      meridian|resolve|--down|f          | ''
      meridian|resolve|f                 | ''
      """;

  private static final Map<String, String> PRINTED = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("file.yaml"), "");
    Files.createDirectory(folder.resolve("folder"));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " | ", textBlock = CASES)
  void bashCompletes(String words, String expected) throws Exception {
    assertThat(bash(List.of(words.strip().split("[|]")))).isEqualTo(lines(expected));
  }

  @ParameterizedTest
  @CsvSource({"me,mermaid", "'',text mermaid dot"})
  void bashCompletesValuesAfterAnEqualsSign(String begun, String expected) throws Exception {
    List<String> words = new ArrayList<>(List.of("meridian", "graph", "--format", "="));
    if (!begun.isEmpty()) {
      words.add(begun);
    }

    assertThat(bash(words)).isEqualTo(lines(expected));
  }

  @Test
  void bashCompletesPathsWithSpaces() throws Exception {
    Files.createDirectory(folder.resolve("two words"));

    assertThat(bash(List.of("meridian", "synth", "-o", "tw"))).containsExactly("two words");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " | ", textBlock = CASES)
  void fishCompletes(String words, String expected) throws Exception {
    assumeTrue(isInstalled("fish"));
    Path script = Files.writeString(folder.resolve("script"), completion("fish"));
    String line = words.strip().replace('|', ' ');

    String found = run("fish", "-c", "source " + script + "; complete -C '" + line + "'");

    assertThat(found.lines().map(one -> one.replaceFirst("/?(\t.*)?$", "")).toList())
        .isEqualTo(lines(expected));
  }

  @Test
  void zshReadsTheScript() throws Exception {
    assumeTrue(isInstalled("zsh"));
    Path script = Files.writeString(folder.resolve("script"), completion("zsh"));

    assertThat(
            run(
                "zsh",
                "-fc",
                "autoload -Uz compinit; compinit -u -D; source "
                    + script
                    + "; echo $_comps[meridian]"))
        .isEqualTo("_meridian\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"man --warnings -l", "mandoc -T lint -W warning"})
  void theManualPageRendersWithoutWarnings(String renderer) throws Exception {
    List<String> command = new ArrayList<>(Arrays.asList(renderer.split(" ")));
    assumeTrue(isInstalled(command.get(0)));
    command.add(Files.writeString(folder.resolve("meridian.1"), completion("man")).toString());
    Path warnings = folder.resolve("warnings");

    Process process =
        new ProcessBuilder(command)
            .redirectError(warnings.toFile())
            .redirectOutput(folder.resolve("page").toFile())
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(warnings).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish", "man"})
  void everyCommandAndOptionIsThere(String target) {
    String text = completion(target).replace("\\-", "-");

    assertThat(text).contains("what-if", "cdktf", "setup").doesNotContain("output-folder", "${D");
    assertThat(text.contains("--take-over") || text.contains("-l take-over")).isTrue();
  }

  private List<String> bash(List<String> words) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), completion("bash"));
    String array = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    String lines =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _meridian; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script, array, words.size() - 1);
    return run("bash", "--norc", "-c", lines).lines().filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> lines(String words) {
    return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static String completion(String target) {
    return PRINTED.computeIfAbsent(
        target,
        of -> {
          Run run = Run.of("completion", of);
          assertThat(run.exitCode()).as(run.err()).isZero();
          return run.out();
        });
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String run(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
