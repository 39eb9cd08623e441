package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people read about a bad file; {@code -Dgolden.update} writes the texts anew. */
class BadDeclarationsTest {
  static final Path FOLDER = Path.of("src/test/resources/bad-declarations");

  @TestFactory
  List<DynamicTest> everyBadDeclarationGetsItsMessages() throws IOException {
    return files(FOLDER).stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)))
        .toList();
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static Path golden(Path yaml) {
    return Path.of(yaml.toString().replaceFirst("yaml$", "err"));
  }

  private static void check(Path file) throws IOException {
    ReadDeclaration reading = ReadDeclaration.of(file);
    String messages =
        reading.problems().stream()
            .map(Diagnostic::toString)
            .map(text -> text.replace(FOLDER + "/", ""))
            .collect(Collectors.joining("\n", "", "\n"));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(golden(file), messages);
    }
    assertThat(reading.deployment()).isEmpty();
    assertThat(messages).isEqualTo(Files.readString(golden(file)));
  }
}
