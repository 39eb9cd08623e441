package dev.meridian.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object whose every field must be understood: one that nobody asked for fails the test, so
 * that no vector is accepted for want of reading it.
 */
final class FieldsOf {
  private final String where;
  private final JsonNode object;
  private final Set<String> known = new HashSet<>();

  private FieldsOf(String where, JsonNode object) {
    if (!object.isObject()) {
      throw new AssertionError(where + " is not an object: " + object);
    }
    this.where = where;
    this.object = object;
  }

  static <T> T read(String where, JsonNode object, Function<FieldsOf, T> reader) {
    FieldsOf fields = new FieldsOf(where, object);
    T read = reader.apply(fields);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.known.contains(name)) {
                throw new AssertionError(where + ": the test does not know the field " + name);
              }
            });
    return read;
  }

  /** The field under whichever of its names it has; the first is the vectors' own. */
  Optional<JsonNode> any(String... names) {
    Optional<JsonNode> found = Optional.empty();
    for (String name : names) {
      known.add(name);
      if (object.hasNonNull(name)) {
        if (found.isPresent()) {
          throw new AssertionError(where + " has the field " + name + " under two names");
        }
        found = Optional.of(object.get(name));
      }
    }
    return found;
  }

  String text(String... names) {
    return any(names)
        .map(node -> checked(node, node.isTextual(), names[0]).textValue())
        .orElse(null);
  }

  Long number(String... names) {
    return any(names)
        .map(node -> checked(node, node.isIntegralNumber(), names[0]).longValue())
        .orElse(null);
  }

  Boolean flag(String... names) {
    return any(names)
        .map(node -> checked(node, node.isBoolean(), names[0]).booleanValue())
        .orElse(null);
  }

  List<String> texts(String... names) {
    return any(names).map(node -> texts(checked(node, node.isArray(), names[0]))).orElse(null);
  }

  private List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(
        each ->
            texts.add(
                each.isObject()
                    ? read(where + ".value", each, fields -> fields.text("value"))
                    : checked(each, each.isTextual(), "list").textValue()));
    return texts;
  }

  <T> T object(Function<FieldsOf, T> reader, String... names) {
    return any(names).map(node -> read(where + "." + names[0], node, reader)).orElse(null);
  }

  private JsonNode checked(JsonNode node, boolean fits, String name) {
    if (!fits) {
      throw new AssertionError(where + "." + name + " has an unexpected form: " + node);
    }
    return node;
  }
}
