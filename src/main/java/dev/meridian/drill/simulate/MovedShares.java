package dev.meridian.drill.simulate;

import dev.meridian.drill.Scenario;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Shares;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The endpoints that people must leave in each outage, and the share of a name's people that is
 * sent there in each state of health. If only health checks fail, these are the endpoints to which
 * nobody is sent any more.
 */
final class MovedShares {
  private static final double NOTHING = 1e-12;

  private final NameModel model;
  private final SimulatedResolvers resolvers;

  /** By outage. */
  private final List<SortedSet<String>> endpoints = new ArrayList<>();

  /** By class and outage. */
  private final Map<HealthState, double[][]> shares = new HashMap<>();

  /**
   * @param model prepared for all {@code states}, and for those without and with each outage
   */
  MovedShares(
      NameModel model,
      SimulatedResolvers resolvers,
      Scenario scenario,
      OutageModel outages,
      Iterable<HealthState> states) {
    this.model = model;
    this.resolvers = resolvers;
    HealthState usual = outages.health(Outage.NONE);
    scenario
        .outages()
        .forEach(
            one ->
                endpoints.add(
                    one.outage().endpoints().isEmpty()
                        ? abandoned(usual, outages.health(one.outage()))
                        : one.outage().endpoints()));
    states.forEach(state -> shares.put(state, shares(state)));
  }

  private SortedSet<String> abandoned(HealthState usual, HealthState then) {
    SortedSet<String> found = new TreeSet<>();
    model.answers().forEach(answer -> found.addAll(answer.ends().keySet()));
    found.removeIf(
        end -> !Shares.isEndpoint(end) || mean(end, usual) <= NOTHING || mean(end, then) > NOTHING);
    return found;
  }

  /** The share of all people. */
  private double mean(String end, HealthState state) {
    double[] values = values(new TreeSet<>(List.of(end)));
    double mean = 0;
    for (AnswerDraw draw : model.draws(state)) {
      mean += draw.mean(values);
    }
    return mean;
  }

  private double[] values(SortedSet<String> ends) {
    return model.answers().stream().mapToDouble(answer -> answer.share(ends)).toArray();
  }

  private double[][] shares(HealthState state) {
    double[][] found = new double[model.classes()][endpoints.size()];
    for (int outage = 0; outage < endpoints.size(); outage++) {
      double[] values = values(endpoints.get(outage));
      for (int clients = 0; clients < found.length; clients++) {
        found[clients][outage] = model.draws(state).get(clients).mean(values);
      }
    }
    return found;
  }

  int outages() {
    return endpoints.size();
  }

  SortedSet<String> endpoints(int outage) {
    return endpoints.get(outage);
  }

  /** By outage: the share of the people of one class. */
  double[] of(HealthState state, int clients) {
    return Objects.requireNonNull(shares.get(state))[clients];
  }

  /** The share of all people when every resolver has asked in this state of health. */
  double steady(HealthState state, int outage) {
    double sum = 0;
    for (int location = 0; location < resolvers.locations().size(); location++) {
      double part = of(state, model.classOf(location))[outage];
      for (long entry : resolvers.entries(location, false)) {
        sum += entry * part;
      }
    }
    return sum / resolvers.people();
  }
}
