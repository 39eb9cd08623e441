package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  @Test
  void outputOnAFullDiskFailsAndSaysWhy() {
    int exitCode = run(failing("No space left on device"));

    assertThat(exitCode).isEqualTo(ExitCode.OUR_FAULT);
    assertThat(err.toString())
        .startsWith("A part of the output could not be written: No space left on device\n");
  }

  @Test
  void aReaderThatEndsEarlyIsNoFailure() {
    assertThat(run(failing("Broken pipe"))).isEqualTo(ExitCode.FINE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    assertThat(run(written)).isEqualTo(ExitCode.FINE);
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(Run.of("version").out());
  }

  private int run(OutputStream to) {
    return Main.run(new StandardOutput(to), new PrintWriter(err), "version");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
