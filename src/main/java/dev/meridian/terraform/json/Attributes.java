package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a resource, or of a block in it. A plan and a state contain null, an empty text
 * or an empty list for an attribute that is not set; here, all of these are null.
 *
 * @param values the known values; missing if there is no such block
 * @param unknown the shape of {@code values}, with {@code true} for values that are known only
 *     after apply
 * @param expressions the configured expressions; missing if only a state was read
 */
record Attributes(JsonNode values, JsonNode unknown, Expression.Block expressions) {

  boolean present() {
    return values.isObject();
  }

  /** The text of an attribute, or the empty text if it is not set or not known. */
  String text(String name) {
    return Json.text(values, name);
  }

  /** Whether the value is known only after apply. */
  boolean isUnknown(String name) {
    return unknown.path(name).asBoolean(false);
  }

  /** Whether the provider sets the attribute during apply. */
  boolean isComputed(String name) {
    return isUnknown(name) && !expressions.node().has(name);
  }

  Expression expression(String name) {
    return expressions.argument(name);
  }

  /** The first block named {@code name}. */
  Attributes block(String name) {
    return new Attributes(
        values.path(name).path(0), unknown.path(name).path(0), expressions.block(name));
  }

  /**
   * The block named {@code name} if all of it is known now.
   *
   * @throws InvalidValue if it exists and something in it is known only after apply
   */
  Attributes knownBlock(String name) {
    requireKnown(name);
    return block(name);
  }

  /** A text that is known now. */
  @Nullable String known(String name) {
    requireKnown(name);
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  /** Texts that are known now. */
  @Nullable List<String> knownTexts(String name) {
    requireKnown(name);
    List<String> texts = Json.texts(values.path(name));
    return texts.isEmpty() ? null : texts;
  }

  /** A number that is known now. */
  @Nullable Long number(String name) {
    requireKnown(name);
    JsonNode value = values.path(name);
    return value.isValueNode() && !value.isNull() ? (Long) value.asLong() : null;
  }

  /** A number that the provider does not send if it is 0. */
  @Nullable Long numberUnlessZero(String name) {
    Long number = number(name);
    return number != null && number == 0 ? null : number;
  }

  /** A flag that is known now. */
  @Nullable Boolean flag(String name) {
    requireKnown(name);
    JsonNode value = values.path(name);
    return value.isBoolean() ? (Boolean) value.asBoolean() : null;
  }

  /** A text as a value; null if it is not set or not known. */
  @Nullable Value value(String name) {
    return text(name).isEmpty() ? null : Value.literal(text(name));
  }

  private void requireKnown(String name) {
    if (unknown.path(name).toString().contains("true")) {
      throw unknown(name);
    }
  }

  static InvalidValue unknown(String name) {
    return new InvalidValue(
        "its " + name + " is known after apply", "read the state after apply instead");
  }
}
