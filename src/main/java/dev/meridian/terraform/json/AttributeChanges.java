package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Compares the {@code before} and {@code after} of a planned change, leaf by leaf. */
final class AttributeChanges {
  private static final String SENSITIVE = "(sensitive)";
  private static final String UNKNOWN = "(known after apply)";

  private final JsonNode change;
  private final List<AttributeChange> found = new ArrayList<>();

  AttributeChanges(JsonNode change) {
    this.change = change;
  }

  /** Sorted by path; empty for a resource that is only created or only deleted. */
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

  /** The same position in each of the trees that describe a change. */
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

    Sides element(BlockPairs.Pair pair) {
      return new Sides(
          before.path(pair.before()),
          after.path(pair.after()),
          unknown.path(pair.after()),
          within(beforeSensitive, beforeSensitive.path(pair.before())),
          within(afterSensitive, afterSensitive.path(pair.after())));
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
      int already = found.size();
      List<BlockPairs.Pair> pairs = BlockPairs.of(sides.before(), sides.after());
      for (int i = 0; i < pairs.size(); i++) {
        compare(path + "[" + i + "]", sides.element(pairs.get(i)));
      }
      if (found.size() == already) { // the same blocks in another order
        found.add(difference(path, sides, unknown));
      }
    } else {
      found.add(difference(path, sides, unknown));
    }
  }

  private static AttributeChange difference(String path, Sides sides, boolean unknown) {
    return new AttributeChange(
        path,
        text(sides.before(), sides.beforeSensitive()),
        unknown ? UNKNOWN : text(sides.after(), sides.afterSensitive()));
  }

  /**
   * Compares nested blocks pair by pair, and sets of texts as a whole, because they have no order.
   */
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
    if (holdsSecret(sensitive)) {
      return SENSITIVE;
    }
    return node.isMissingNode() ? "null" : node.toString();
  }

  /** An added block is shown completely, unless it contains a secret. */
  private static boolean holdsSecret(JsonNode sensitive) {
    return sensitive.asBoolean()
        || StreamSupport.stream(sensitive.spliterator(), false)
            .anyMatch(AttributeChanges::holdsSecret);
  }
}
