package dev.meridian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text that people read with a golden file; {@code -Dgolden.update} rewrites the file. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Compares with the file {@code name} below {@code src/test/resources/golden}. */
  public static void check(String name, String actual) throws IOException {
    check(FOLDER.resolve(name), actual);
  }

  /** Compares with {@code file}. */
  public static void check(Path file, String actual) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
