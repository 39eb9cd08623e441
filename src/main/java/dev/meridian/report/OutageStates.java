package dev.meridian.report;

import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.ClientClasses;
import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The answers to every question of addresses or a CNAME in every state that a page can show.
 *
 * @param endpoints what the user can take down, sorted
 * @param failures how many of them can be down together: all of them, or as many as {@link
 *     #MOST_STATES} permits
 * @param states the smallest outages first; the first is the one without an outage
 * @param names in the order of {@link Resolver#questions}
 */
public record OutageStates(
    List<String> endpoints, int failures, List<State> states, List<Name> names) {
  /** States on one page; 8 endpoints have 256. */
  public static final int MOST_STATES = 256;

  public OutageStates {
    endpoints = List.copyOf(endpoints);
    states = List.copyOf(states);
    names = List.copyOf(names);
  }

  /**
   * A set of failures.
   *
   * @param down the indexes of the endpoints that the user takes down
   * @param outage what is down then
   */
  public record State(List<Integer> down, Outage outage) {
    public State {
      down = List.copyOf(down);
    }
  }

  /**
   * The answers to one question.
   *
   * @param shares of each class's requests by endpoint: by state, then by class
   */
  public record Name(
      Question question,
      List<ClientClass> clientClasses,
      List<List<SortedMap<String, Double>>> shares) {
    public Name {
      clientClasses = List.copyOf(clientClasses);
      shares = List.copyOf(shares);
    }
  }

  /**
   * Computes the answers.
   *
   * @param endpoints what the user can take down
   * @param outage what is down if these endpoints are
   */
  public static OutageStates of(
      Resolver resolver,
      OutageModel outageModel,
      Collection<String> endpoints,
      Function<Collection<String>, Outage> outage,
      List<ClientLocation> locations) {
    List<String> all = List.copyOf(endpoints);
    int failures = failures(all.size());
    List<State> states = new ArrayList<>();
    for (List<Integer> down : subsets(all.size(), failures)) {
      states.add(new State(down, outage.apply(down.stream().map(all::get).toList())));
    }
    List<HealthState> healths =
        states.stream().map(state -> outageModel.health(state.outage())).toList();
    List<Name> names = new ArrayList<>();
    for (Question question : resolver.notKnown(OutageModel::connects).known(resolver.questions())) {
      if (OutageModel.connects(question.type())) {
        names.add(name(resolver, question, healths, locations));
      }
    }
    return new OutageStates(all, failures, states, names);
  }

  private static Name name(
      Resolver resolver,
      Question question,
      List<HealthState> healths,
      List<ClientLocation> locations) {
    List<ClientClass> classes = new ClientClasses(resolver).of(question, locations);
    List<List<SortedMap<String, Double>>> shares = new ArrayList<>();
    for (HealthState health : healths) {
      shares.add(
          classes.stream()
              .map(one -> new Evaluation(one.order(), health))
              .map(evaluation -> Shares.of(resolver.outcomes(question, evaluation)))
              .toList());
    }
    return new Name(question, classes, shares);
  }

  /** The most failures for which all states are on the page. */
  static int failures(int endpoints) {
    long states = 1;
    long ofSize = 1;
    for (int size = 1; size <= endpoints; size++) {
      ofSize = ofSize * (endpoints - size + 1) / size;
      states += ofSize;
      if (states > MOST_STATES) {
        return size - 1;
      }
    }
    return endpoints;
  }

  /** All sets of up to {@code most} of the numbers below {@code size}, the smallest first. */
  private static List<List<Integer>> subsets(int size, int most) {
    List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
    for (int from = 0, length = 1; length <= most; length++) {
      int to = all.size();
      for (List<Integer> smaller : List.copyOf(all.subList(from, to))) {
        int next = smaller.isEmpty() ? 0 : smaller.get(smaller.size() - 1) + 1;
        for (int number = next; number < size; number++) {
          List<Integer> larger = new ArrayList<>(smaller);
          larger.add(number);
          all.add(larger);
        }
      }
      from = to;
    }
    return all;
  }
}
