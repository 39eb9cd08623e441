package dev.meridian.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  private static final int MOST = 2 * InputFile.MEGABYTE;

  @TempDir private Path folder;

  @Test
  void aFileUpToTheLimitIsRead() throws IOException {
    assertThat(InputFile.read(file(MOST), MOST)).hasSize(MOST);
  }

  /** A sparse file of a terabyte takes no space, but nobody could read it. */
  @Test
  void aLargerFileIsRefusedWithItsSizeBeforeItIsRead() throws IOException {
    Path huge = file(1_000_000L * InputFile.MEGABYTE);

    assertThatThrownBy(() -> InputFile.read(huge, MOST))
        .isInstanceOf(InputFile.TooLarge.class)
        .hasMessage("the file has 1000000.0 MB, more than the limit of 2 MB");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    List<Diagnostic> problems = new ArrayList<>();

    assertThat(Utf8.decode("file", "\uFEFFarea\n".getBytes(StandardCharsets.UTF_8), problems::add))
        .contains("area\n");
    assertThat(problems).isEmpty();
  }

  private Path file(long size) throws IOException {
    Path file = folder.resolve("file");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
    }
    assertThat(Files.size(file)).isEqualTo(size);
    return file;
  }
}
