package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.change.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan does with one resource.
 *
 * @param overwrites whether it will have {@code allow_overwrite}
 */
record PlannedAction(Action action, boolean overwrites) {
  static final PlannedAction NONE = new PlannedAction(Action.NO_CHANGE, false);

  /** By address, without deposed objects. */
  static Map<String, PlannedAction> byAddress(JsonNode plan) {
    Map<String, PlannedAction> actions = new HashMap<>();
    for (JsonNode node : plan.path("resource_changes")) {
      if (!node.has("deposed") && Json.text(node, "mode").equals("managed")) {
        actions.put(Json.text(node, "address"), of(node.path("change")));
      }
    }
    return actions;
  }

  static PlannedAction of(JsonNode change) {
    boolean overwrites = change.path("after").path("allow_overwrite").asBoolean(false);
    return new PlannedAction(
        action(Json.texts(change.path("actions")), change.has("importing")), overwrites);
  }

  private static Action action(List<String> actions, boolean imports) {
    if (actions.contains("create") && actions.size() > 1) {
      return actions.get(0).equals("delete")
          ? Action.DELETE_THEN_CREATE
          : actions.contains("forget") ? Action.CREATE : Action.CREATE_THEN_DELETE;
    }
    return switch (actions.isEmpty() ? "no-op" : actions.get(0)) {
      case "create" -> Action.CREATE;
      case "update" -> Action.UPDATE;
      case "delete" -> Action.DELETE;
      case "forget" -> Action.FORGET;
      default -> imports ? Action.IMPORT : Action.NO_CHANGE;
    };
  }
}
