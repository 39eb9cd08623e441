package dev.meridian.cli;

import dev.meridian.rehearse.PlanText;
import dev.meridian.rehearse.SystemPlan;
import dev.meridian.rehearse.SystemPlan.StackPlan;
import dev.meridian.terraform.JsonText;
import dev.meridian.terraform.PlanSummary.Action;
import dev.meridian.terraform.PlanSummary.AttributeChange;
import dev.meridian.terraform.PlanSummary.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan over all stacks, for people and for programs. */
record DiffText(SystemPlan plan) {
  /** Raised when a reader of the JSON would break. */
  private static final int VERSION = 1;

  /** A heading for each stack, and a line for each resource that changes. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (StackPlan stack : plan.stacks()) {
      lines.add(stack.stack() + ": " + headline(stack));
      stack.summary().changes().stream()
          .filter(change -> change.action() != Action.READ)
          .forEach(change -> lines.add("  " + PlanText.line(change)));
    }
    return lines;
  }

  private static String headline(StackPlan stack) {
    return switch (stack.status()) {
      case PLANNED -> PlanText.counts(stack.summary());
      case NOT_YET -> "cannot be planned yet. " + stack.reason();
      case FAILED -> "failed. " + stack.reason();
    };
  }

  /** As docs/rehearse.md describes it. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", VERSION);
    all.put("changes", !plan.isEmpty());
    all.put("stacks", plan.stacks().stream().map(DiffText::json).toList());
    return JsonText.of(all);
  }

  private static Map<String, Object> json(StackPlan stack) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("stack", stack.stack());
    object.put("status", word(stack.status()));
    if (stack.reason() != null) {
      object.put("reason", stack.reason());
    }
    object.put("resources", stack.summary().changes().stream().map(DiffText::json).toList());
    object.put("outputs", stack.summary().outputs());
    return object;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("address", change.address());
    object.put("type", change.type());
    object.put("action", word(change.action()));
    object.put("attributes", change.attributes().stream().map(DiffText::json).toList());
    return object;
  }

  private static Map<String, Object> json(AttributeChange attribute) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("path", attribute.path());
    object.put("before", attribute.before());
    object.put("after", attribute.after());
    return object;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
