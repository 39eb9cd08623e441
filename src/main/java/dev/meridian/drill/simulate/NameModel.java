package dev.meridian.drill.simulate;

import dev.meridian.drill.DrilledZone;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.ClientClasses;
import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers to one question in all states of health that occur. After {@link #prepare}, it does
 * not change.
 */
final class NameModel {
  private final Question question;
  private final Resolver resolver;
  private final CacheTtl ttl;
  private final boolean located;
  private final List<ClientClass> classes = new ArrayList<>();
  private final int[] classOf;
  private final Map<CachedAnswer, Integer> numbers = new LinkedHashMap<>();
  private final Map<HealthState, List<AnswerDraw>> draws = new HashMap<>();

  /** One for the same answers with the same chances, so that a change of them can be seen. */
  private final Map<SortedMap<Integer, Double>, AnswerDraw> shared = new HashMap<>();

  private List<CachedAnswer> answers = List.of();

  NameModel(Question question, DrilledZone zone, SimulatedResolvers resolvers) {
    this.question = question;
    this.resolver = zone.resolver();
    this.ttl = new CacheTtl(zone.plan(), resolver);
    ClientClasses divided = new ClientClasses(resolver);
    this.located = divided.isLocated(question);
    IdentityHashMap<ClientLocation, Integer> found = new IdentityHashMap<>();
    for (ClientClass clients : divided.of(question, resolvers.locations())) {
      // A network of an IP-based policy has no people, because nobody knows how many it has.
      if (clients.share() > 0) {
        clients.locations().forEach(location -> found.put(location, classes.size()));
        classes.add(clients);
      }
    }
    classOf =
        resolvers.locations().stream()
            .mapToInt(location -> Objects.requireNonNull(found.get(location)))
            .toArray();
  }

  Question question() {
    return question;
  }

  /** Whether the answer depends on where the client is. */
  boolean located() {
    return located;
  }

  int classes() {
    return classes.size();
  }

  /** The number of the class of the clients in a location. */
  int classOf(int location) {
    return classOf[location];
  }

  void prepare(HealthState health) {
    if (!draws.containsKey(health)) {
      draws.put(health, classes.stream().map(clients -> draw(clients, health)).toList());
    }
  }

  private AnswerDraw draw(ClientClass clients, HealthState health) {
    SortedMap<Integer, Double> chances = new TreeMap<>();
    for (Outcome outcome : resolver.outcomes(question, new Evaluation(clients.order(), health))) {
      CachedAnswer answer = answer(outcome);
      Integer number = numbers.computeIfAbsent(answer, key -> numbers.size());
      chances.merge(number, outcome.probability().doubleValue(), Double::sum);
    }
    answers = List.copyOf(numbers.keySet());
    return shared.computeIfAbsent(chances, key -> new AnswerDraw(key, answers));
  }

  /** A client connects to one of the values, each with equal probability. */
  private CachedAnswer answer(Outcome outcome) {
    List<String> ends = Shares.ends(outcome.result());
    SortedMap<String, Double> shares = new TreeMap<>();
    for (String end : ends) {
      shares.putIfAbsent(end, (double) Collections.frequency(ends, end) / ends.size());
    }
    return new CachedAnswer(shares, ttl.of(question, outcome));
  }

  /** All answers that occur, by number. */
  List<CachedAnswer> answers() {
    return answers;
  }

  /** By class; only for states of health that were prepared. */
  List<AnswerDraw> draws(HealthState health) {
    return Objects.requireNonNull(draws.get(health));
  }
}
