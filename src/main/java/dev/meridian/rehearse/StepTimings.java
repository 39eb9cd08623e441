package dev.meridian.rehearse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps with their times and results, for the table at the end. */
final class StepTimings {
  private final List<Step> steps = new ArrayList<>();

  /** One row. */
  record Step(String name, String subject, Duration time, String result) {}

  synchronized void add(String name, String subject, Duration time, String result) {
    steps.add(new Step(name, subject, time, result));
  }

  /** The table, one line per row. */
  synchronized List<String> table() {
    List<String> lines = new ArrayList<>();
    int name = width(steps.stream().map(Step::name).toList());
    int subject = width(steps.stream().map(Step::subject).toList());
    String form = "%-" + name + "s  %-" + subject + "s  %7s  %s";
    for (Step step : steps) {
      lines.add(
          String.format(
                  Locale.ROOT, form, step.name(), step.subject(), time(step.time()), step.result())
              .stripTrailing());
    }
    return lines;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  private static String time(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
