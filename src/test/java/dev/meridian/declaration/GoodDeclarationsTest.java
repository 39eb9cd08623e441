package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoodDeclarationsTest {
  static final Path FOLDER = Path.of("src/test/resources/good-declarations");

  @TestFactory
  List<DynamicTest> everyGoodDeclarationIsReadWithoutAProblem() throws IOException {
    return BadDeclarationsTest.files(FOLDER).stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(ReadDeclaration.of(file).problems()).isEmpty()))
        .toList();
  }

  @Test
  void theStarterIsAGoodDeclaration() throws IOException {
    assertThat(ReadDeclaration.of(starter()).problems()).isEmpty();
  }

  static String starter() throws IOException {
    try (InputStream in = DeploymentReader.class.getResourceAsStream("starter.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
