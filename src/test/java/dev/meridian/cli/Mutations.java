package dev.meridian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Changes a JSON document at random: fields go, items double, values turn odd. */
final class Mutations {
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

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** A changed copy; only what is below the field names in {@code within} is changed. */
  <T extends JsonNode> T of(T document, Set<String> within) {
    T copy = document.deepCopy();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(copy, within, false, containers);
      change(containers.get(random.nextInt(containers.size())));
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

  /** Something of the same JSON type: Terraform and Route 53 never mix those up. */
  private JsonNode odd(JsonNode value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value.isTextual() || value.isNull()) {
      return json.textNode(ODD.get(random.nextInt(ODD.size())));
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
