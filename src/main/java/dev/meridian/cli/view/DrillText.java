package dev.meridian.cli.view;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.diagnostic.Origin;
import dev.meridian.drill.DrillEvent;
import dev.meridian.drill.DrillFinding;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrillResult.Failover;
import dev.meridian.drill.DrillResult.Loss;
import dev.meridian.drill.Place;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.resolve.NotKnown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A drill as text for people.
 *
 * @param speed how many times faster than in reality time passes
 */
public record DrillText(QueryContext context, Scenario scenario, List<Place> places, double speed) {
  private static final int MINUTE = 60;

  /** What will be played. */
  public List<String> heading() {
    List<String> lines = new ArrayList<>();
    for (ScheduledOutage outage : scenario.outages()) {
      lines.add(
          "From "
              + time(outage.at())
              + (outage.end().isPresent() ? " to " + time(outage.end().getAsInt()) : " to the end")
              + ": "
              + context.text(outage.outage()));
    }
    lines.add(
        Count.of(scenario.questions().size(), "name")
            + "; clients in "
            + places.stream().map(Place::label).collect(Collectors.joining(", ")));
    lines.add(
        "Takes "
            + Math.round(scenario.duration() / speed)
            + " s, "
            + (speed == 1
                ? "as fast as in reality"
                : String.format(Locale.ROOT, "%.0f", speed)
                    + " times faster than in reality: all intervals, time limits, and TTLs are"
                    + " divided"));
    lines.add("");
    return lines;
  }

  /** An event when it happens. */
  public String progress(DrillEvent event) {
    return time(event.at()) + "  " + words(event);
  }

  /** The time line, what follows from it, and the findings. */
  public List<String> lines(DrillResult result, NotKnown notKnown) {
    List<String> lines = new ArrayList<>(played(result));
    lines.addAll(NotKnownText.lines(notKnown));
    findings(result).forEach(finding -> lines.add("FINDING " + finding));
    lines.add(verdict(result));
    return lines;
  }

  /** The result in one sentence. */
  public String verdict(DrillResult result) {
    return result.findings().isEmpty()
        ? "Everybody left and came back as predicted."
        : Count.of(result.findings().size(), "finding") + ".";
  }

  /** The findings, each in one line. */
  public List<String> findings(DrillResult result) {
    return result.findings().stream().map(this::words).toList();
  }

  /** The time line, and what follows from it. */
  public List<String> played(DrillResult result) {
    List<String> lines = new ArrayList<>();
    TextTable events = new TextTable("TIME", "WHAT HAPPENED");
    result.events().forEach(event -> events.row(time(event.at()), words(event)));
    lines.addAll(events.lines());
    lines.add("");
    lines.addAll(failovers(result));
    lines.addAll(losses(result));
    late(result).ifPresent(lines::add);
    return lines;
  }

  /** What to do about a machine that was too busy; empty if it was not. */
  public Optional<String> late(DrillResult result) {
    return result.late() > result.between()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "This machine was busy: requests or probes were %.1f s late. Use a lower --speed.",
                result.late()))
        : Optional.empty();
  }

  private List<String> failovers(DrillResult result) {
    if (result.failovers().isEmpty()) {
      return List.of("No client was sent to what failed.", "");
    }
    TextTable table =
        new TextTable("NAME", "PLACES", "LEFT", "FIRST", "LAST", "PREDICTED", "BACK", "LAST BACK");
    for (Failover failover : result.failovers()) {
      table.row(
          context.label(failover.question().name()),
          Integer.toString(failover.sent()),
          Integer.toString(failover.moved()),
          seconds(failover.first()),
          seconds(failover.last()),
          failover.predicted() == null ? "never" : seconds(failover.predicted()),
          Integer.toString(failover.back()),
          seconds(failover.lastBack()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(
        "Seconds after something failed (FIRST, LAST, and PREDICTED, at most) or recovered. Each"
            + " client asks every "
            + String.format(Locale.ROOT, "%.1f s.", result.between()));
    lines.add("");
    return lines;
  }

  private List<String> losses(DrillResult result) {
    if (result.losses().isEmpty()) {
      return List.of("No request was lost, of " + result.requests() + ".", "");
    }
    TextTable table = new TextTable("PLACE", "SENT TO", "LOST");
    Map<List<String>, Integer> sums = new LinkedHashMap<>();
    for (Loss loss : result.losses()) {
      String to = loss.endpoint().isEmpty() ? "no answer" : context.names().shown(loss.endpoint());
      sums.merge(List.of(loss.place(), to), loss.lost(), Integer::sum);
    }
    sums.forEach((key, sum) -> table.row(key.get(0), key.get(1), Integer.toString(sum)));
    int lost = result.losses().stream().mapToInt(Loss::lost).sum();
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(Count.of(lost, "request") + " of " + result.requests() + " lost.");
    lines.add("");
    return lines;
  }

  /** What people call the subjects of an event. */
  public String subject(DrillEvent event) {
    return event.subjects().stream()
        .map(context.names()::shown)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What happened, as a sentence without a full stop. */
  public String words(DrillEvent event) {
    String subject = subject(event);
    String detail = event.detail().isEmpty() ? "" : " (" + event.detail() + ")";
    return switch (event.kind()) {
      case FAILS -> subject + " fails";
      case RECOVERS -> subject + " recovers";
      case PROBE_FAILS -> "the first probe of " + subject + " fails" + detail;
      case CHECK_UNHEALTHY -> "health check " + subject + " is unhealthy" + detail;
      case CHECK_HEALTHY -> "health check " + subject + " is healthy" + detail;
      case TARGET_UNHEALTHY -> "the load balancer of " + subject + " has no healthy target";
      case TARGET_HEALTHY -> "the load balancer of " + subject + " has healthy targets";
      case FIRST_MOVED -> subject + ": the first client has left";
      case LAST_MOVED -> subject + ": the last client has left";
      case FIRST_BACK -> subject + ": the first client is back";
      case LAST_BACK -> subject + ": the last client is back";
    };
  }

  /** A finding in one line. */
  String words(DrillFinding finding) {
    String name = finding.question() == null ? "" : context.label(finding.question().name()) + ": ";
    String observed = seconds(finding.observed());
    return finding.kind().id()
        + " "
        + name
        + switch (finding.kind()) {
          case SLOWER_THAN_PREDICTED ->
              "the last client left after "
                  + observed
                  + ", predicted are at most "
                  + seconds(finding.limit());
          case SLOWER_THAN_OBJECTIVE ->
              "the last client left after "
                  + observed
                  + ", but objectives.failover-time is "
                  + seconds(finding.limit());
          case NO_ALTERNATIVE ->
              "clients in "
                  + Count.of((int) finding.observed(), "place")
                  + " have no other healthy record set, so they were sent to what failed";
          case NEVER_LEFT ->
              "clients in "
                  + Count.of((int) finding.observed(), "place")
                  + " were sent to what failed until the end, and no health check noticed it in time";
          case NO_ANSWER ->
              "no answer to "
                  + Count.of((int) finding.observed(), "request")
                  + " from "
                  + finding.subject();
          case OVER_CAPACITY ->
              String.format(
                  Locale.ROOT,
                  "%s has %.0f requests/s, more than its capacity",
                  context.names().shown(finding.subject()),
                  finding.observed());
        };
  }

  /** A test case for each name and outage, and one for each other finding. */
  public List<JunitReport.Case> cases(DrillResult result) {
    List<JunitReport.Case> cases = new ArrayList<>();
    for (Failover failover : result.failovers()) {
      cases.add(
          new JunitReport.Case(
              failover.question().toString(),
              context.text(failover.outage().outage()),
              context.origin(failover.question()).map(Origin::at).orElse(null),
              result.findings().stream()
                  .filter(finding -> failover.question().equals(finding.question()))
                  .map(this::words)
                  .toList()));
    }
    for (DrillFinding finding : result.findings()) {
      if (result.failovers().stream()
          .noneMatch(failover -> failover.question().equals(finding.question()))) {
        cases.add(
            new JunitReport.Case(
                finding.question() == null ? finding.subject() : finding.question().toString(),
                finding.kind().id(),
                null,
                List.of(words(finding))));
      }
    }
    return cases;
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null ? "-" : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** Such as {@code 1:05} for 65 seconds. */
  private static String time(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE);
  }
}
