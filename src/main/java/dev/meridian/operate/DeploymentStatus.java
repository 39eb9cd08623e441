package dev.meridian.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed now. {@link StatusReader} reads it.
 *
 * @param at when the reading began
 * @param records the declared record sets, in the order of the plan
 * @param others differences in the hosted zone that are not about declared record sets, sorted
 * @param healthChecks the declared health checks, in the order of the plan
 * @param alarms the alarms of the health checks; empty without {@code alerts}
 * @param weights the record sets whose weights a function changes
 * @param switches the regions with a switch, in declared order
 * @param pinned the codes of the regions with pinned outputs, in declared order
 * @param notRead what could not be read or compared, and why
 */
public record DeploymentStatus(
    Instant at,
    List<RecordStatus> records,
    List<Difference> others,
    List<HealthStatus> healthChecks,
    List<AlarmStatus> alarms,
    List<WeightStatus> weights,
    List<SwitchStatus> switches,
    List<String> pinned,
    List<String> notRead) {

  public DeploymentStatus {
    records = List.copyOf(records);
    others = List.copyOf(others);
    healthChecks = List.copyOf(healthChecks);
    alarms = List.copyOf(alarms);
    weights = List.copyOf(weights);
    switches = List.copyOf(switches);
    pinned = List.copyOf(pinned);
    notRead = List.copyOf(notRead);
  }

  /** The state of one part. */
  public enum State {
    AS_DECLARED("as declared"),
    DIFFERS("differs"),
    MISSING("missing"),
    HEALTHY("healthy"),
    UNHEALTHY("unhealthy"),
    OK("OK"),
    ALARM("ALARM"),
    NO_DATA("no data"),
    IN_SERVICE("in service"),
    OUT_OF_SERVICE("out of service"),
    NOT_READ("not read"),
    NOT_KNOWN("not known");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** Whether nothing is wrong, and this is certain. */
    public boolean isFine() {
      return this == AS_DECLARED || this == HEALTHY || this == OK || this == IN_SERVICE;
    }
  }

  /**
   * A declared record set.
   *
   * @param record its name, type, and set identifier
   * @param details the fields that differ, or why it was not read
   */
  public record RecordStatus(String record, State state, List<String> details) {}

  /**
   * A health check.
   *
   * @param healthy how many checkers report that it is healthy; for a calculated one, how many of
   *     its children are healthy
   * @param counted how many checkers or children there are; 0 if its status has another source
   * @param reason the most frequent failure that checkers report, or where the status is from
   * @param since since when it has been in this state, from its alarm; null if not known
   */
  public record HealthStatus(
      String id,
      State state,
      int healthy,
      int counted,
      boolean calculated,
      String reason,
      @Nullable Instant since) {

    public Optional<Instant> sinceWhen() {
      return Optional.ofNullable(since);
    }
  }

  /**
   * The alarm of a health check.
   *
   * @param since null if not known
   */
  public record AlarmStatus(String name, State state, @Nullable Instant since) {
    public Optional<Instant> sinceWhen() {
      return Optional.ofNullable(since);
    }
  }

  /**
   * The weight of a record set that a function changes.
   *
   * @param declared the weight in the declaration; for a ramp, that of its stage at this time
   * @param now null if the record set was not read
   * @param allowed such as {@code 20 to 200}, or {@code 0, 1, or 5}
   * @param stage the stage of a ramp that the weight corresponds to; empty for {@code adjust}
   */
  public record WeightStatus(
      String record, int declared, @Nullable Integer now, String allowed, String stage) {

    public Optional<Integer> current() {
      return Optional.ofNullable(now);
    }
  }

  /** The switch of a region. */
  public record SwitchStatus(String region, State state) {}

  /** Whether nothing is wrong, and everything was read. */
  public boolean isFine() {
    return findings().isEmpty() && notRead.isEmpty();
  }

  /** What is wrong, or not known, as {@code SUBJECT: STATE}, without {@link #notRead}. */
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    records.forEach(one -> add("record " + one.record(), one.state(), findings));
    others.forEach(one -> findings.add(one.toString()));
    healthChecks.forEach(one -> add("health check " + one.id(), one.state(), findings));
    alarms.forEach(one -> add("alarm " + one.name(), one.state(), findings));
    switches.forEach(one -> add("switch " + one.region(), one.state(), findings));
    return findings;
  }

  /** What could not be read is in {@link #notRead}, once for all parts that it affects. */
  private static void add(String subject, State state, List<String> findings) {
    if (!state.isFine() && state != State.NOT_READ) {
      findings.add(subject + ": " + state.words());
    }
  }
}
