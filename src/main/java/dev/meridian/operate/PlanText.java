package dev.meridian.operate;

import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats plans as text. */
public final class PlanText {
  private static final Map<Action, String> SIGNS =
      Map.of(
          Action.CREATE, "+",
          Action.UPDATE, "~",
          Action.REPLACE, "-/+",
          Action.DELETE, "-",
          Action.READ, "<=",
          Action.FORGET, ".",
          Action.IMPORT, "=");

  private PlanText() {}

  /**
   * Such as {@code 2 to import, 1 to update}; {@code no changes} for none. A resource can be
   * counted twice, because Terraform can import and update it.
   */
  public static String counts(PlanSummary plan) {
    List<String> counts = new ArrayList<>();
    if (plan.imports() > 0) {
      counts.add(plan.imports() + " to import");
    }
    plan.counts()
        .forEach(
            (action, count) -> {
              if (action != Action.READ && action != Action.IMPORT) {
                counts.add(count + " to " + action.name().toLowerCase(Locale.ROOT));
              }
            });
    if (!plan.outputs().isEmpty()) {
      counts.add("outputs " + String.join(", ", plan.outputs()));
    }
    return counts.isEmpty() ? "no changes" : String.join(", ", counts);
  }

  /** Formats the change of one resource as a line, with its differences in parentheses. */
  public static String line(Change change) {
    String attributes =
        change.attributes().stream()
            .map(one -> one.path() + ": " + one.before() + " -> " + one.after())
            .collect(Collectors.joining("; "));
    String imported = change.isImported() ? " (imported: " + change.importId() + ")" : "";
    String head = SIGNS.get(change.action()) + " " + change.address() + imported;
    return attributes.isEmpty() ? head : head + " (" + attributes + ")";
  }
}
