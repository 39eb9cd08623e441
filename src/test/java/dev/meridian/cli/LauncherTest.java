package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./meridian} itself; it builds the program if that is not up to date. */
@Tag("launcher")
@Timeout(600)
class LauncherTest {

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "help test", "help cdktf"})
  void helpIsTheFile(String words) throws Exception {
    Launched run = launch(words.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(Path.of("help")));
  }

  @Test
  void helpOfACommandIsItsOptions() throws Exception {
    Launched run = launch("help", "resolve");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: meridian resolve").contains("--reading");
  }

  @Test
  void inTheRepositoryTheRecipeIsTheDeclaration() throws Exception {
    Launched run = launch(Path.of(""), "validate");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo("meridian.yaml is valid: 5 names, 18 record sets, 3 health checks.\n");
  }

  @Test
  void elsewhereADeclarationIsAskedFor(@TempDir Path folder) throws Exception {
    Launched run = launch(folder, "validate");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void cdktfDeploysNothingWhereNothingIsDeclared(@TempDir Path folder) throws Exception {
    Launched run = launch(folder, "cdktf", "list");

    assertThat(run.exitCode()).isNotZero();
    assertThat(folder).isEmptyDirectory();
  }

  private record Launched(int exitCode, String out) {}

  private static Launched launch(String... words) throws IOException, InterruptedException {
    return launch(Path.of("target"), words);
  }

  private static Launched launch(Path folder, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("meridian").toAbsolutePath().toString());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("MERIDIAN_CONFIG");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launched(process.waitFor(), out);
  }
}
