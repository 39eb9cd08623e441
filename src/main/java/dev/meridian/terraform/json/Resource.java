package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One instance of a resource or data source.
 *
 * @param file the file it was read from
 * @param module the address of its module, empty for the root module
 * @param index its {@code count} number or {@code for_each} key; empty for neither
 * @param values the known attributes
 * @param unknown the shape of {@code values}, with {@code true} for values that are known only
 *     after apply
 * @param expressions its arguments as configured; missing if only a state was read
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

  /** Whether the value is known only after apply. */
  boolean isUnknown(String attribute) {
    return unknown.path(attribute).asBoolean(false);
  }

  /** Whether it was read from a state, and so contains what Route 53 returned. */
  boolean isStored() {
    return expressions.node().isMissingNode() && unknown.isMissingNode();
  }

  Expression expression(String attribute) {
    return expressions.argument(attribute);
  }

  /** The first block named {@code name}; missing if there is none. */
  Attributes block(String name) {
    return attributes().block(name);
  }

  Attributes attributes() {
    return new Attributes(values, unknown, expressions);
  }
}
