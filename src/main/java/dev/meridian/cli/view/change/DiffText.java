package dev.meridian.cli.view.change;

import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.JsonText;
import dev.meridian.operate.MultiStackPlan;
import dev.meridian.operate.MultiStackPlan.StackPlan;
import dev.meridian.operate.PlanText;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import dev.meridian.terraform.json.PlanSummary.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan over all stacks, for people and for programs.
 *
 * @param different the stacks on disk that differ from the declaration
 * @param notices what each stack's plan would do to live answers, by stack
 */
public record DiffText(
    MultiStackPlan plan, List<String> different, Map<String, List<Notice>> notices) {
  /** Increased for every incompatible change of the JSON. */
  private static final int VERSION = 1;

  public DiffText {
    different = List.copyOf(different);
    notices = Map.copyOf(notices);
  }

  /** A heading for each stack, and a line for each resource that changes. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (StackPlan stack : plan.stacks()) {
      lines.add(stack.stack() + ": " + headline(stack));
      stack.summary().changes().stream()
          .filter(change -> change.action() != Action.READ)
          .forEach(change -> lines.add("  " + PlanText.line(change)));
      noticed(stack).forEach(notice -> notice.lines().forEach(line -> lines.add("  " + line)));
    }
    return lines;
  }

  private List<Notice> noticed(StackPlan stack) {
    return notices.getOrDefault(stack.stack(), List.of());
  }

  private static String headline(StackPlan stack) {
    return switch (stack.status()) {
      case PLANNED -> PlanText.counts(stack.summary());
      case NOT_YET -> "cannot be planned yet. " + stack.reason();
      case STATE_ELSEWHERE -> "not planned. " + stack.reason();
      case FAILED -> "failed. " + stack.reason();
    };
  }

  /** The JSON that docs/rehearse.md describes. */
  public String json() {
    return JsonText.of(
        new JsonObject()
            .with("version", VERSION)
            .with("changes", !plan.isEmpty())
            .with("stacks", plan.stacks().stream().map(this::json).toList())
            .map());
  }

  private Map<String, @Nullable Object> json(StackPlan stack) {
    JsonObject object =
        new JsonObject()
            .with("stack", stack.stack())
            .with("as-declared", !different.contains(stack.stack()))
            .with("status", word(stack.status()));
    if (stack.reason() != null) {
      object.with("reason", stack.reason());
    }
    return object
        .with("resources", stack.summary().changes().stream().map(DiffText::json).toList())
        .with("outputs", stack.summary().outputs())
        .with("findings", noticed(stack).stream().map(Notice::json).toList())
        .map();
  }

  private static Map<String, @Nullable Object> json(Change change) {
    return new JsonObject()
        .with("address", change.address())
        .with("type", change.type())
        .with("action", word(change.action()))
        .with("imported", change.isImported())
        .with("attributes", change.attributes().stream().map(DiffText::json).toList())
        .map();
  }

  private static Map<String, @Nullable Object> json(AttributeChange attribute) {
    return new JsonObject()
        .with("path", attribute.path())
        .with("before", attribute.before())
        .with("after", attribute.after())
        .map();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
