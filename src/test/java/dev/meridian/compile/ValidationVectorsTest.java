package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.compile.rule.Violation;
import dev.meridian.model.InvalidValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The changes that Route 53 is known to accept or refuse, put to our model and rules. {@code
 * -Dvectors=FILE} names one more file of the same form.
 */
class ValidationVectorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/route53");

  /** What a vector says to people. */
  private static final List<String> REMARKS =
      List.of("id", "title", "source", "source_rule", "confidence", "note", "message_like");

  @TestFactory
  Stream<DynamicContainer> everyVectorIsAcceptedOrRefusedAsByRoute53() {
    return files().map(ValidationVectorsTest::vectors);
  }

  private static Stream<Path> files() {
    String more = System.getProperty("vectors", "");
    return Stream.concat(
        Stream.of(FOLDER.resolve("route53-vectors.json"), FOLDER.resolve("validation-extra.json")),
        more.isBlank() ? Stream.empty() : Stream.of(Path.of(more)));
  }

  private static DynamicContainer vectors(Path file) {
    List<DynamicTest> tests =
        StreamSupport.stream(read(file).spliterator(), false)
            .map(ValidationVectorsTest::vector)
            .toList();
    assertThat(tests).as("vectors in %s", file).isNotEmpty();
    return DynamicContainer.dynamicContainer(file.getFileName().toString(), tests);
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      return root.isArray() ? root : root.path("validation_vectors");
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private static DynamicTest vector(JsonNode vector) {
    String name = vector.path("id").asText() + " " + vector.path("title").asText();
    return DynamicTest.dynamicTest(name, () -> check(vector));
  }

  private static void check(JsonNode vector) {
    FieldsOf.read(
        "vector",
        vector,
        fields -> {
          REMARKS.forEach(fields::any);
          String expected = fields.text("expect");
          String reasons = reasons(fields);
          switch (expected) {
            case "accept" -> assertThat(reasons).isEmpty();
            case "reject" -> assertThat(reasons).isNotEmpty();
            default -> throw new AssertionError("neither accept nor reject: " + expected);
          }
          return true;
        });
  }

  /** Why the change is refused, or nothing; a quota is the account's, and AWS raises it. */
  private static String reasons(FieldsOf vector) {
    try {
      List<String> found =
          VectorChange.violations(vector).stream()
              .filter(violation -> violation.severity() != Violation.Severity.QUOTA)
              .map(Violation::what)
              .toList();
      return String.join("; ", found);
    } catch (InvalidValue e) {
      return e.what();
    }
  }
}
