package dev.meridian.drill.simulate;

import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.resolve.Question;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What many courses of one scenario have in common. All times are in seconds, and all shares are of
 * the people.
 *
 * @param resolvers their number
 * @param clientSubnetShare of the people whose resolver sends the client subnet
 * @param outages in the order of the scenario
 * @param names in the order of the scenario's questions
 * @param inRequests whether loads are in requests per second; otherwise, they are the mean share of
 *     the people of all names
 * @param loads by endpoint, sorted
 * @param findings the worst first
 */
public record Simulation(
    Scenario scenario,
    SimulationSettings settings,
    int resolvers,
    double clientSubnetShare,
    List<OutageResult> outages,
    List<NameResult> names,
    boolean inRequests,
    List<LoadCurve> loads,
    List<SimulationFinding> findings) {
  /** The percentages of people whose times a simulation gives. */
  public static final List<Integer> PERCENTS = List.of(50, 95, 99, 100);

  public Simulation {
    outages = List.copyOf(outages);
    names = List.copyOf(names);
    loads = List.copyOf(loads);
    findings = List.copyOf(findings);
  }

  /**
   * What happens because of one outage of the scenario.
   *
   * @param checksUnhealthy after the failure; null if no health check notices it
   * @param targetsUnhealthy the same for alias targets whose health is evaluated
   * @param checksHealthy after the recovery; null if no health check notices the failure, or if the
   *     outage lasts until the end
   * @param targetsHealthy the same for alias targets
   * @param departures one for each name that had people there
   */
  public record OutageResult(
      ScheduledOutage outage,
      @Nullable Spread checksUnhealthy,
      @Nullable Spread targetsUnhealthy,
      @Nullable Spread checksHealthy,
      @Nullable Spread targetsHealthy,
      List<Departure> departures) {
    public OutageResult {
      departures = List.copyOf(departures);
    }
  }

  /**
   * When the people of one name left what failed, and when they were back.
   *
   * @param people the mean share of the name's people who were there
   * @param left by percentage: the time after the failure from which so many have left
   * @param back by percentage: the time after the recovery from which so many are back; empty if
   *     the outage lasts until the end
   * @param predicted the longest time in which everybody should leave; null if nothing notices the
   *     failure
   */
  public record Departure(
      Question question,
      double people,
      SortedMap<Integer, Spread> left,
      SortedMap<Integer, Spread> back,
      @Nullable Integer predicted) {
    public Departure {
      left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
      back = Collections.unmodifiableSortedMap(new TreeMap<>(back));
    }

    /** The time after which everybody has left. */
    public Spread everybody() {
      return Objects.requireNonNull(left.get(left.lastKey()));
    }

    /** Whether half of the people left in at least one of the outages. */
    public boolean movesPeople() {
      return Objects.requireNonNull(left.get(left.firstKey())).least() != null;
    }
  }

  /**
   * What clients of one name lose.
   *
   * @param rate requests per second; 0 if no traffic is declared
   * @param lost people at an endpoint that is down
   * @param unanswered people without an answer
   * @param mostUnanswered the largest share of the people without an answer at the same time
   */
  public record NameResult(
      Question question, double rate, Lost lost, Lost unanswered, double mostUnanswered) {}

  /**
   * An amount of requests that fail, as seconds of all people's requests. Multiply it by the rate
   * to get the number of requests.
   *
   * @param mean of the outages
   * @param worst of them
   */
  public record Lost(double mean, double worst) {}

  /**
   * The load of an endpoint.
   *
   * @param step seconds from one point to the next
   * @param before the mean before anything fails
   * @param peak the highest load in any second of any outage
   * @param peakAt the second of the scenario
   * @param exceeded the number of outages in which the load exceeds the capacity
   * @param capacity requests per second; null if none is declared, or no traffic
   */
  public record LoadCurve(
      String endpoint,
      int step,
      List<Point> points,
      double before,
      double peak,
      int peakAt,
      int exceeded,
      @Nullable Double capacity) {
    public LoadCurve {
      points = List.copyOf(points);
    }
  }

  /**
   * The load in one step.
   *
   * @param at the second of the scenario at which the step begins
   * @param mean of all outages and seconds
   * @param peak of all outages and seconds
   */
  public record Point(int at, double mean, double peak) {}
}
