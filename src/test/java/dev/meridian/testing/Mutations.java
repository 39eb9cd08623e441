package dev.meridian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Changes a JSON document at random: it removes fields, repeats items, and replaces values.
 *
 * @see TextMutations
 */
public final class Mutations {
  private static final List<String> ODD =
      List.of(
          "",
          "@",
          "*",
          "a.b.c",
          "\"quoted\".api",
          "failover.api",
          "[0]",
          "a b",
          "\\052.x",
          "\\040",
          "..",
          "_x",
          "UPPER.Case",
          "b\u00fccher",
          "x\ny",
          "names",
          "true",
          "123",
          "1.2",
          "::1",
          "192.0.2.1",
          "300.1.1.1",
          "10.0.0.0/33",
          "l".repeat(64),
          "l.".repeat(130),
          "example.com",
          "PRIMARY",
          "us-east-1",
          "EU",
          "CNAME",
          "CALCULATED",
          "Z1",
          "hc-1",
          "-x-");
  private static final List<Long> NUMBERS =
      List.of(-1L, 0L, 1L, 255L, 256L, 65536L, 2_147_483_647L);

  private final Random random;
  private final boolean anyType;

  /** Changes that keep the type of each value. */
  public Mutations(long seed) {
    this(new Random(seed), false);
  }

  /**
   * Changes with {@code random}.
   *
   * @param anyType whether a value can become one of another type, and fields can get other names
   */
  public Mutations(Random random, boolean anyType) {
    this.random = random;
    this.anyType = anyType;
  }

  /** A changed copy; everything in it can change. */
  public JsonNode of(JsonNode document) {
    JsonNode root = JsonNodeFactory.instance.objectNode().set("", document);
    return of(root, Set.of("")).get("");
  }

  /** A changed copy; only what is below the field names in {@code within} is changed. */
  public <T extends JsonNode> T of(T document, Set<String> within) {
    T copy = document.deepCopy();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(copy, within, false, containers);
      if (!containers.isEmpty()) {
        change(containers.get(random.nextInt(containers.size())));
      }
    }
    return copy;
  }

  private static void collect(
      JsonNode node, Set<String> within, boolean inside, List<JsonNode> containers) {
    if (inside && node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field ->
                  collect(
                      field.getValue(),
                      within,
                      inside || within.contains(field.getKey()),
                      containers));
    } else {
      node.forEach(item -> collect(item, within, inside, containers));
    }
  }

  private void change(JsonNode container) {
    if (container instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
      fields.addAll(object.properties());
      Map.Entry<String, JsonNode> field = fields.get(random.nextInt(fields.size()));
      if (random.nextInt(3) == 0) {
        object.remove(field.getKey());
      } else if (anyType && random.nextInt(4) == 0) {
        object.set(oddText(), field.getValue().deepCopy());
      } else {
        object.set(field.getKey(), odd(field.getValue()));
      }
    } else {
      ArrayNode array = (ArrayNode) container;
      int index = random.nextInt(array.size());
      switch (random.nextInt(3)) {
        case 0 -> array.remove(index);
        case 1 -> array.insert(index, array.get(index).deepCopy());
        default -> array.set(index, odd(array.get(index)));
      }
    }
  }

  private String oddText() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private JsonNode ofAnotherType(JsonNode value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(9)) {
      case 0 -> json.nullNode();
      case 1 -> json.textNode(oddText());
      case 2 -> json.numberNode(new BigDecimal("9".repeat(400)));
      case 3 -> json.numberNode(NUMBERS.get(random.nextInt(NUMBERS.size())));
      case 4 -> json.numberNode(random.nextGaussian() * 1e300);
      case 5 -> json.booleanNode(random.nextBoolean());
      case 6 -> json.objectNode();
      case 7 -> json.arrayNode().add(value.deepCopy());
      default -> json.objectNode().set(oddText(), value.deepCopy());
    };
  }

  /**
   * Something of the same JSON type, because Terraform and Route 53 never mix types up; otherwise
   * only where that is wanted.
   */
  private JsonNode odd(JsonNode value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (anyType && random.nextInt(3) == 0) {
      return ofAnotherType(value);
    }
    if (value.isTextual() || value.isNull()) {
      return json.textNode(oddText());
    }
    if (value.isNumber()) {
      return json.numberNode(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
    if (value.isBoolean()) {
      return json.booleanNode(!value.asBoolean());
    }
    if (value.isContainerNode() && !value.isEmpty()) {
      JsonNode copy = value.deepCopy();
      change(copy);
      return copy;
    }
    return value;
  }
}
