package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which resources a plan's configuration refers to in which others. Terraform orders whole
 * resources, not single instances, so the addresses have no keys.
 */
final class ConfiguredDependencies {
  private final Map<String, Set<String>> known = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();

  private ConfiguredDependencies() {}

  static ConfiguredDependencies of(JsonNode plan) {
    ConfiguredDependencies found = new ConfiguredDependencies();
    found.addModule(
        ModuleScope.root(plan), plan.path("configuration").path("root_module"), Set.of());
    return found;
  }

  /** By address, the resources that it refers to, directly or through variables and outputs. */
  Map<String, Set<String>> known() {
    return known;
  }

  /** The resources that may refer to more, because a plan does not contain local values. */
  Set<String> unknown() {
    return unknown;
  }

  /**
   * @param inherited what the whole module depends on
   */
  private void addModule(ModuleScope scope, JsonNode module, Set<String> inherited) {
    for (JsonNode resource : module.path("resources")) {
      addResource(scope, resource, inherited);
    }
    for (Map.Entry<String, JsonNode> call : module.path("module_calls").properties()) {
      Set<String> all = new TreeSet<>(inherited);
      explicit(scope, call.getValue(), all);
      addModule(scope.child(call.getKey(), ""), call.getValue().path("module"), all);
    }
  }

  private void addResource(ModuleScope scope, JsonNode resource, Set<String> inherited) {
    String own = Json.text(resource, "address");
    Set<String> targets = new TreeSet<>(inherited);
    explicit(scope, resource, targets);
    List<String> texts = new ArrayList<>();
    collect(resource.path("expressions"), texts);
    collect(resource.path("for_each_expression"), texts);
    collect(resource.path("count_expression"), texts);
    String address = absolute(scope, own);
    if (!texts.isEmpty()) {
      Expression.Block block = scope.resource(own, "", resource.path("values"));
      ReferenceSearch search = ReferenceSearch.in(new Expression(texts, block));
      search.found().forEach(one -> targets.add(address(one)));
      if (!search.isCertain()) {
        unknown.add(address);
      }
    }
    known.put(address, targets);
  }

  /** Adds what {@code depends_on} lists. It can name a whole module. */
  private static void explicit(ModuleScope scope, JsonNode block, Set<String> targets) {
    for (String text : Json.texts(block.path("depends_on"))) {
      targets.add(absolute(scope, DnsResource.withoutKeys(text)));
    }
  }

  private static String absolute(ModuleScope scope, String own) {
    return scope.isRoot() ? own : scope.address() + "." + own;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isObject() && node.has("references")) {
      texts.addAll(Json.texts(node.path("references")));
    } else if (node.isContainerNode()) {
      node.forEach(child -> collect(child, texts));
    }
  }

  private static String address(Reference reference) {
    String resource = (reference.data() ? "data." : "") + reference.type() + "." + reference.name();
    String module = DnsResource.withoutKeys(reference.module());
    return module.isEmpty() ? resource : module + "." + resource;
  }
}
