package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What commands print, held to files; {@code -Dgolden.update} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden/commands");

  private Golden() {}

  static void check(String name, String printed) throws IOException {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(file));
  }
}
