package dev.meridian.drill.simulate;

import dev.meridian.drill.ChangedStatuses;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.Lost;
import dev.meridian.drill.simulate.Simulation.NameResult;
import dev.meridian.drill.simulate.Simulation.OutageResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the courses of a scenario have in common. */
final class SimulationSummary {
  private final DrilledZone zone;
  private final Scenario scenario;
  private final SimulationSettings settings;
  private final SimulatedResolvers resolvers;
  private final List<ChangedStatuses> changed;
  private final List<HealthHistory> histories;
  private final FindingRules rules = new FindingRules();

  /**
   * @param changed by outage
   * @param histories one for each course
   */
  SimulationSummary(
      DrilledZone zone,
      Scenario scenario,
      SimulationSettings settings,
      SimulatedResolvers resolvers,
      List<ChangedStatuses> changed,
      List<HealthHistory> histories) {
    this.zone = zone;
    this.scenario = scenario;
    this.settings = settings;
    this.resolvers = resolvers;
    this.changed = changed;
    this.histories = histories;
  }

  /**
   * @param runs by course and question
   */
  Simulation of(List<List<Course.OfName>> runs, List<LoadSums> loads, boolean inRequests) {
    List<NameResult> names = new ArrayList<>();
    for (int i = 0; i < scenario.questions().size(); i++) {
      int question = i;
      names.add(
          name(scenario.questions().get(i), runs.stream().map(run -> run.get(question)).toList()));
    }
    List<OutageResult> outages = new ArrayList<>();
    for (int i = 0; i < scenario.outages().size(); i++) {
      outages.add(outage(i, runs));
    }
    int failure = scenario.changes().stream().findFirst().orElse(scenario.duration());
    List<LoadCurve> curves = loads.stream().map(sums -> sums.curve(failure)).toList();
    curves.forEach(rules::load);
    return new Simulation(
        scenario,
        settings,
        resolvers.count(),
        resolvers.clientSubnetShare(),
        outages,
        names,
        inRequests,
        curves,
        rules.found());
  }

  private NameResult name(Question question, List<Course.OfName> runs) {
    NameResult result =
        new NameResult(
            question,
            zone.traffic().of(question, zone.resolver()),
            lost(runs, Course.OfName::lost),
            lost(runs, Course.OfName::unanswered),
            runs.stream().mapToDouble(Course.OfName::mostUnanswered).max().orElse(0));
    rules.name(result, (int) runs.stream().filter(run -> run.mostUnanswered() > 0).count());
    return result;
  }

  private static Lost lost(List<Course.OfName> runs, ToDoubleFunction<Course.OfName> amount) {
    return new Lost(
        runs.stream().mapToDouble(amount).average().orElse(0),
        runs.stream().mapToDouble(amount).max().orElse(0));
  }

  private OutageResult outage(int number, List<List<Course.OfName>> runs) {
    ScheduledOutage outage = scenario.outages().get(number);
    ChangedStatuses own = changed.get(number);
    HealthState then = zone.outages().health(scenario.downAt(outage.at()));
    int end = Math.min(outage.end().orElse(scenario.duration()), scenario.duration());
    HealthState after = zone.outages().health(scenario.downAt(end));
    boolean ends = end < scenario.duration();
    boolean checks = !own.checks().isEmpty();
    boolean targets = !own.targets().isEmpty();
    return new OutageResult(
        outage,
        checks ? until(own.checksAsIn(then), outage.at(), end) : null,
        targets ? until(own.targetsAsIn(then), outage.at(), end) : null,
        checks && ends ? until(own.checksAsIn(after), end, scenario.duration()) : null,
        targets && ends ? until(own.targetsAsIn(after), end, scenario.duration()) : null,
        departures(number, end - outage.at(), runs));
  }

  private Spread until(Predicate<HealthState> right, int from, int to) {
    return Spread.of(
        histories.stream().mapToDouble(history -> history.until(right, from, to)).toArray());
  }

  private List<Departure> departures(int number, int length, List<List<Course.OfName>> runs) {
    List<Departure> departures = new ArrayList<>();
    for (int i = 0; i < scenario.questions().size(); i++) {
      int question = i;
      List<Course.OfOutage> own =
          runs.stream().map(run -> run.get(question).departures().get(number)).toList();
      if (own.stream().anyMatch(one -> one.before() > 0)) {
        departures.add(departure(number, scenario.questions().get(i), length, own));
      }
    }
    return departures;
  }

  private Departure departure(
      int number, Question question, int length, List<Course.OfOutage> runs) {
    ScheduledOutage outage = scenario.outages().get(number);
    boolean ends = outage.at() + length < scenario.duration();
    SortedMap<Integer, Spread> left = new TreeMap<>();
    SortedMap<Integer, Spread> back = new TreeMap<>();
    for (int i = 0; i < Simulation.PERCENTS.size(); i++) {
      int percent = i;
      left.put(Simulation.PERCENTS.get(i), Spread.of(times(runs, run -> run.left().get(percent))));
      if (ends) {
        back.put(
            Simulation.PERCENTS.get(i), Spread.of(times(runs, run -> run.back().get(percent))));
      }
    }
    @Nullable Integer predicted =
        new PredictedTimes(zone, settings).of(question, changed.get(number));
    double people = runs.stream().mapToDouble(Course.OfOutage::before).average().orElse(0);
    Departure departure = new Departure(question, people, left, back, predicted);
    double[] everybody = times(runs, run -> run.left().get(run.left().size() - 1));
    double still = runs.stream().mapToDouble(Course.OfOutage::still).max().orElse(0);
    rules.departure(outage, departure, everybody, still, length);
    rules.objective(outage, departure, everybody, settings.failoverTime(), length);
    return departure;
  }

  private static double[] times(
      List<Course.OfOutage> runs, ToDoubleFunction<Course.OfOutage> time) {
    return runs.stream().mapToDouble(time).toArray();
  }
}
