package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code terraform show -json} of a plan: the resources after it is applied. */
final class PlanJson {
  private PlanJson() {}

  static List<Resource> resources(String file, JsonNode plan) {
    ModuleScope root = ModuleScope.root(plan);
    List<Resource> found = new ArrayList<>();
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("change").path("after").isObject() && !change.has("deposed")) {
        found.add(planned(file, change, root));
      }
    }
    // Data sources that were read during planning are only in the prior state.
    Set<String> addresses = found.stream().map(Resource::address).collect(Collectors.toSet());
    StateJson.resources(file, plan.path("prior_state").path("values")).stream()
        .filter(resource -> resource.data() && addresses.add(resource.address()))
        .forEach(found::add);
    return found;
  }

  /** The resources before the plan is applied. */
  static List<Resource> before(String file, JsonNode plan) {
    List<Resource> found =
        new ArrayList<>(StateJson.resources(file, plan.path("prior_state").path("values")));
    // A resource that is imported is not always in the prior state.
    Set<String> addresses = found.stream().map(Resource::address).collect(Collectors.toSet());
    for (JsonNode node : plan.path("resource_changes")) {
      JsonNode before = node.path("change").path("before");
      if (before.isObject() && !node.has("deposed") && addresses.add(Json.text(node, "address"))) {
        found.add(StateJson.resource(file, Json.text(node, "module_address"), node, before));
      }
    }
    return found;
  }

  /** Everything that exists after the plan is applied, whether the plan manages it or not. */
  static List<Resource> after(String file, JsonNode plan) {
    List<Resource> found = resources(file, plan);
    Set<String> changed = new HashSet<>();
    for (JsonNode node : plan.path("resource_changes")) {
      List<String> actions = Json.texts(node.path("change").path("actions"));
      if (!node.has("deposed") && !actions.equals(List.of("forget"))) {
        changed.add(Json.text(node, "address"));
      }
    }
    before(file, plan).stream()
        .filter(resource -> !resource.data() && !changed.contains(resource.address()))
        .forEach(found::add);
    return found;
  }

  private static Resource planned(String file, JsonNode node, ModuleScope root) {
    String module = Json.text(node, "module_address");
    String type = Json.text(node, "type");
    String name = Json.text(node, "name");
    String index = Json.text(node, "index");
    boolean data = Json.text(node, "mode").equals("data");
    JsonNode after = node.path("change").path("after");
    return new Resource(
        file,
        module,
        Json.text(node, "address"),
        data,
        type,
        name,
        index,
        after,
        node.path("change").path("after_unknown"),
        root.at(module).resource((data ? "data." : "") + type + "." + name, index, after));
  }
}
