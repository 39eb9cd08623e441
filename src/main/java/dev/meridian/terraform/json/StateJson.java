package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The {@code values} of {@code terraform show -json} of a state, module by module. */
final class StateJson {
  private StateJson() {}

  static List<Resource> resources(String file, JsonNode values) {
    List<Resource> found = new ArrayList<>();
    collect(file, values.path("root_module"), found);
    return found;
  }

  private static void collect(String file, JsonNode module, List<Resource> found) {
    String address = Json.text(module, "address");
    module.path("resources").forEach(node -> found.add(resource(file, address, node)));
    module.path("child_modules").forEach(child -> collect(file, child, found));
  }

  private static Resource resource(String file, String module, JsonNode node) {
    return new Resource(
        file,
        module,
        Json.text(node, "address"),
        Json.text(node, "mode").equals("data"),
        Json.text(node, "type"),
        Json.text(node, "name"),
        Json.text(node, "index"),
        node.path("values"),
        MissingNode.getInstance(),
        Expression.Block.NONE);
  }
}
