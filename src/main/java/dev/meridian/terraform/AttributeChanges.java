package dev.meridian.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.terraform.PlanSummary.AttributeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Compares the {@code before} and {@code after} of a planned change, leaf by leaf. */
final class AttributeChanges {
  private static final String SENSITIVE = "(sensitive)";
  private static final String UNKNOWN = "(known after apply)";

  private final JsonNode change;
  private final List<AttributeChange> found = new ArrayList<>();

  AttributeChanges(JsonNode change) {
    this.change = change;
  }

  /** In the order of their paths; none for a resource that is only created or only deleted. */
  List<AttributeChange> all() {
    JsonNode before = change.path("before");
    JsonNode after = change.path("after");
    if (before.isObject() && after.isObject()) {
      compare(
          "",
          new Sides(
              before,
              after,
              change.path("after_unknown"),
              change.path("before_sensitive"),
              change.path("after_sensitive")));
    }
    return found;
  }

  /** The same place in each of the trees that describe a change. */
  private record Sides(
      JsonNode before,
      JsonNode after,
      JsonNode unknown,
      JsonNode beforeSensitive,
      JsonNode afterSensitive) {

    Sides field(String name) {
      return new Sides(
          before.path(name),
          after.path(name),
          unknown.path(name),
          within(beforeSensitive, beforeSensitive.path(name)),
          within(afterSensitive, afterSensitive.path(name)));
    }

    Sides element(int index) {
      return new Sides(
          before.path(index),
          after.path(index),
          unknown.path(index),
          within(beforeSensitive, beforeSensitive.path(index)),
          within(afterSensitive, afterSensitive.path(index)));
    }

    private static JsonNode within(JsonNode parent, JsonNode child) {
      return parent.isBoolean() ? parent : child;
    }
  }

  private void compare(String path, Sides sides) {
    boolean unknown = sides.unknown().isBoolean() && sides.unknown().asBoolean();
    if (!unknown && sides.before().equals(sides.after())) {
      return;
    }
    if (!unknown && sides.before().isObject() && sides.after().isObject()) {
      names(sides).forEach(n -> compare(path.isEmpty() ? n : path + "." + n, sides.field(n)));
    } else if (!unknown && blocks(sides.before()) && blocks(sides.after())) {
      int most = Math.max(sides.before().size(), sides.after().size());
      for (int i = 0; i < most; i++) {
        compare(path + "[" + i + "]", sides.element(i));
      }
    } else {
      found.add(
          new AttributeChange(
              path,
              text(sides.before(), sides.beforeSensitive()),
              unknown ? UNKNOWN : text(sides.after(), sides.afterSensitive())));
    }
  }

  /** Nested blocks are compared one by one; a set of texts as a whole, for it has no order. */
  private static boolean blocks(JsonNode node) {
    return node.isArray() && node.size() > 0 && node.path(0).isObject();
  }

  private static NavigableSet<String> names(Sides sides) {
    NavigableSet<String> names = new TreeSet<>();
    sides.before().fieldNames().forEachRemaining(names::add);
    sides.after().fieldNames().forEachRemaining(names::add);
    sides.unknown().fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(JsonNode node, JsonNode sensitive) {
    if (sensitive.isBoolean() && sensitive.asBoolean()) {
      return SENSITIVE;
    }
    return node.isMissingNode() ? "null" : node.toString();
  }
}
