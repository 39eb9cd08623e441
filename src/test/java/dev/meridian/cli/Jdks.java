package dev.meridian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The JDKs of this machine: the one that runs the tests, and those in the folder beside it. */
final class Jdks {
  private Jdks() {}

  /** The home of a JDK of that version; skips the test where there is none. */
  static Path orSkip(int version) throws IOException {
    Path mine = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(mine.getParent())) {
      return Stream.concat(Stream.of(mine), beside.sorted())
          .filter(home -> isVersion(home, version))
          .findFirst()
          .orElseGet(() -> Assumptions.abort("there is no JDK " + version));
    }
  }

  private static boolean isVersion(Path home, int version) {
    Path release = home.resolve("release");
    try {
      return Files.exists(home.resolve("bin/javac"))
          && Files.exists(release)
          && Files.readString(release)
              .lines()
              .anyMatch(line -> line.matches("JAVA_VERSION=\"" + version + "[.\"].*"));
    } catch (IOException e) {
      return false;
    }
  }
}
