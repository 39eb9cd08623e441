package dev.meridian.drill;

import dev.meridian.drill.DrillEvent.Kind;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import dev.meridian.probe.Checkers;
import dev.meridian.probe.Pace;
import dev.meridian.probe.ProbeMonitor;
import dev.meridian.probe.ProbeMonitor.Monitored;
import dev.meridian.probe.Probed;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * What Route 53 sees during a drill: real probes of every health check, and of the targets behind
 * aliases.
 */
final class DrillHealth implements AutoCloseable {
  private final DrilledZone zone;
  private final DrillLog log;
  private final BiConsumer<Outage, HealthState> listener;
  private final ProbeMonitor checks;
  private final ProbeMonitor targets;

  private final Set<String> probed;
  private final Set<String> announced = new HashSet<>();
  private final Map<String, Probed> last = new TreeMap<>();
  private Set<String> unhealthy;
  private Outage outage = Outage.NONE;

  /**
   * @param listener gets what is down and what Route 53 sees, whenever that changes
   */
  DrillHealth(
      DrilledZone zone,
      StandInServers servers,
      Pace pace,
      DrillLog log,
      BiConsumer<Outage, HealthState> listener) {
    this.zone = zone;
    this.log = log;
    this.listener = listener;
    Map<String, Monitored> probes = new TreeMap<>();
    ProbeMonitor.probes(zone.plan().healthChecksById())
        .forEach((id, check) -> probes.put(id, Monitored.of(check)));
    probed = Set.copyOf(probes.keySet());
    checks = new ProbeMonitor(probes, servers::probed, pace, this::checked);
    Map<String, Monitored> balanced = new TreeMap<>();
    TargetTimes times = zone.targets();
    for (String endpoint : zone.outages().balanced()) {
      balanced.put(
          endpoint,
          new Monitored(
              page(), Checkers.ofTarget(times.failures(), times.successes()), times.interval()));
    }
    targets = new ProbeMonitor(balanced, servers::page, pace, this::targetChecked);
    unhealthy = state().unhealthyChecks();
  }

  /** A request like that of a client; nothing depends on the host. */
  static HealthCheckConfig.Endpoint page() {
    Value host = Value.literal("stand-in.invalid");
    return new HealthCheckConfig.Endpoint(
        Protocol.HTTP,
        new Destination(null, host),
        80,
        "/",
        null,
        new Probing(Probing.STANDARD, Probing.DEFAULT_THRESHOLD, Set.of(), false),
        false);
  }

  void start(RandomGenerator phases) {
    checks.start(phases);
    targets.start(phases);
  }

  /** Something fails or recovers; the servers follow. */
  synchronized void become(Outage now) {
    outage = now;
    announced.clear();
    changed();
  }

  private synchronized void checked(Probed probe) {
    log.late(probe.late());
    String id = probe.healthCheck();
    last.put(id, probe);
    if (!probe.result().passed() && announced.add(id)) {
      String from = probe.from() == null ? "" : "from " + probe.from().code() + ": ";
      log.add(Kind.PROBE_FAILS, id, from + probe.result().words());
    }
    if (probe.changed()) {
      changed();
    }
  }

  private synchronized void targetChecked(Probed probe) {
    log.late(probe.late());
    if (probe.changed()) {
      Kind kind = probe.healthy() ? Kind.TARGET_HEALTHY : Kind.TARGET_UNHEALTHY;
      log.add(kind, probe.healthCheck(), "");
      changed();
    }
  }

  private HealthState state() {
    // Probes fail on their own. Alarms and routing controls fail as the scenario says.
    Set<String> all = new TreeSet<>(outage.healthChecks());
    all.removeAll(probed);
    all.addAll(checks.failing());
    return zone.outages().observed(targets.failing(), all);
  }

  private void changed() {
    HealthState now = state();
    Set<String> all = new TreeSet<>(now.unhealthyChecks());
    all.addAll(unhealthy);
    for (String id : all) {
      boolean fails = now.unhealthyChecks().contains(id);
      if (fails != unhealthy.contains(id)) {
        log.add(fails ? Kind.CHECK_UNHEALTHY : Kind.CHECK_HEALTHY, id, verdict(id));
      }
    }
    unhealthy = now.unhealthyChecks();
    listener.accept(outage, now);
  }

  private String verdict(String id) {
    Probed probe = last.get(id);
    return probe == null
        ? ""
        : probe.healthyCheckers() + " of " + probe.checkers() + " checkers say healthy";
  }

  @Override
  public void close() {
    checks.close();
    targets.close();
  }
}
