package dev.meridian.cli.view;

import dev.meridian.cli.option.Count;
import dev.meridian.operate.DeploymentStatus;
import dev.meridian.operate.DeploymentStatus.HealthStatus;
import dev.meridian.operate.DeploymentStatus.WeightStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is deployed now, as text and as JSON. */
public final class StatusText {
  private static final int VERSION = 1;
  private static final String STATE = "state";
  private static final String SINCE = "since";
  private static final String RECORD = "record";

  private final DeploymentStatus status;

  public StatusText(DeploymentStatus status) {
    this.status = status;
  }

  /** Tables for people, the findings, and how many there are. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Status at " + time(status.at()));
    add(records(), lines);
    add(healthChecks(), lines);
    add(alarms(), lines);
    add(weights(), lines);
    add(switches(), lines);
    if (!status.pinned().isEmpty()) {
      lines.add("");
      lines.add("Pinned regions: " + String.join(", ", status.pinned()));
    }
    List<String> findings = status.findings();
    if (!findings.isEmpty()) {
      lines.add("");
      findings.forEach(one -> lines.add("FINDING: " + one));
    }
    if (!status.notRead().isEmpty()) {
      lines.add("");
      status.notRead().forEach(one -> lines.add("NOT READ: " + one));
    }
    lines.add("");
    lines.add(Count.of(findings.size(), "finding") + ", " + status.notRead().size() + " not read.");
    return lines;
  }

  private static void add(List<String> table, List<String> lines) {
    if (table.size() > 1) {
      lines.add("");
      lines.addAll(table);
    }
  }

  private List<String> records() {
    TextTable table = new TextTable("RECORD", "STATE", "DETAILS");
    status
        .records()
        .forEach(
            one -> table.row(one.record(), one.state().words(), String.join("; ", one.details())));
    return table.lines();
  }

  private List<String> healthChecks() {
    TextTable table = new TextTable("HEALTH CHECK", "STATE", "HEALTHY", "SINCE", "REASON");
    status
        .healthChecks()
        .forEach(
            one ->
                table.row(
                    one.id(),
                    one.state().words(),
                    share(one),
                    since(one.sinceWhen()),
                    one.reason()));
    return table.lines();
  }

  private static String share(HealthStatus check) {
    if (check.counted() == 0) {
      return "-";
    }
    return check.healthy()
        + " of "
        + Count.of(check.counted(), check.calculated() ? "health check" : "checker");
  }

  private List<String> alarms() {
    TextTable table = new TextTable("ALARM", "STATE", "SINCE");
    status
        .alarms()
        .forEach(one -> table.row(one.name(), one.state().words(), since(one.sinceWhen())));
    return table.lines();
  }

  private List<String> weights() {
    TextTable table = new TextTable("WEIGHT OF", "NOW", "DECLARED", "ALLOWED", "STAGE");
    for (WeightStatus one : status.weights()) {
      table.row(
          one.record(),
          one.current().map(String::valueOf).orElse("not known"),
          String.valueOf(one.declared()),
          one.allowed(),
          one.stage());
    }
    return table.lines();
  }

  private List<String> switches() {
    TextTable table = new TextTable("SWITCH", "STATE");
    status.switches().forEach(one -> table.row(one.region(), one.state().words()));
    return table.lines();
  }

  private static String since(Optional<Instant> time) {
    return time.map(StatusText::time).orElse("not known");
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static @Nullable String orNull(Optional<Instant> time) {
    return time.map(StatusText::time).orElse(null);
  }

  /** As docs/commands.md describes it. */
  public Map<String, @Nullable Object> json() {
    List<Object> records = new ArrayList<>();
    status
        .records()
        .forEach(
            one ->
                records.add(
                    named(RECORD, one.record(), one.state()).with("details", one.details()).map()));
    List<Object> checks = new ArrayList<>();
    for (HealthStatus one : status.healthChecks()) {
      checks.add(
          named("id", one.id(), one.state())
              .with("healthy", one.counted() == 0 ? null : one.healthy())
              .with(one.calculated() ? "children" : "checkers", one.counted())
              .with("reason", one.reason())
              .with(SINCE, orNull(one.sinceWhen()))
              .map());
    }
    List<Object> alarms = new ArrayList<>();
    status
        .alarms()
        .forEach(
            one ->
                alarms.add(
                    named("name", one.name(), one.state())
                        .with(SINCE, orNull(one.sinceWhen()))
                        .map()));
    List<Object> weights = new ArrayList<>();
    for (WeightStatus one : status.weights()) {
      weights.add(
          new JsonObject()
              .with(RECORD, one.record())
              .with("now", one.current().orElse(null))
              .with("declared", one.declared())
              .with("allowed", one.allowed())
              .with("stage", one.stage().isEmpty() ? null : one.stage())
              .map());
    }
    Map<String, Object> switches = new LinkedHashMap<>();
    status.switches().forEach(one -> switches.put(one.region(), one.state().words()));
    return new JsonObject()
        .with("version", VERSION)
        .with("at", time(status.at()))
        .with("records", records)
        .with("health-checks", checks)
        .with("alarms", alarms)
        .with("weights", weights)
        .with("switches", switches)
        .with("pinned", status.pinned())
        .with("findings", status.findings())
        .with("not-read", status.notRead())
        .map();
  }

  private static JsonObject named(String key, String name, DeploymentStatus.State state) {
    return new JsonObject().with(key, name).with(STATE, state.words());
  }
}
