package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlTree;
import dev.meridian.declaration.yaml.YamlTreeParser;
import dev.meridian.model.CheckerRegion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema for editors says what the reader does. */
class SchemaTest {
  private static final Schema SCHEMA = load();
  private static final Pattern STRUCTURAL =
      Pattern.compile(": (unknown key|must be |[a-z-]+ is missing|is missing)");

  @TestFactory
  Stream<DynamicTest> everyGoodDeclarationFits() throws IOException {
    List<Path> files = new ArrayList<>(BadDeclarationsTest.files(GoodDeclarationsTest.FOLDER));
    files.add(Path.of("meridian.yaml"));
    files.add(Path.of("examples/everything.yaml"));
    files.add(Path.of("examples/flawed.yaml"));
    return files.stream().map(f -> dynamicTest(f.toString(), () -> fits(Files.readString(f))));
  }

  @Test
  void theStarterFits() throws IOException {
    fits(GoodDeclarationsTest.starter());
  }

  @TestFactory
  Stream<DynamicTest> everyBadStructureIsRefused() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : BadDeclarationsTest.files(BadDeclarationsTest.FOLDER)) {
      String messages = Files.readString(BadDeclarationsTest.golden(file));
      if (STRUCTURAL.matcher(messages).find()) {
        tests.add(dynamicTest(file.getFileName().toString(), () -> refused(file)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests.stream();
  }

  @Test
  void definitionsAndTheReaderHaveTheSameKeys() {
    Map<String, List<String>> defined = new TreeMap<>();
    definitions()
        .properties()
        .forEach(
            definition -> {
              JsonNode properties = definition.getValue().path("properties");
              if (properties.isObject()) {
                defined.put(definition.getKey(), names(properties));
              }
            });
    Map<String, List<String>> known = new TreeMap<>();
    Arrays.stream(AllowedKeys.values()).forEach(keys -> known.put(keys.definition(), keys.names()));

    assertThat(defined).isEqualTo(known);
  }

  @Test
  void everyKeyIsExplained() {
    definitions()
        .properties()
        .forEach(
            definition ->
                definition
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(key -> explained(definition.getKey(), key)));
  }

  private static void explained(String definition, Map.Entry<String, JsonNode> key) {
    JsonNode value = key.getValue();
    JsonNode target = definitions().path(value.path("$ref").asText().replaceFirst(".*/", ""));
    assertThat(value.has("description") || target.has("description") || target.has("title"))
        .as(definition + "." + key.getKey())
        .isTrue();
  }

  @Test
  void wordsToCompleteAreThoseThatExist() {
    assertThat(texts(definitions().at("/aws-region/enum"))).containsAll(AwsRegions.codes());
    assertThat(texts(definitions().at("/aws-region/enum"))).hasSameSizeAs(AwsRegions.codes());
    assertThat(texts(definitions().at("/checker-region/enum")))
        .isEqualTo(Arrays.stream(CheckerRegion.values()).map(CheckerRegion::code).toList());
    List<String> lints = new ArrayList<>();
    definitions().at("/lint-id/anyOf").forEach(lint -> lints.add(lint.path("const").asText()));
    assertThat(lints).isEqualTo(LintId.ids());
  }

  private static void fits(String yaml) {
    assertThat(SCHEMA.validate(json(tree(yaml).orElseThrow()))).isEmpty();
  }

  private static void refused(Path file) throws IOException {
    assertThat(SCHEMA.validate(json(tree(Files.readString(file)).orElseThrow()))).isNotEmpty();
  }

  private static Optional<YamlTree> tree(String yaml) {
    return new YamlTreeParser("meridian.yaml", problem -> {}).parse(yaml);
  }

  private static JsonNode json(YamlTree tree) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (tree instanceof YamlTree.Sequence sequence) {
      var array = json.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (tree instanceof YamlTree.Mapping mapping) {
      var object = json.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    }
    YamlTree.Scalar scalar = (YamlTree.Scalar) tree;
    return switch (scalar.kind()) {
      case TEXT -> json.textNode(scalar.text());
      case INTEGER -> json.numberNode(BigInteger.valueOf(Long.decode(scalar.text())));
      // JSON has no infinity.
      case DECIMAL ->
          scalar.text().contains("inf")
              ? json.textNode(scalar.text())
              : json.numberNode(new BigDecimal(scalar.text()));
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NOTHING -> json.nullNode();
    };
  }

  private static JsonNode definitions() {
    return SCHEMA.getSchemaNode().path("definitions");
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Schema load() {
    InputStream schema = DeploymentReader.class.getResourceAsStream("meridian.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON);
  }
}
