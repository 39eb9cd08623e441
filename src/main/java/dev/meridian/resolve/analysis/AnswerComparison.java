package dev.meridian.resolve.analysis;

import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.AnswerText;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.LookupResult;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The clients whose answers differ between two plans, each in its own state of health.
 *
 * @param changes by question; for each question, the most populous first
 * @param notKnown the questions that could not be compared because an answer of one plan is not
 *     known
 */
public record AnswerComparison(List<Change> changes, NotKnown notKnown) {

  public AnswerComparison {
    changes = List.copyOf(changes);
  }

  /** Whether no answer changes, and all answers are known. */
  public boolean isSame() {
    return changes.isEmpty() && notKnown.isEmpty();
  }

  /**
   * Clients whose answers change in the same way.
   *
   * @param places labels of client locations, the most populous first
   * @param share of the world's population
   * @param before the probability of each answer, as text without its TTL
   * @param after the same in the second plan
   * @param knownAfterApply the parts of the answers that are known only after apply, by address.
   *     Until then, it is not known whether these answers are the same
   */
  public record Change(
      Question question,
      List<String> places,
      double share,
      SortedMap<String, BigFraction> before,
      SortedMap<String, BigFraction> after,
      SortedSet<String> knownAfterApply) {

    public Change {
      knownAfterApply = Collections.unmodifiableSortedSet(new TreeSet<>(knownAfterApply));
    }

    /** Whether the answers look the same, but can turn out to differ. */
    public boolean looksSame() {
      return before.equals(after);
    }
  }

  /**
   * One of the two plans in its state of health.
   *
   * @param outage what is down
   */
  public record Side(Resolver resolver, HealthState health, Outage outage) {

    /** A plan while nothing has failed; inverted health checks are unhealthy then. */
    public static Side of(RoutingPlan plan) {
      return new Side(Resolver.of(plan), OutageModel.of(plan).health(Outage.NONE), Outage.NONE);
    }

    /** Whether it asks for records of the zone itself whose values are not known. */
    boolean isSetByRoute53(Question question) {
      LookupResult found = resolver.enter(question);
      return found.group() == null && found.result() instanceof DnsResult.SetByRoute53;
    }

    Answers answers(Question question, Client client) {
      SortedMap<String, BigFraction> shares = new TreeMap<>();
      Map<String, List<Value.Reference>> references = new HashMap<>();
      BigFraction answered = BigFraction.ZERO;
      Evaluation evaluation = new Evaluation(resolver.order(client), health);
      for (Outcome outcome : resolver.outcomes(question, evaluation)) {
        String text = AnswerText.of(outcome);
        shares.merge(text, outcome.probability(), BigFraction::add);
        references.putIfAbsent(text, outcome.references());
        if (outcome.isAnswer()) {
          answered = answered.add(outcome.probability());
        }
      }
      return new Answers(shares, references, answered);
    }
  }

  /** Compares the answers to every question of either plan. */
  public static AnswerComparison of(Side first, Side second, List<ClientLocation> locations) {
    return of(first, second, locations, Set.of());
  }

  /**
   * The same for plans that lack the same record sets.
   *
   * @param same the names and types of record sets that neither plan could read, but that are the
   *     same in both
   */
  public static AnswerComparison of(
      Side first, Side second, List<ClientLocation> locations, Set<RrsetKey> same) {
    Set<Question> questions = new LinkedHashSet<>(first.resolver().questions());
    questions.addAll(second.resolver().questions());
    questions.removeIf(
        question -> first.isSetByRoute53(question) || second.isSetByRoute53(question));
    List<Change> changes = new ArrayList<>();
    Resolver[] resolvers = {first.resolver(), second.resolver()};
    NotKnown notKnown =
        first.outage().isEmpty() && second.outage().isEmpty()
            ? NotKnown.whileNothingIsDown(questions, resolvers)
            : NotKnown.of(questions, type -> true, resolvers);
    for (Question question : notKnown.known(questions)) {
      changes.addAll(changes(first, second, question, locations));
    }
    return new AnswerComparison(changes, notKnown.without(same));
  }

  /**
   * The answers of one plan.
   *
   * @param references by answer, its parts that are known only after apply
   * @param answered the probability that there is an answer
   */
  record Answers(
      SortedMap<String, BigFraction> shares,
      Map<String, List<Value.Reference>> references,
      BigFraction answered) {

    /**
     * The references that can make these answers the same as those of another plan, or different:
     * all of an answer that has another share there, and those that can be another text there.
     */
    Stream<String> open(Answers other) {
      return references.entrySet().stream()
          .flatMap(
              answer ->
                  answer.getValue().stream()
                      .filter(
                          reference ->
                              !reference.isAttribute()
                                  || !Objects.equals(
                                      shares.get(answer.getKey()),
                                      other.shares.get(answer.getKey()))))
          .map(Value.Reference::address);
    }
  }

  private record Both(
      SortedMap<String, BigFraction> before,
      SortedMap<String, BigFraction> after,
      SortedSet<String> open) {

    static Both of(Answers first, Answers second) {
      // Whatever the text turns out to be, having an answer differs from having none.
      Set<String> open =
          first.answered().equals(second.answered())
              ? Stream.concat(first.open(second), second.open(first)).collect(Collectors.toSet())
              : Set.of();
      return new Both(first.shares(), second.shares(), new TreeSet<>(open));
    }

    boolean differ() {
      return !before.equals(after) || !open.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Both that
          && before.equals(that.before)
          && after.equals(that.after)
          && open.equals(that.open);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * before.hashCode() + after.hashCode()) + open.hashCode();
    }
  }

  private static List<Change> changes(
      Side first, Side second, Question question, List<ClientLocation> locations) {
    Map<Both, List<ClientLocation>> found = new LinkedHashMap<>();
    for (ClientClass part : parts(first, second, question, locations)) {
      Client client = part.example().client();
      Both both = Both.of(first.answers(question, client), second.answers(question, client));
      if (both.differ()) {
        found.computeIfAbsent(both, key -> new ArrayList<>()).addAll(part.locations());
      }
    }
    List<Change> changes = new ArrayList<>();
    found.forEach(
        (both, alike) ->
            changes.add(
                new Change(
                    question,
                    ClientClass.codes(alike),
                    alike.stream().mapToDouble(ClientLocation::share).sum(),
                    both.before(),
                    both.after(),
                    both.open())));
    changes.sort(Comparator.comparingDouble(change -> -change.share()));
    return changes;
  }

  /**
   * The classes of clients that both plans treat alike. Classes of the first plan's networks are
   * not divided by the second plan's: clients in a block of the second plan have classes of their
   * own, and both plans answer them by their address. The most populous first.
   */
  public static List<ClientClass> parts(
      Side first, Side second, Question question, List<ClientLocation> locations) {
    ClientClasses divided = new ClientClasses(second.resolver());
    List<ClientClass> parts = new ArrayList<>();
    Set<ClientLocation> inNetworks = new HashSet<>();
    for (ClientClass own : new ClientClasses(first.resolver()).of(question, locations)) {
      if (own.example().network() == null) {
        parts.addAll(divided.of(question, own.locations()));
      } else {
        parts.add(own);
      }
    }
    parts.removeIf(part -> part.example().network() != null && !inNetworks.add(part.example()));
    parts.sort(ClientClass.MOST_POPULOUS);
    return parts;
  }
}
