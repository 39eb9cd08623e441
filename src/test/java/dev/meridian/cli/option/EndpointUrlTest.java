package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4566, http://127.0.0.1:4566",
    "http://localhost:4566/, http://127.0.0.1:4566",
    "https://aws.test, https://aws.test",
    "http://[::1]:4566, http://[::1]:4566",
  })
  void oneAddressIsWrittenInOneWay(String given, String read) {
    assertThat(new EndpointUrl().convert(given)).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:4566", "", "http://", "ftp://a", "http://a/b", "http://u:p@a", "a b"})
  void whatIsNoAddressIsRefusedBeforeAnythingIsDone(String text, @TempDir Path folder) {
    Path rehearsal = folder.resolve("rehearsal");

    Run run = Run.of("rehearse", "--aws-endpoint", text, "--folder", rehearsal.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is not the address of an emulator; write one such as");
    assertThat(rehearsal).doesNotExist();
  }

  @Test
  void whereNothingAnswersNothingIsKeptOfIt(@TempDir Path folder) {
    String dead = "http://127.0.0.1:1";

    Run run = Run.of("rehearse", "--aws-endpoint", dead, "--folder", folder.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("Nothing is listening at " + dead + ".");
    assertThat(folder.resolve("endpoint")).doesNotExist();
  }
}
