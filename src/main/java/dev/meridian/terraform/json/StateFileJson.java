package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A state as backends store it, in format version 4: {@code terraform.tfstate}. */
final class StateFileJson {
  static final int VERSION = 4;

  private StateFileJson() {}

  /** The current resources. A deposed object was replaced, but is not deleted yet. */
  static List<Resource> resources(String file, JsonNode state) {
    return resources(file, state, instance -> !instance.has("deposed"));
  }

  /** The resources with deposed objects, which exist until they are deleted. */
  static List<Resource> existing(String file, JsonNode state) {
    return resources(file, state, instance -> true);
  }

  private static List<Resource> resources(
      String file, JsonNode state, Predicate<JsonNode> selection) {
    List<Resource> found = new ArrayList<>();
    for (JsonNode resource : state.path("resources")) {
      for (JsonNode instance : resource.path("instances")) {
        if (selection.test(instance)) {
          found.add(instance(file, resource, instance));
        }
      }
    }
    return found;
  }

  private static Resource instance(String file, JsonNode resource, JsonNode instance) {
    boolean data = Json.text(resource, "mode").equals("data");
    String module = Json.text(resource, "module");
    String type = Json.text(resource, "type");
    String name = Json.text(resource, "name");
    JsonNode index = instance.path("index_key");
    return new Resource(
        file,
        module,
        (module.isEmpty() ? "" : module + ".")
            + (data ? "data." : "")
            + type
            + "."
            + name
            + brackets(index),
        data,
        type,
        name,
        index.asText(""),
        instance.path("attributes"),
        MissingNode.getInstance(),
        Expression.Block.NONE);
  }

  private static String brackets(JsonNode index) {
    return index.isMissingNode() || index.isNull() ? "" : "[" + index + "]";
  }
}
