package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One instance of a resource or data source.
 *
 * @param file the file it was read from
 * @param module the address of its module, empty for the root module
 * @param index its {@code count} number or {@code for_each} key; empty for neither
 * @param values what is known of its attributes
 * @param unknown the shape of {@code values}, with {@code true} where it is known after apply
 * @param expressions its arguments as configured; missing where only a state was read
 */
record Resource(
    String file,
    String module,
    String address,
    boolean data,
    String type,
    String name,
    String index,
    JsonNode values,
    JsonNode unknown,
    Expression.Block expressions) {

  String text(String attribute) {
    return Json.text(values, attribute);
  }

  /** Known after apply only. */
  boolean isUnknown(String attribute) {
    return unknown.path(attribute).asBoolean(false);
  }

  Expression expression(String attribute) {
    return expressions.argument(attribute);
  }

  /** The first block named {@code name}, as a resource of its own; missing where there is none. */
  Nested block(String block) {
    return new Nested(
        values.path(block).path(0), unknown.path(block).path(0), expressions.block(block));
  }

  /** A nested block of a resource. */
  record Nested(JsonNode values, JsonNode unknown, Expression.Block expressions) {
    boolean present() {
      return values.isObject();
    }

    String text(String attribute) {
      return Json.text(values, attribute);
    }

    boolean isUnknown(String attribute) {
      return unknown.path(attribute).asBoolean(false);
    }
  }
}
