package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, people get problems and never a stack trace. */
class BrokenTextTest {
  private static final String ODD = "{}[],:#&*!|>'\"%@`-?\t\n \\~0aA\u0000\u00e9";

  @ParameterizedTest
  @CsvSource({"meridian.yaml, 1", "examples/everything.yaml, 29"})
  void aFileCutOffAnywhereIsReadOrReported(String file, int step) throws IOException {
    String yaml = Files.readString(Path.of(file));
    for (int length = 0; length <= yaml.length(); length += step) {
      readsOrReports(yaml.substring(0, length));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aFileWithOddCharactersIsReadOrReported(long seed) throws IOException {
    String yaml = Files.readString(Path.of("examples/everything.yaml"));
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      StringBuilder broken = new StringBuilder(yaml);
      for (int i = 0; i < 1 + round % 5; i++) {
        char odd = ODD.charAt(random.nextInt(ODD.length()));
        broken.setCharAt(random.nextInt(broken.length()), odd);
      }
      readsOrReports(broken.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zone: \"a\\u", "zone: \"a\\x", "zone: \"a\\UFFFFFFFF\"", "{a: \"\\U"})
  void anEscapeOfNoCharacterIsReported(String yaml) {
    assertThat(ReadDeclaration.of(yaml).problems().get(0).toString())
        .contains(":1:", "invalid escape sequence");
  }

  private static void readsOrReports(String yaml) {
    assertThatCode(
            () -> {
              ReadDeclaration reading = ReadDeclaration.of(yaml);
              assertThat(reading.problems().isEmpty()).isEqualTo(reading.deployment().isPresent());
            })
        .as(yaml)
        .doesNotThrowAnyException();
  }
}
