package dev.meridian.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** A JSON object that can tell which of its fields nobody has read. */
final class VectorFields {
  private final String where;
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  VectorFields(String where, JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(where + " is not an object: " + object);
    }
    this.where = where;
    this.object = object;
  }

  Optional<JsonNode> find(String name) {
    read.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  JsonNode get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(where + " has no " + name));
  }

  String text(String name) {
    JsonNode value = get(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(where + "." + name + " is not a text: " + value);
    }
    return value.textValue();
  }

  Optional<String> findText(String name) {
    return find(name).map(value -> text(name));
  }

  int number(String name) {
    JsonNode value = get(name);
    if (!value.isInt()) {
      throw new IllegalArgumentException(where + "." + name + " is not a number: " + value);
    }
    return value.intValue();
  }

  OptionalInt findNumber(String name) {
    return find(name).isPresent() ? OptionalInt.of(number(name)) : OptionalInt.empty();
  }

  OptionalDouble findSeconds(String name) {
    return find(name).map(v -> OptionalDouble.of(v.asDouble())).orElse(OptionalDouble.empty());
  }

  boolean flag(String name) {
    JsonNode value = get(name);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(where + "." + name + " is not true or false: " + value);
    }
    return value.booleanValue();
  }

  VectorFields object(String name) {
    return new VectorFields(where + "." + name, get(name));
  }

  <T> List<T> list(String name, Function<VectorFields, T> element) {
    return looseList(
        name,
        fields -> {
          T read = element.apply(fields);
          fields.allRead();
          return read;
        });
  }

  /** The same for elements of which not every field needs to be read. */
  <T> List<T> looseList(String name, Function<VectorFields, T> element) {
    List<T> list = new ArrayList<>();
    for (JsonNode node : get(name)) {
      list.add(element.apply(new VectorFields(where + "." + name + "[" + list.size() + "]", node)));
    }
    return list;
  }

  List<String> texts(String name) {
    List<String> list = new ArrayList<>();
    get(name).forEach(node -> list.add(node.textValue()));
    return list;
  }

  /** The members of an object used as a map. */
  Set<Map.Entry<String, JsonNode>> entries() {
    object.fieldNames().forEachRemaining(read::add);
    return object.properties();
  }

  /** Says which fields nobody asked for. */
  void allRead() {
    List<String> unknown = new ArrayList<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(read);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(where + " has unknown fields " + unknown);
    }
  }
}
