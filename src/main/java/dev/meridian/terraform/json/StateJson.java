package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The {@code values} of {@code terraform show -json} of a state, module by module. */
final class StateJson {
  private StateJson() {}

  static List<Resource> resources(String file, JsonNode values) {
    List<Resource> found = new ArrayList<>();
    collect(file, values.path("root_module"), found);
    return found;
  }

  /** By address without keys, the resources that each resource depends on, likewise. */
  static Map<String, Set<String>> dependencies(JsonNode values) {
    Map<String, Set<String>> found = new HashMap<>();
    addDependencies(values.path("root_module"), found);
    return found;
  }

  private static void addDependencies(JsonNode module, Map<String, Set<String>> found) {
    for (JsonNode node : module.path("resources")) {
      List<String> targets = Json.texts(node.path("depends_on"));
      if (!targets.isEmpty()) {
        found
            .computeIfAbsent(
                DnsResource.withoutKeys(Json.text(node, "address")), key -> new TreeSet<>())
            .addAll(targets);
      }
    }
    module.path("child_modules").forEach(child -> addDependencies(child, found));
  }

  private static void collect(String file, JsonNode module, List<Resource> found) {
    String address = Json.text(module, "address");
    module.path("resources").forEach(node -> found.add(resource(file, address, node)));
    module.path("child_modules").forEach(child -> collect(file, child, found));
  }

  private static Resource resource(String file, String module, JsonNode node) {
    return resource(file, module, node, node.path("values"));
  }

  /** A resource with values that are stored elsewhere than its other fields. */
  static Resource resource(String file, String module, JsonNode node, JsonNode values) {
    return new Resource(
        file,
        module,
        Json.text(node, "address"),
        Json.text(node, "mode").equals("data"),
        Json.text(node, "type"),
        Json.text(node, "name"),
        Json.text(node, "index"),
        values,
        MissingNode.getInstance(),
        Expression.Block.NONE);
  }
}
