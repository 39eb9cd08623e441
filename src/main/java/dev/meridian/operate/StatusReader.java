package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAlarms;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.RoutingControlStates.Control;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.DeploymentStatus.AlarmStatus;
import dev.meridian.operate.DeploymentStatus.HealthStatus;
import dev.meridian.operate.DeploymentStatus.RecordStatus;
import dev.meridian.operate.DeploymentStatus.State;
import dev.meridian.operate.DeploymentStatus.SwitchStatus;
import dev.meridian.operate.DeploymentStatus.WeightStatus;
import dev.meridian.stacks.HealthAlarm;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.json.KnownOutputs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is deployed now. If one part cannot be read, the others still are. Only reads. */
public final class StatusReader {
  private static final String RECORD = "record ";
  private static final String FORM = "form";

  private final Deployment deployment;
  private final RoutingPlan plan;
  private final AwsAccess access;
  private final List<String> notRead = new ArrayList<>();

  private StatusReader(Deployment deployment, RoutingPlan plan, AwsAccess access) {
    this.deployment = deployment;
    this.plan = plan;
    this.access = access;
  }

  /**
   * Reads the status of each zone. The states of regions are read once.
   *
   * @param zones the deployment's own zone, and its private zone if it has one
   * @param stacks empty if there is no Terraform to read states
   * @param notes receives the regions whose states were not read, and why
   * @return one status per zone
   * @throws StacksFailed if Terraform could not be run
   */
  public static List<DeploymentStatus> read(
      List<DeployedZone> zones,
      Optional<StackSet> stacks,
      AwsAccess access,
      Clock clock,
      Consumer<String> notes)
      throws StacksFailed, InterruptedException {
    Instant now = clock.instant();
    KnownOutputs outputs = KnownOutputs.of(Map.of());
    List<DeployedZone> identified = zones;
    List<String> notRead = new ArrayList<>();
    try {
      RegionOutputSource.Found found =
          RegionOutputSource.find(zones.get(0).deployment(), stacks, access);
      found.notes().forEach(notes);
      outputs = found.outputs();
      identified = DeployedZone.identified(zones, found::zoneId);
    } catch (AwsReadException e) {
      notRead.add("outputs of regions: " + e.getMessage());
    }
    List<DeploymentStatus> statuses = new ArrayList<>();
    for (DeployedZone zone : identified) {
      StatusReader reader = new StatusReader(zone.deployment(), zone.plan(), access);
      reader.notRead.addAll(notRead);
      statuses.add(reader.read(outputs, zone.id(), now));
    }
    return statuses;
  }

  private DeploymentStatus read(KnownOutputs outputs, @Nullable String zoneId, Instant now) {
    SwitchComparison panel = SwitchComparison.unread(deployment);
    SortedMap<String, Control> controls = new TreeMap<>();
    boolean switchesRead = false;
    try {
      panel = SwitchComparison.read(deployment, access);
      controls = panel.states(access);
      switchesRead = true;
    } catch (AwsReadException e) {
      notRead.add("switches: " + e.getMessage());
    }
    Optional<Verification.ComparedRecords> zone = zone(outputs, zoneId, panel);
    Optional<LiveZone> live = zone.flatMap(Verification.ComparedRecords::live);
    List<Difference> differences =
        zone.map(Verification.ComparedRecords::differences).orElse(List.of());
    List<AlarmStatus> alarms = new ArrayList<>();
    Map<String, AlarmStatus> alarmOf = alarms();
    plan.healthChecks().stream()
        .flatMap(check -> Stream.ofNullable(alarmOf.get(check.id())))
        .forEach(alarms::add);
    return new DeploymentStatus(
        now,
        records(zone, differences),
        others(differences),
        healthChecks(zone.isPresent(), live, controls, alarmOf),
        alarms,
        weights(live, now),
        switches(controls, switchesRead),
        deployment.regions().values().stream()
            .filter(region -> region.pinnedOutputs().isPresent())
            .map(RegionDeclaration::code)
            .toList(),
        notRead);
  }

  private Optional<Verification.ComparedRecords> zone(
      KnownOutputs outputs, @Nullable String zoneId, SwitchComparison panel) {
    try {
      Verification.ComparedRecords zone =
          Verification.records(deployment, plan, outputs, zoneId, panel, access);
      notRead.addAll(zone.notCompared());
      return Optional.of(zone);
    } catch (AwsReadException e) {
      notRead.add("hosted zone " + plan.zone() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<RecordStatus> records(
      Optional<Verification.ComparedRecords> zone, List<Difference> differences) {
    boolean there = zone.flatMap(Verification.ComparedRecords::live).isPresent();
    return plan.records().stream()
        .map(record -> record.key().toString())
        .map(
            key ->
                there
                    ? record(key, differences)
                    : new RecordStatus(
                        key, zone.isPresent() ? State.MISSING : State.NOT_READ, List.of()))
        .toList();
  }

  private RecordStatus record(String key, List<Difference> differences) {
    List<String> details = new ArrayList<>();
    State state = State.AS_DECLARED;
    for (Difference one : differences) {
      if (!one.subject().equals(RECORD + key)) {
        continue;
      }
      if (one.field().equals(Difference.PRESENCE)) {
        return new RecordStatus(key, State.MISSING, List.of());
      }
      if (one.field().equals(FORM)) {
        notRead.add(RECORD + key + ": " + one.found());
        return new RecordStatus(key, State.NOT_READ, List.of(one.found()));
      }
      state = State.DIFFERS;
      details.add(one.field() + " is " + one.found() + ", expected " + one.expected());
    }
    return new RecordStatus(key, state, details);
  }

  /** Missing health checks are among the health checks. */
  private List<Difference> others(List<Difference> differences) {
    List<String> records = plan.records().stream().map(record -> RECORD + record.key()).toList();
    List<String> checks =
        plan.healthChecks().stream().map(check -> "health check " + check.id()).toList();
    return differences.stream()
        .filter(one -> !records.contains(one.subject()))
        .filter(one -> !(checks.contains(one.subject()) && one.field().equals(Difference.PRESENCE)))
        .toList();
  }

  private List<HealthStatus> healthChecks(
      boolean zoneRead,
      Optional<LiveZone> live,
      SortedMap<String, Control> controls,
      Map<String, AlarmStatus> alarms) {
    List<String> ids = plan.healthChecks().stream().map(HealthCheck::id).toList();
    if (live.isEmpty()) {
      State state = zoneRead ? State.MISSING : State.NOT_READ;
      return ids.stream().map(id -> new HealthStatus(id, state, 0, 0, false, "", null)).toList();
    }
    LiveZone zone = live.get();
    return HealthStatuses.read(
            ids, zone.plan(), zone.healthCheckIds(), controls.values(), access, notRead)
        .stream()
        .map(one -> withTime(one, alarms.get(one.id())))
        .toList();
  }

  /** Route 53 reports no times of changes, but the alarm follows the health check. */
  private static HealthStatus withTime(HealthStatus check, @Nullable AlarmStatus alarm) {
    if (alarm == null) {
      return check;
    }
    boolean agree =
        (check.state() == State.UNHEALTHY && alarm.state() == State.ALARM)
            || (check.state() == State.HEALTHY && alarm.state() == State.OK);
    return agree
        ? new HealthStatus(
            check.id(),
            check.state(),
            check.healthy(),
            check.counted(),
            check.calculated(),
            check.reason(),
            alarm.since())
        : check;
  }

  /** The alarms by health check. */
  private Map<String, AlarmStatus> alarms() {
    Map<String, AlarmStatus> statuses = new LinkedHashMap<>();
    if (!deployment.alerts().enabled()) {
      return statuses;
    }
    Map<String, String> names = new LinkedHashMap<>();
    plan.healthChecks()
        .forEach(check -> names.put(check.id(), HealthAlarm.name(deployment, check.id())));
    try {
      Map<String, LiveAlarms.Alarm> found = LiveAlarms.named(List.copyOf(names.values()), access);
      names.forEach((id, name) -> statuses.put(id, alarm(name, found.get(name))));
    } catch (AwsReadException e) {
      notRead.add("alarms: " + e.getMessage());
      names.forEach((id, name) -> statuses.put(id, new AlarmStatus(name, State.NOT_READ, null)));
    }
    return statuses;
  }

  private static AlarmStatus alarm(String name, LiveAlarms.@Nullable Alarm alarm) {
    if (alarm == null) {
      return new AlarmStatus(name, State.MISSING, null);
    }
    State state =
        switch (alarm.state()) {
          case "OK" -> State.OK;
          case "ALARM" -> State.ALARM;
          case "INSUFFICIENT_DATA" -> State.NO_DATA;
          default -> State.NOT_KNOWN;
        };
    return new AlarmStatus(name, state, alarm.since());
  }

  private List<WeightStatus> weights(Optional<LiveZone> live, Instant now) {
    List<WeightStatus> weights = new ArrayList<>();
    CurrentWeights current = new CurrentWeights(plan, live.map(LiveZone::plan), now);
    AdjustedWeights.of(deployment, plan)
        .forEach((key, allowed) -> weights.add(current.of(key, allowed, deployment)));
    return weights;
  }

  private List<SwitchStatus> switches(SortedMap<String, Control> controls, boolean read) {
    List<SwitchStatus> switches = new ArrayList<>();
    for (String region : deployment.switches().regions()) {
      Control control = controls.get(region);
      State state = State.NOT_READ;
      if (control != null) {
        state = control.on() ? State.OUT_OF_SERVICE : State.IN_SERVICE;
      } else if (read) {
        state = State.MISSING;
      }
      switches.add(new SwitchStatus(region, state));
    }
    return switches;
  }
}
