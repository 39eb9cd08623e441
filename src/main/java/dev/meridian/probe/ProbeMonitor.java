package dev.meridian.probe;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Probes endpoints like all checkers of Route 53 together. Every checker begins at a time of its
 * own, and makes its next probe an interval after the response to the last one.
 */
public final class ProbeMonitor implements AutoCloseable {
  /**
   * What is probed.
   *
   * @param interval seconds between the response to a probe and the next one
   */
  public record Monitored(HealthCheckConfig.Endpoint probe, Checkers checkers, int interval) {

    /** A health check of Route 53. */
    public static Monitored of(HealthCheckConfig.Endpoint check) {
      return new Monitored(check, Checkers.of(check.probing()), check.probing().interval());
    }
  }

  private final SortedMap<String, Monitored> checks;
  private final Function<String, Optional<InetSocketAddress>> servers;
  private final Pace pace;
  private final Consumer<Probed> listener;
  private final Object lock = new Object();
  private final NavigableSet<String> failing = new ConcurrentSkipListSet<>();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, daemons());
  private final ExecutorService probes = Executors.newCachedThreadPool(daemons());

  /**
   * @param checks by id
   * @param servers where the probes with an id connect to; empty if the name of the host cannot be
   *     resolved
   * @param listener hears of every probe, of one at a time
   */
  public ProbeMonitor(
      Map<String, Monitored> checks,
      Function<String, Optional<InetSocketAddress>> servers,
      Pace pace,
      Consumer<Probed> listener) {
    this.checks = new TreeMap<>(checks);
    this.servers = servers;
    this.pace = pace;
    this.listener = listener;
  }

  /** The probes among the health checks of a plan that are not disabled, by id. */
  public static SortedMap<String, HealthCheckConfig.Endpoint> probes(
      Map<String, HealthCheck> checks) {
    SortedMap<String, HealthCheckConfig.Endpoint> probes = new TreeMap<>();
    checks.forEach(
        (id, check) -> {
          if (check.config() instanceof HealthCheckConfig.Endpoint probe && !check.disabled()) {
            probes.put(id, probe);
          }
        });
    return probes;
  }

  /** The ids whose probes fail now, sorted. The listener already finds the latest verdict here. */
  public NavigableSet<String> failing() {
    return new TreeSet<>(failing);
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "probe");
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Begins to probe.
   *
   * @param phases distributes the first probes of the checkers over one interval
   */
  public void start(RandomGenerator phases) {
    checks.forEach(
        (id, check) -> {
          for (int i = 0; i < check.checkers().size(); i++) {
            Duration first = pace.of(phases.nextDouble() * check.interval());
            schedule(new Work(id, check, i, System.nanoTime() + first.toNanos()));
          }
        });
  }

  private void schedule(Work work) {
    try {
      ScheduledFuture<?> unused =
          timer.schedule(
              () -> probes.execute(work), work.due - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // The monitor was closed meanwhile.
    }
  }

  /** The probes of one checker. */
  private final class Work implements Runnable {
    private final String id;
    private final Monitored check;
    private final int number;
    private long due;

    Work(String id, Monitored check, int number, long due) {
      this.id = id;
      this.check = check;
      this.number = number;
      this.due = due;
    }

    @Override
    public void run() {
      try {
        probe();
      } catch (RejectedExecutionException closed) {
        // The monitor was closed meanwhile.
      }
    }

    private void probe() {
      Optional<InetSocketAddress> server = servers.apply(id);
      ProbeResult result =
          server.isEmpty()
              ? ProbeResult.failed("the host has no address")
              : new Probe(check.probe(), Pace.REAL, timer).run(server.get());
      long now = System.nanoTime();
      synchronized (lock) {
        if (timer.isShutdown()) {
          return;
        }
        Checkers checkers = check.checkers();
        boolean before = checkers.isHealthy();
        checkers.count(number, result.passed());
        boolean healthy = checkers.isHealthy();
        if (healthy) {
          failing.remove(id);
        } else {
          failing.add(id);
        }
        listener.accept(
            new Probed(
                id,
                checkers.region(number).orElse(null),
                result,
                checkers.healthy(),
                checkers.size(),
                healthy,
                healthy != before,
                pace.seconds(Duration.ofNanos(now - due))));
      }
      due = now + pace.of(check.interval()).toNanos();
      schedule(this);
    }
  }

  /** Ends all probes. The listener hears of no more. */
  @Override
  public void close() {
    synchronized (lock) {
      timer.shutdownNow();
      probes.shutdownNow();
    }
  }
}
