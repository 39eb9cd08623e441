package dev.meridian.drill.simulate;

import dev.meridian.drill.ChangedStatuses;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import dev.meridian.probe.Checker;
import dev.meridian.probe.Checkers;
import dev.meridian.resolve.CheckStatuses;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays the probes of a scenario. Checkers are not synchronized, and the interval runs from the
 * response to the next request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html">Values
 *     that you specify when you create health checks</a>
 */
final class HealthSimulation {
  /** Seconds that a probe of a healthy endpoint takes; an assumption. */
  static final double ROUND_TRIP = 0.1;

  private final DrilledZone zone;
  private final Scenario scenario;
  private final SimulationSettings settings;
  private final CheckStatuses statuses;

  /** The times at which something fails or recovers, after 0, and what is down from then on. */
  private final List<Integer> starts;

  private final List<Outage> outages;

  /** Of each health check that fails on its own at some time: when it does. */
  private final SortedMap<String, boolean[]> failing = new TreeMap<>();

  private final Map<String, HealthCheck> checks;

  /** The same of each alias target. */
  private final SortedMap<Value, boolean[]> failingTargets =
      new TreeMap<>(Comparator.comparing(Value::toString));

  HealthSimulation(DrilledZone zone, Scenario scenario, SimulationSettings settings) {
    this.zone = zone;
    this.scenario = scenario;
    this.settings = settings;
    checks = new TreeMap<>(zone.plan().healthChecksById());
    checks.values().removeIf(check -> check.config() instanceof HealthCheckConfig.Unidentified);
    statuses = new CheckStatuses(checks);
    Set<Integer> times = new TreeSet<>(scenario.changes());
    times.add(0);
    starts = List.copyOf(times);
    outages = starts.stream().map(scenario::downAt).map(zone.outages()::complete).toList();
    for (int i = 0; i < outages.size(); i++) {
      Outage outage = outages.get(i);
      for (String id : checks.keySet()) {
        if (zone.outages().fails(id, outage)) {
          failing.computeIfAbsent(id, key -> new boolean[starts.size()])[i] = true;
        }
      }
      for (Value target : zone.outages().health(outage).unhealthyResources()) {
        failingTargets.computeIfAbsent(target, key -> new boolean[starts.size()])[i] = true;
      }
    }
  }

  /** A new verdict about a health check or an alias target. */
  private record Verdict(double at, @Nullable String check, @Nullable Value target, boolean good) {}

  /** One possible course of the scenario. */
  HealthHistory play(RandomGenerator random) {
    List<Verdict> verdicts = new ArrayList<>();
    failing.forEach(
        (id, when) -> {
          if (Objects.requireNonNull(checks.get(id)).config()
              instanceof HealthCheckConfig.Endpoint probe) {
            probe(id, probe.probing(), when, random, verdicts);
          } else {
            atOnce(id, when, verdicts);
          }
        });
    failingTargets.forEach((target, when) -> check(target, when, random, verdicts));
    verdicts.sort(Comparator.comparingDouble(Verdict::at));
    return history(verdicts);
  }

  private HealthHistory history(List<Verdict> verdicts) {
    Set<String> bad = new HashSet<>();
    Set<Value> badTargets = new HashSet<>();
    List<HealthHistory.Epoch> epochs = new ArrayList<>();
    epochs.add(new HealthHistory.Epoch(0, state(bad, badTargets)));
    for (Verdict verdict : verdicts) {
      if (verdict.check() != null) {
        change(bad, verdict.check(), verdict.good());
      }
      if (verdict.target() != null) {
        change(badTargets, verdict.target(), verdict.good());
      }
      HealthState state = state(bad, badTargets);
      double at = verdict.at() + settings.propagation();
      if (epochs.get(epochs.size() - 1).at() == at) {
        epochs.remove(epochs.size() - 1);
      }
      if (epochs.isEmpty() || !epochs.get(epochs.size() - 1).health().equals(state)) {
        epochs.add(new HealthHistory.Epoch(at, state));
      }
    }
    return new HealthHistory(epochs);
  }

  private static <T> void change(Set<T> bad, T subject, boolean good) {
    if (good) {
      bad.remove(subject);
    } else {
      bad.add(subject);
    }
  }

  private HealthState state(Set<String> bad, Set<Value> badTargets) {
    return new HealthState(statuses.unhealthy(id -> !bad.contains(id)), badTargets);
  }

  /** An alarm or a routing control needs no probe. */
  private void atOnce(String id, boolean[] when, List<Verdict> verdicts) {
    boolean bad = false;
    for (int i = 0; i < when.length; i++) {
      if (when[i] != bad) {
        bad = when[i];
        verdicts.add(new Verdict(starts.get(i), id, null, !bad));
      }
    }
  }

  private record Result(double at, int checker, boolean passed) {}

  private void probe(
      String id, Probing probing, boolean[] when, RandomGenerator random, List<Verdict> verdicts) {
    Checkers checkers = Checkers.of(probing);
    List<Result> results = new ArrayList<>();
    for (int checker = 0; checker < checkers.size(); checker++) {
      // Until something fails, all probes pass. Then, every checker is somewhere in its interval.
      double at = first(when) + random.nextDouble() * (probing.interval() + ROUND_TRIP);
      while (at < scenario.duration()) {
        boolean passes = !when[period(at)];
        double response = at + (passes ? ROUND_TRIP : settings.failingProbe());
        results.add(new Result(response, checker, passes));
        at = response + probing.interval();
      }
    }
    results.sort(Comparator.comparingDouble(Result::at));
    boolean healthy = true;
    for (Result result : results) {
      if (checkers.count(result.checker(), result.passed()) && checkers.isHealthy() != healthy) {
        healthy = !healthy;
        verdicts.add(new Verdict(result.at(), id, null, healthy));
      }
    }
  }

  /** A load balancer checks its targets in fixed intervals. */
  private void check(Value target, boolean[] when, RandomGenerator random, List<Verdict> verdicts) {
    Checker checker = new Checker(zone.targets().failures(), zone.targets().successes());
    int interval = zone.targets().interval();
    for (double at = first(when) + random.nextDouble() * interval;
        at < scenario.duration();
        at += interval) {
      boolean passes = !when[period(at)];
      if (checker.count(passes)) {
        double response = at + (passes ? ROUND_TRIP : settings.failingProbe());
        verdicts.add(new Verdict(response, null, target, checker.isHealthy()));
      }
    }
  }

  private int first(boolean[] when) {
    int first = 0;
    while (!when[first]) {
      first++;
    }
    return starts.get(first);
  }

  /** The number of changes until then. */
  private int period(double at) {
    int period = starts.size() - 1;
    while (starts.get(period) > at) {
      period--;
    }
    return period;
  }

  /** By scheduled outage: the statuses that it changes. */
  List<ChangedStatuses> changed() {
    return scenario.outages().stream()
        .map(one -> ChangedStatuses.of(zone.outages(), one.outage()))
        .toList();
  }
}
