package dev.meridian.drill;

import dev.meridian.drill.DrillEvent.Kind;
import dev.meridian.probe.Pace;
import dev.meridian.probe.Probe;
import dev.meridian.probe.ProbeMonitor;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.client.Client;
import dev.meridian.serve.ClientSource;
import dev.meridian.serve.DnsServer;
import dev.meridian.serve.Served;
import dev.meridian.serve.StandIns;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Plays a scenario for real on this machine: servers instead of the endpoints, probes of the
 * declared health checks, a DNS server, resolvers that keep answers for their TTLs, and clients
 * that connect.
 */
public final class DrillRun {
  /** Every client asks so often, in seconds of the scenario, if there are few of them. */
  private static final double BETWEEN_REQUESTS = 2;

  /** So many requests per second of real time, at most, from all clients together. */
  private static final double MOST_REQUESTS = 200;

  private static final int CLIENT_THREADS = 8;
  private static final int PROBE_THREADS = 2;

  private final DrilledZone zone;
  private final Scenario scenario;
  private final List<Place> places;
  private final Settings settings;

  /**
   * How a drill runs.
   *
   * @param random draws answers, and the times at which checkers and clients begin
   * @param certificate creates a certificate for servers that speak HTTPS
   * @param faults gets defects of the drill itself
   */
  public record Settings(
      Pace pace,
      SplittableRandom random,
      Callable<SSLContext> certificate,
      Consumer<RuntimeException> faults) {}

  private DrillRun(DrilledZone zone, Scenario scenario, List<Place> places, Settings settings) {
    this.zone = zone;
    this.scenario = scenario;
    this.places = places;
    this.settings = settings;
  }

  /**
   * Plays a scenario, which takes its duration divided by the speed.
   *
   * @param places where the clients are, at most 250
   * @param progress hears of each event when it happens
   * @throws IOException if this machine does not let it listen or connect
   */
  public static DrillResult play(
      DrilledZone zone,
      Scenario scenario,
      List<Place> places,
      Settings settings,
      Consumer<DrillEvent> progress)
      throws IOException, InterruptedException {
    return new DrillRun(zone, scenario, List.copyOf(places), settings).play(progress);
  }

  private DrillResult play(Consumer<DrillEvent> progress) throws IOException, InterruptedException {
    AtomicLong start = new AtomicLong(System.nanoTime());
    DrillLog log = new DrillLog(() -> seconds(start.get()), progress);
    StandIns standIns = StandIns.of(zone.plan(), Map.of());
    Served served =
        new Served(
            zone.plan().zone(),
            zone.resolver(),
            standIns,
            Outage.NONE,
            zone.outages().health(Outage.NONE));
    try (StandInServers servers =
            StandInServers.start(
                zone.outages(),
                ProbeMonitor.probes(zone.plan().healthChecksById()),
                settings.certificate());
        DnsServer dns =
            DnsServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                served,
                new PlaceSource(places),
                settings.random().split(),
                settings.faults());
        DrillHealth health =
            new DrillHealth(
                zone,
                servers,
                settings.pace(),
                log,
                (outage, state) -> dns.serve(served.with(outage, state)))) {
      ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENT_THREADS);
      ScheduledExecutorService limits = Executors.newScheduledThreadPool(PROBE_THREADS);
      try {
        start.set(System.nanoTime());
        health.start(settings.random().split());
        AnsweredEndpoints endpoints = new AnsweredEndpoints(zone.outages(), standIns);
        List<ScheduledFuture<?>> asking =
            clients(clients, limits, dns, servers, endpoints, log, start.get());
        follow(servers, health, log, start.get(), asking);
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.MINUTES);
      } finally {
        clients.shutdownNow();
        limits.shutdownNow();
      }
    }
    return DrillAnalysis.of(zone, scenario, places, log, between());
  }

  private double seconds(long start) {
    return settings.pace().seconds(Duration.ofNanos(System.nanoTime() - start));
  }

  /** Seconds of the scenario between two requests of a client. */
  private double between() {
    double clients = (double) places.size() * scenario.questions().size();
    return Math.max(BETWEEN_REQUESTS, clients * settings.pace().speed() / MOST_REQUESTS);
  }

  private List<ScheduledFuture<?>> clients(
      ScheduledExecutorService clients,
      ScheduledExecutorService limits,
      DnsServer dns,
      StandInServers servers,
      AnsweredEndpoints endpoints,
      DrillLog log,
      long start)
      throws IOException {
    RandomGenerator phases = settings.random().split();
    List<ScheduledFuture<?>> all = new ArrayList<>();
    // A server answers or refuses at once, so only a busy machine would reach shorter limits.
    Probe page = new Probe(DrillHealth.page(), Pace.REAL, limits);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      CachingResolver resolver =
          new CachingResolver(
              dns.address(),
              PlaceSource.subnet(i),
              endpoints,
              settings.pace(),
              System::nanoTime,
              settings.random().split());
      for (Question question : scenario.questions()) {
        double first = phases.nextDouble() * between();
        DrillClient client = new DrillClient(place, question, resolver, servers, page);
        int[] turn = {0};
        all.add(
            clients.scheduleAtFixedRate(
                () -> {
                  double at = seconds(start);
                  double late = at - (first + between() * turn[0]++);
                  log.add(client.request(at), late);
                },
                settings.pace().of(first).toNanos(),
                settings.pace().of(between()).toNanos(),
                TimeUnit.NANOSECONDS));
      }
    }
    return all;
  }

  /** Lets servers fail and recover at their times, until the end. */
  private void follow(
      StandInServers servers,
      DrillHealth health,
      DrillLog log,
      long start,
      List<ScheduledFuture<?>> asking)
      throws IOException, InterruptedException {
    for (int change : scenario.changes()) {
      sleep(start, change, asking);
      Outage outage = zone.outages().complete(scenario.downAt(change));
      servers.become(outage);
      for (ScheduledOutage scheduled : scenario.outages()) {
        if (scheduled.at() == change) {
          log.add(Kind.FAILS, words(scheduled.outage()), "");
        }
        if (scheduled.end().isPresent() && scheduled.end().getAsInt() == change) {
          log.add(Kind.RECOVERS, words(scheduled.outage()), "");
        }
      }
      health.become(outage);
    }
    sleep(start, scenario.duration(), asking);
  }

  private static List<String> words(Outage outage) {
    return Stream.concat(outage.endpoints().stream(), outage.healthChecks().stream()).toList();
  }

  /** Sleeps until a time of the scenario, and reports a client that failed meanwhile. */
  private void sleep(long start, double until, List<ScheduledFuture<?>> asking)
      throws InterruptedException {
    Duration rest = settings.pace().of(until - seconds(start));
    if (!rest.isNegative()) {
      Thread.sleep(rest.toMillis());
    }
    for (ScheduledFuture<?> client : asking) {
      if (client.isDone()) {
        try {
          client.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("a client failed", e.getCause());
        }
      }
    }
  }

  /** Clients by the number of their place, which is part of their subnet. */
  private record PlaceSource(List<Place> places) implements ClientSource {
    private static final int FIRST = 1;
    private static final int BITS = 24;

    /** Such as 10.0.1.0 for the first place. */
    static InetAddress subnet(int place) throws IOException {
      return InetAddress.getByAddress(new byte[] {10, 0, (byte) (FIRST + place), 0});
    }

    @Override
    public Located locate(InetAddress address, int prefix) {
      byte[] octets = address.getAddress();
      int place = Byte.toUnsignedInt(octets[2]) - FIRST;
      Client client =
          octets[0] == 10 && place >= 0 && place < places.size()
              ? places.get(place).location().client()
              : Client.UNKNOWN;
      return new Located(client, BITS);
    }
  }
}
