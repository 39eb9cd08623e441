package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A module of a plan's {@code configuration}, in which references are resolved. */
final class ModuleScope {
  private static final Pattern STEP =
      Pattern.compile("module\\.([^.\\[]+)(\\[(?:\"[^\"]*\"|\\d+)])?");
  private static final Pattern LAST_KEY = Pattern.compile("\\[(\"[^\"]*\"|\\d+)]$");
  static final ModuleScope NONE =
      new ModuleScope("", MissingNode.getInstance(), MissingNode.getInstance(), null);

  private final String address;
  private final JsonNode module;
  private final JsonNode call;
  private final @Nullable ModuleScope parent;
  private final Map<String, ModuleScope> children = new HashMap<>();
  private @Nullable ReferenceSearch inputs;
  private @Nullable Map<String, JsonNode> resources;

  /**
   * @param address such as {@code module.site["eu"].module.dns}; empty for the root module
   * @param call the parent's {@code module_calls} entry; missing for the root module
   */
  private ModuleScope(
      String address, JsonNode module, JsonNode call, @Nullable ModuleScope parent) {
    this.address = address;
    this.module = module;
    this.call = call;
    this.parent = parent;
  }

  String address() {
    return address;
  }

  boolean isRoot() {
    return parent == null;
  }

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
    return children.computeIfAbsent("module." + name + index, step -> child(name, step, this));
  }

  private static ModuleScope child(String name, String step, ModuleScope parent) {
    JsonNode call = parent.module.path("module_calls").path(name);
    String address = parent.isRoot() ? step : parent.address + "." + step;
    return new ModuleScope(address, call.path("module"), call, parent);
  }

  /**
   * The arguments of a resource or data source.
   *
   * @param address without the module and the key, such as {@code data.aws_lb.main}
   * @param key of the instance
   * @param values of the instance that are known
   */
  Expression.Block resource(String address, String key, JsonNode values) {
    JsonNode resource = resources().get(address);
    if (resource == null) {
      return Expression.Block.none(this);
    }
    JsonNode arguments = resource.path("expressions");
    return new Expression.Block(
        arguments, resource.path("for_each_expression"), key, isSet(arguments, key, values), this);
  }

  /** The module's resources by address. */
  private Map<String, JsonNode> resources() {
    if (resources == null) {
      resources = new HashMap<>();
      for (JsonNode resource : module.path("resources")) {
        resources.putIfAbsent(Json.text(resource, "address"), resource);
      }
    }
    return resources;
  }

  /**
   * Whether {@code each.value} is the key: an argument that only mentions {@code each.value} has
   * the text of the key.
   */
  private static boolean isSet(JsonNode arguments, String key, JsonNode values) {
    return arguments.properties().stream()
        .anyMatch(
            argument ->
                Json.texts(argument.getValue().path("references")).equals(List.of("each.value"))
                    && Json.text(values, argument.getKey()).equals(key));
  }

  /** The caller's value for this module's variable. */
  Optional<Expression> variable(String name) {
    JsonNode given = call.path("expressions").path(name);
    return parent == null || given.isMissingNode()
        ? Optional.empty()
        : Optional.of(callOf(parent).of(given));
  }

  /** Everything that the variables of this module come from. */
  ReferenceSearch inputs() {
    if (inputs == null) {
      List<Expression> arguments = new ArrayList<>();
      if (parent != null) {
        Expression.Block block = callOf(parent);
        call.path("expressions").forEach(argument -> arguments.add(block.of(argument)));
      }
      inputs = ReferenceSearch.in(List.of()); // so that a loop ends
      inputs = ReferenceSearch.in(arguments);
    }
    return inputs;
  }

  private Expression.Block callOf(ModuleScope caller) {
    return new Expression.Block(
        call.path("expressions"), call.path("for_each_expression"), key(), false, caller);
  }

  /** The key or number of this instance of the module; empty for none. */
  private String key() {
    Matcher last = LAST_KEY.matcher(address);
    return last.find() ? last.group(1).replace("\"", "") : "";
  }

  /** The output of the child module {@code name}. */
  Optional<Expression> output(String name, String index, String output) {
    ModuleScope child = child(name, index);
    JsonNode outputs = child.module.path("outputs");
    JsonNode given = outputs.path(output).path("expression");
    Expression.Block block =
        new Expression.Block(outputs, MissingNode.getInstance(), "", false, child);
    return given.isMissingNode() ? Optional.empty() : Optional.of(block.of(given));
  }
}
