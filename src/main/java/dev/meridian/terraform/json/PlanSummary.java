package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes in a plan, sorted by address, without unchanged resources.
 *
 * @param outputs names of the outputs that change
 */
public record PlanSummary(List<Change> changes, List<String> outputs) {
  private static final String UNKNOWN = "(known after apply)";

  /** What happens to one resource. */
  public enum Action {
    CREATE,
    UPDATE,
    REPLACE,
    DELETE,
    READ,
    FORGET,
    /** It exists, and becomes part of the state without a change. */
    IMPORT
  }

  /**
   * One resource that changes.
   *
   * @param type such as {@code aws_route53_record}
   * @param attributes what differs, by path such as {@code weighted_routing_policy[0].weight};
   *     filled for updates and replacements
   * @param importId the ID of a resource that is imported first; null for others
   */
  public record Change(
      String address,
      String type,
      Action action,
      List<AttributeChange> attributes,
      @Nullable String importId) {

    public Change {
      attributes = List.copyOf(attributes);
    }

    /** A change of a resource that is not imported. */
    public Change(String address, String type, Action action, List<AttributeChange> attributes) {
      this(address, type, action, attributes, null);
    }

    public boolean isImported() {
      return importId != null;
    }

    /** The import without the change. */
    public Change onlyImported() {
      return new Change(address, type, Action.IMPORT, List.of(), importId);
    }
  }

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
      String imported = change.path("importing").path("id").asText(null);
      boolean unchanged = actions.equals(List.of("no-op"));
      if (!unchanged || change.has("importing")) {
        changes.add(
            new Change(
                Json.text(node, "address"),
                Json.text(node, "type"),
                unchanged ? Action.IMPORT : action(actions),
                new AttributeChanges(change).all(),
                change.has("importing") && imported == null ? UNKNOWN : imported));
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

  /** The number of resources that are imported, whether they change or not. */
  public int imports() {
    return (int) changes.stream().filter(Change::isImported).count();
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
