package dev.meridian.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Route 53's documented behaviour, case by case. {@code mvn test -Dtest=Route53VectorsTest
 * -Dvectors=FILE} runs another file of the same form.
 */
class Route53VectorsTest {
  private static final String OWN = "/route53/route53-vectors.json";
  private static final List<String> PASSED = new ArrayList<>();
  private static final TreeSet<String> FAILED = new TreeSet<>();

  @BeforeAll
  static void forget() {
    PASSED.clear();
    FAILED.clear();
  }

  @AfterAll
  static void summarize() {
    StringBuilder line = new StringBuilder("Route 53 vectors: ");
    line.append(PASSED.size()).append(" passed, ").append(FAILED.size()).append(" failed");
    FAILED.forEach(id -> line.append(' ').append(id));
    System.out.println(line);
  }

  @TestFactory
  List<DynamicContainer> everyVectorGetsItsExpectedOutcome() throws IOException {
    JsonNode file = read();
    return List.of(
        container(file, "vectors", fields -> new AnswerVector(fields).check()),
        container(file, "health_check_vectors", HealthVectors::checkHealthCheck),
        container(file, "elb_vectors", HealthVectors::checkLoadBalancer));
  }

  private static JsonNode read() throws IOException {
    String file = System.getProperty("vectors", "");
    try (InputStream data =
        file.isEmpty()
            ? Route53VectorsTest.class.getResourceAsStream(OWN)
            : Files.newInputStream(Path.of(file))) {
      return new ObjectMapper().readTree(data);
    }
  }

  private static DynamicContainer container(
      JsonNode file, String name, Consumer<VectorFields> check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : file.path(name)) {
      String id = vector.get("id").asText();
      String title = id + ": " + vector.path("title").asText();
      tests.add(DynamicTest.dynamicTest(title, () -> run(id, vector, check)));
    }
    return DynamicContainer.dynamicContainer(name, tests);
  }

  private static void run(String id, JsonNode vector, Consumer<VectorFields> check) {
    FAILED.add(id);
    VectorFields fields = new VectorFields(id, vector);
    for (String told : List.of("id", "title", "source", "source_rule", "confidence", "note")) {
      fields.find(told);
    }
    check.accept(fields);
    fields.allRead();
    FAILED.remove(id);
    PASSED.add(id);
  }
}
