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
          Action.FORGET, ".");

  private PlanText() {}

  /** Such as {@code 2 create, 1 update}; {@code no changes} for none. */
  public static String counts(PlanSummary plan) {
    List<String> counts = new ArrayList<>();
    plan.counts()
        .forEach(
            (action, count) -> {
              if (action != Action.READ) {
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
    String head = SIGNS.get(change.action()) + " " + change.address();
    return attributes.isEmpty() ? head : head + " (" + attributes + ")";
  }
}
