package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module of a plan's {@code configuration}, in which references are resolved.
 *
 * @param address such as {@code module.site["eu"].module.dns}; empty for the root module
 * @param call the parent's {@code module_calls} entry; missing for the root module
 */
record ModuleScope(String address, JsonNode module, JsonNode call, @Nullable ModuleScope parent) {
  private static final Pattern STEP =
      Pattern.compile("module\\.([^.\\[]+)(\\[(?:\"[^\"]*\"|\\d+)])?");
  static final ModuleScope NONE =
      new ModuleScope("", MissingNode.getInstance(), MissingNode.getInstance(), null);

  static ModuleScope root(JsonNode plan) {
    return new ModuleScope(
        "", plan.path("configuration").path("root_module"), MissingNode.getInstance(), null);
  }

  /** The module at {@code wanted}, an address below this root module. */
  ModuleScope at(String wanted) {
    ModuleScope scope = this;
    Matcher step = STEP.matcher(wanted);
    while (step.find()) {
      scope = scope.child(step.group(1), step.group(2) == null ? "" : step.group(2));
    }
    return scope;
  }

  ModuleScope child(String name, String index) {
    JsonNode childCall = module.path("module_calls").path(name);
    String step = "module." + name + index;
    return new ModuleScope(
        address.isEmpty() ? step : address + "." + step, childCall.path("module"), childCall, this);
  }

  Expression.Block resource(String type, String name) {
    for (JsonNode resource : module.path("resources")) {
      if (Json.text(resource, "type").equals(type) && Json.text(resource, "name").equals(name)) {
        return new Expression.Block(resource.path("expressions"), this);
      }
    }
    return new Expression.Block(MissingNode.getInstance(), this);
  }

  /** The caller's value for this module's variable. */
  Optional<Expression> variable(String name) {
    JsonNode given = call.path("expressions").path(name);
    return parent == null || given.isMissingNode()
        ? Optional.empty()
        : Optional.of(Expression.of(given, parent));
  }

  /** The output of the child module {@code name}. */
  Optional<Expression> output(String name, String index, String output) {
    ModuleScope child = child(name, index);
    JsonNode given = child.module.path("outputs").path(output).path("expression");
    return given.isMissingNode() ? Optional.empty() : Optional.of(Expression.of(given, child));
  }
}
