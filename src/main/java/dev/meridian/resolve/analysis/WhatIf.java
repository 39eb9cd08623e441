package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which clients move where during an outage, and the load of each endpoint.
 *
 * @param names one for each question of addresses or a CNAME, in the order of {@link
 *     Resolver#questions}
 * @param loads by endpoint; empty if no traffic is declared, or if the answers to some of it are
 *     not known
 * @param notKnown the questions that are not among the names
 */
public record WhatIf(Outage outage, List<NameImpact> names, List<Load> loads, NotKnown notKnown) {
  private static final double NOTHING = 1e-12;

  public WhatIf {
    names = List.copyOf(names);
    loads = List.copyOf(loads);
  }

  /**
   * What the outage does to one name.
   *
   * @param moved the share of the world's population that gets another answer
   * @param movedTraffic requests per second
   * @param before the share of the name's clients by endpoint
   * @param after the same during the outage
   */
  public record NameImpact(
      Question question,
      List<Move> moves,
      double moved,
      double movedTraffic,
      SortedMap<String, Double> before,
      SortedMap<String, Double> after) {

    /** The share of the name's clients that get no answer during the outage. */
    public double unanswered() {
      return after.getOrDefault(Shares.NOBODY, 0.0);
    }

    /** The share of the name's clients that are sent to endpoints that are down. */
    public double stranded(Outage outage) {
      return outage.endpoints().stream().mapToDouble(e -> after.getOrDefault(e, 0.0)).sum();
    }
  }

  /**
   * Clients who are answered with {@code to} instead of {@code from}.
   *
   * @param places labels of client locations, the most populous first
   * @param share of the world's population
   * @param traffic requests per second
   */
  public record Move(String from, String to, List<String> places, double share, double traffic) {}

  /**
   * The load of an endpoint.
   *
   * @param before requests per second
   * @param after requests per second during the outage
   * @param capacity requests per second; null if none is declared
   */
  public record Load(String endpoint, double before, double after, @Nullable Double capacity) {

    public OptionalDouble limit() {
      return capacity == null ? OptionalDouble.empty() : OptionalDouble.of(capacity);
    }

    /** Whether the load during the outage is above the capacity. */
    public boolean exceeded() {
      return capacity != null && after > capacity;
    }
  }

  /** Compares the answers to every question during {@code outage} with those without an outage. */
  public static WhatIf of(
      Resolver resolver,
      OutageModel outageModel,
      Outage outage,
      List<ClientLocation> locations,
      TrafficModel trafficModel) {
    return of(resolver, outageModel, Outage.NONE, outage, locations, trafficModel);
  }

  /** Compares the answers during {@code outage} with those during an {@code earlier} one. */
  public static WhatIf of(
      Resolver resolver,
      OutageModel outageModel,
      Outage earlier,
      Outage outage,
      List<ClientLocation> locations,
      TrafficModel trafficModel) {
    HealthState usual = outageModel.health(earlier);
    HealthState then = outageModel.health(outage);
    List<NameImpact> names = new ArrayList<>();
    SortedMap<String, double[]> loads = new TreeMap<>();
    NotKnown notKnown = resolver.notKnown(OutageModel::connects);
    for (Question question : notKnown.known(resolver.questions())) {
      if (!OutageModel.connects(question.type())) {
        continue;
      }
      double traffic = trafficModel.of(question, resolver);
      NameImpact impact = impact(resolver, question, new Healths(usual, then), locations, traffic);
      names.add(impact);
      impact.before().forEach((e, share) -> add(loads, e, 0, share * traffic));
      impact.after().forEach((e, share) -> add(loads, e, 1, share * traffic));
    }
    List<Load> carried = new ArrayList<>();
    boolean placed =
        notKnown.answers().stream().allMatch(a -> trafficModel.of(a.question(), resolver) == 0);
    if (!trafficModel.traffic().isEmpty() && placed) {
      loads.forEach(
          (e, load) -> carried.add(new Load(e, load[0], load[1], trafficModel.capacity().get(e))));
    }
    return new WhatIf(outage, names, carried, notKnown);
  }

  private static void add(
      SortedMap<String, double[]> loads, String endpoint, int when, double requests) {
    loads.computeIfAbsent(endpoint, key -> new double[2])[when] += requests;
  }

  /**
   * The states of health without and during the outage. Even without one, inverted health checks
   * are unhealthy.
   */
  private record Healths(HealthState usual, HealthState then) {}

  private static NameImpact impact(
      Resolver resolver,
      Question question,
      Healths healths,
      List<ClientLocation> locations,
      double traffic) {
    SortedMap<String, Double> before = new TreeMap<>();
    SortedMap<String, Double> after = new TreeMap<>();
    Map<List<String>, Flow> flows = new LinkedHashMap<>();
    for (ClientClass clientClass : new ClientClasses(resolver).of(question, locations)) {
      SortedMap<String, Double> usual = shares(resolver, question, clientClass, healths.usual());
      SortedMap<String, Double> then = shares(resolver, question, clientClass, healths.then());
      usual.forEach((e, share) -> before.merge(e, share * clientClass.share(), Double::sum));
      then.forEach((e, share) -> after.merge(e, share * clientClass.share(), Double::sum));
      addFlows(flows, clientClass, usual, then);
    }
    List<Move> moves = new ArrayList<>();
    flows.forEach((ends, flow) -> moves.add(flow.move(ends.get(0), ends.get(1), traffic)));
    double moved = moves.stream().mapToDouble(Move::share).sum();
    return new NameImpact(question, List.copyOf(moves), moved, moved * traffic, before, after);
  }

  private static SortedMap<String, Double> shares(
      Resolver resolver, Question question, ClientClass clientClass, HealthState health) {
    return Shares.of(resolver.outcomes(question, new Evaluation(clientClass.order(), health)));
  }

  /**
   * Clients move from endpoints that lose shares to those that gain shares, in proportion to the
   * gains.
   */
  private static void addFlows(
      Map<List<String>, Flow> flows,
      ClientClass clientClass,
      SortedMap<String, Double> before,
      SortedMap<String, Double> after) {
    SortedMap<String, Double> gains = new TreeMap<>(after);
    before.forEach((endpoint, share) -> gains.merge(endpoint, -share, Double::sum));
    double total = gains.values().stream().filter(gain -> gain > NOTHING).mapToDouble(g -> g).sum();
    gains.forEach(
        (from, lost) -> {
          if (lost < -NOTHING) {
            gains.forEach(
                (to, gain) -> {
                  if (gain > NOTHING) {
                    flows
                        .computeIfAbsent(List.of(from, to), key -> new Flow())
                        .add(clientClass, -lost * gain / total);
                  }
                });
          }
        });
  }

  /** The parts of one move. */
  private static final class Flow {
    private final List<ClientLocation> locations = new ArrayList<>();
    private double share;

    void add(ClientClass clientClass, double part) {
      locations.addAll(clientClass.locations());
      share += clientClass.share() * part;
    }

    Move move(String from, String to, double traffic) {
      return new Move(from, to, ClientClass.codes(locations), share, share * traffic);
    }
  }
}
