package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * An argument as configured: the names it mentions, such as {@code aws_lb.main.dns_name}, each
 * followed by its prefixes. A plan says neither which functions and operators are around the names
 * nor which index is computed: {@code aws_lb.main[each.key].dns_name} is {@code aws_lb.main} and
 * {@code each.key}.
 *
 * @param block the resource or module call that contains it
 */
record Expression(List<String> references, Block block) {

  /**
   * The arguments of a resource, a nested block, or a module call.
   *
   * @param node missing where no configuration was read
   * @param forEach the expression for {@code for_each}; missing if there is none
   * @param key the {@code count} number or {@code for_each} key of this instance; empty for none
   * @param valueIsKey whether {@code each.value} is known to be the key, as in a set
   */
  record Block(JsonNode node, JsonNode forEach, String key, boolean valueIsKey, ModuleScope scope) {
    static final Block NONE = none(ModuleScope.NONE);

    static Block none(ModuleScope scope) {
      return new Block(MissingNode.getInstance(), MissingNode.getInstance(), "", false, scope);
    }

    Expression argument(String name) {
      return of(node.path(name));
    }

    Expression of(JsonNode expression) {
      return new Expression(Json.texts(expression.path("references")), this);
    }

    Block block(String name) {
      return new Block(node.path(name).path(0), forEach, key, valueIsKey, scope);
    }
  }

  ModuleScope scope() {
    return block.scope();
  }
}
