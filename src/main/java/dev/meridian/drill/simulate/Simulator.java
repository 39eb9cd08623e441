package dev.meridian.drill.simulate;

import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Shares;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Plays a scenario many times under a virtual clock. The result depends on the arguments only, not
 * on the number of processors.
 */
public final class Simulator {
  /** Courses that are played before their results are added, which limits the memory. */
  private static final int BATCH = 8;

  private final Scenario scenario;
  private final SimulationSettings settings;
  private final DrilledZone zone;
  private final SimulatedResolvers resolvers;
  private final List<HealthHistory> histories = new ArrayList<>();
  private final List<SplittableRandom> randoms = new ArrayList<>();
  private final List<NameModel> models;
  private final List<MovedShares> moved = new ArrayList<>();
  private final List<String> endpoints;
  private final double[] rates;
  private final boolean inRequests;
  private final HealthSimulation health;

  private Simulator(DrilledZone zone, Scenario scenario, SimulationSettings settings) {
    this.zone = zone;
    this.scenario = scenario;
    this.settings = settings;
    resolvers = new SimulatedResolvers(zone.population(), settings);
    health = new HealthSimulation(zone, scenario, settings);
    SplittableRandom root = new SplittableRandom(settings.seed());
    for (int i = 0; i < settings.outages(); i++) {
      SplittableRandom own = root.split();
      histories.add(health.play(own));
      randoms.add(own);
    }
    models =
        scenario.questions().stream().map(asked -> new NameModel(asked, zone, resolvers)).toList();
    Set<HealthState> states = states();
    SortedSet<String> ends = new TreeSet<>();
    for (NameModel model : models) {
      states.forEach(model::prepare);
      moved.add(new MovedShares(model, resolvers, scenario, zone.outages(), states));
      model.answers().forEach(answer -> ends.addAll(answer.ends().keySet()));
    }
    endpoints = ends.stream().filter(Shares::isEndpoint).toList();
    double[] declared =
        scenario.questions().stream()
            .mapToDouble(asked -> zone.traffic().of(asked, zone.resolver()))
            .toArray();
    inRequests = IntStream.range(0, declared.length).anyMatch(i -> declared[i] > 0);
    rates = inRequests ? declared : equal();
  }

  /** Every state that occurs, and those that would if everything noticed a change at once. */
  private Set<HealthState> states() {
    Set<HealthState> states = new LinkedHashSet<>();
    states.add(zone.outages().health(Outage.NONE));
    scenario.outages().forEach(one -> states.add(zone.outages().health(one.outage())));
    scenario.changes().forEach(at -> states.add(zone.outages().health(scenario.downAt(at))));
    for (HealthHistory history : histories) {
      history.epochs().forEach(epoch -> states.add(epoch.health()));
    }
    return states;
  }

  /** A client that asks for A and AAAA records connects once. */
  private double[] equal() {
    double[] parts =
        scenario.questions().stream()
            .mapToDouble(
                asked ->
                    asked.type() == RecordType.AAAA
                            && scenario
                                .questions()
                                .contains(new Question(asked.name(), RecordType.A))
                        ? 0
                        : 1)
            .toArray();
    double all = IntStream.range(0, parts.length).mapToDouble(i -> parts[i]).sum();
    return IntStream.range(0, parts.length).mapToDouble(i -> parts[i] / all).toArray();
  }

  /**
   * Plays a scenario as often as the settings say.
   *
   * @param zone answers all questions of the scenario
   */
  public static Simulation of(DrilledZone zone, Scenario scenario, SimulationSettings settings) {
    return new Simulator(zone, scenario, settings).simulate();
  }

  private Simulation simulate() {
    int duration = scenario.duration();
    List<LoadSums> loads =
        endpoints.stream()
            .map(
                endpoint ->
                    new LoadSums(
                        endpoint,
                        inRequests ? zone.traffic().capacity().get(endpoint) : null,
                        duration))
            .toList();
    List<List<Course.OfName>> names = new ArrayList<>();
    for (int from = 0; from < settings.outages(); from += BATCH) {
      List<Course> batch =
          IntStream.range(from, Math.min(from + BATCH, settings.outages()))
              .parallel()
              .mapToObj(this::run)
              .toList();
      for (Course run : batch) {
        names.add(run.names());
        for (int endpoint = 0; endpoint < loads.size(); endpoint++) {
          loads.get(endpoint).add(run.loads().get(endpoint));
        }
      }
    }
    SimulationSummary summary =
        new SimulationSummary(zone, scenario, settings, resolvers, health.changed(), histories);
    return summary.of(names, loads, inRequests);
  }

  private Course run(int number) {
    List<double[]> loads = new ArrayList<>();
    endpoints.forEach(endpoint -> loads.add(new double[scenario.duration() + 1]));
    List<Course.OfName> names = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      NameRun run =
          new NameRun(
              models.get(i),
              resolvers,
              histories.get(number),
              moved.get(i),
              scenario.duration(),
              randoms.get(number).split());
      addLoads(run, rates[i], loads);
      names.add(result(run, moved.get(i)));
    }
    return new Course(names, loads);
  }

  private void addLoads(NameRun run, double rate, List<double[]> loads) {
    for (int answer = 0; answer < run.answers() && rate > 0; answer++) {
      CachedAnswer cached = run.model().answers().get(answer);
      for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
        double part = cached.ends().getOrDefault(endpoints.get(endpoint), 0.0) * rate;
        double[] own = loads.get(endpoint);
        for (int second = 0; second < own.length && part > 0; second++) {
          own[second] += part * run.share(answer, second);
        }
      }
    }
  }

  private Course.OfName result(NameRun run, MovedShares name) {
    NameTimes times = new NameTimes(run, name, scenario);
    List<Course.OfOutage> departures = new ArrayList<>();
    for (int outage = 0; outage < name.outages(); outage++) {
      HealthState after = zone.outages().health(scenario.downAt(end(outage)));
      departures.add(
          new Course.OfOutage(
              times.before(outage),
              times.still(outage),
              times.left(outage, Simulation.PERCENTS),
              times.back(outage, name.steady(after, outage), Simulation.PERCENTS)));
    }
    return new Course.OfName(departures, times.lost(), times.unanswered(), times.mostUnanswered());
  }

  private int end(int outage) {
    int last = scenario.duration() - 1;
    return Math.min(scenario.outages().get(outage).end().orElse(last), last);
  }
}
