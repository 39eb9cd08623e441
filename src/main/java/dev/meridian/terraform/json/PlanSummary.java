package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes in a plan, sorted by address, without unchanged resources.
 *
 * @param outputs names of the outputs that change
 */
public record PlanSummary(List<Change> changes, List<String> outputs) {

  /** What happens to one resource. */
  public enum Action {
    CREATE,
    UPDATE,
    REPLACE,
    DELETE,
    READ,
    FORGET
  }

  /**
   * One resource that changes.
   *
   * @param type such as {@code aws_route53_record}
   * @param attributes what differs, by path such as {@code weighted_routing_policy[0].weight};
   *     filled for updates and replacements
   */
  public record Change(
      String address, String type, Action action, List<AttributeChange> attributes) {}

  /**
   * One attribute that differs.
   *
   * @param before as JSON, or {@code (sensitive)}
   * @param after as JSON, or {@code (sensitive)}, or {@code (known after apply)}
   */
  public record AttributeChange(String path, String before, String after) {}

  public PlanSummary {
    changes = List.copyOf(changes);
    outputs = List.copyOf(outputs);
  }

  static PlanSummary of(JsonNode plan) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode node : plan.path("resource_changes")) {
      JsonNode change = node.path("change");
      List<String> actions = Json.texts(change.path("actions"));
      if (!actions.equals(List.of("no-op"))) {
        changes.add(
            new Change(
                Json.text(node, "address"),
                Json.text(node, "type"),
                action(actions),
                new AttributeChanges(change).all()));
      }
    }
    changes.sort(Comparator.comparing(Change::address));
    List<String> outputs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> output : plan.path("output_changes").properties()) {
      if (!Json.texts(output.getValue().path("actions")).equals(List.of("no-op"))) {
        outputs.add(output.getKey());
      }
    }
    return new PlanSummary(changes, outputs.stream().sorted().toList());
  }

  private static Action action(List<String> actions) {
    if (actions.contains("create") && actions.size() > 1) {
      return Action.REPLACE;
    }
    return switch (actions.get(0)) {
      case "create" -> Action.CREATE;
      case "update" -> Action.UPDATE;
      case "delete" -> Action.DELETE;
      case "read" -> Action.READ;
      default -> Action.FORGET;
    };
  }

  /** The changes of one kind. */
  public List<Change> of(Action action) {
    return changes.stream().filter(change -> change.action() == action).toList();
  }

  /** The number of changes per action, without actions that do not occur. */
  public Map<Action, Integer> counts() {
    Map<Action, Integer> counts = new TreeMap<>();
    changes.forEach(change -> counts.merge(change.action(), 1, Integer::sum));
    return counts;
  }

  /** Whether it has no changes other than reads, and changes no output. */
  public boolean isEmpty() {
    return changes.stream().allMatch(change -> change.action() == Action.READ) && outputs.isEmpty();
  }
}
