package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A place that cannot be written to is the user's to mend, and no fault of Meridian's. */
class ExceptionHandlerTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("file"), "mine");
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("rehearse", "--folder"), List.of("diff", "-o"), List.of("synth", "-o"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFileInPlaceOfAFolderIsNamedAndKept(List<String> words) {
    Run run = Run.of(words.get(0), words.get(1), file.toString());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(file.toString(), "fix: name another").doesNotContain("fault");
    assertThat(file).hasContent("mine");
  }
}
