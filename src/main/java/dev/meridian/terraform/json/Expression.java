package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An argument as configured: the names it mentions, such as {@code aws_lb.main.dns_name}, each
 * followed by its prefixes.
 *
 * @param scope the module that contains it
 */
record Expression(List<String> references, ModuleScope scope) {

  /** The arguments of a block; {@code node} is missing where no configuration was read. */
  record Block(JsonNode node, ModuleScope scope) {

    Expression argument(String name) {
      return of(node.path(name), scope);
    }

    Block block(String name) {
      return new Block(node.path(name).path(0), scope);
    }
  }

  static Expression of(JsonNode node, ModuleScope scope) {
    return new Expression(Json.texts(node.path("references")), scope);
  }
}
