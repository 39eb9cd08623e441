package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that answer questions start fast, because they load no large library. */
class LightCommandsTest {
  private static final List<String> LARGE =
      List.of("software.amazon.", "com.fasterxml.", "com.hashicorp.", "software.constructs.");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve api --explain --json -c meridian.yaml",
        "what-if --down us-east-1 --json -c meridian.yaml",
        "prove --json -c meridian.yaml",
        "check --json -c examples/flawed.yaml",
        "compare meridian.yaml meridian.yaml"
      })
  void noLargeLibraryIsLoaded(String command) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.add("-Xlog:class+load:file=" + log);
    program.add("-XX:TieredStopAtLevel=1"); // as the launcher does
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    program.addAll(List.of(command.split(" ")));
    ProcessBuilder process = new ProcessBuilder(program);
    process.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile());

    assertThat(process.start().waitFor()).isLessThan(2);

    try (Stream<String> classes = Files.lines(log)) {
      assertThat(classes.filter(c -> LARGE.stream().anyMatch(c::contains))).isEmpty();
    }
    assertThat(log).content().contains("dev.meridian.resolve.Resolver");
  }
}
