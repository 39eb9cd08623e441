package dev.meridian.resolve.analysis;

import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.resolve.AnswerText;
import dev.meridian.resolve.Client;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
   */
  public record Change(
      Question question,
      List<String> places,
      double share,
      SortedMap<String, BigFraction> before,
      SortedMap<String, BigFraction> after) {}

  /** One of the two plans in its state of health. */
  public record Side(Resolver resolver, HealthState health) {

    /** A plan while nothing has failed; inverted health checks are unhealthy then. */
    public static Side of(RoutingPlan plan) {
      return new Side(Resolver.of(plan), OutageModel.of(plan).health(Outage.NONE));
    }

    /** Whether it asks for records of the zone itself whose values are not known. */
    private boolean isSetByRoute53(Question question) {
      LookupResult found = resolver.enter(question);
      return found.group() == null && found.result() instanceof DnsResult.SetByRoute53;
    }

    private SortedMap<String, BigFraction> answers(Question question, Client client) {
      SortedMap<String, BigFraction> answers = new TreeMap<>();
      Evaluation evaluation = new Evaluation(resolver.order(client), health);
      for (Outcome outcome : resolver.outcomes(question, evaluation)) {
        answers.merge(AnswerText.of(outcome), outcome.probability(), BigFraction::add);
      }
      return answers;
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
    NotKnown notKnown = NotKnown.of(questions, type -> true, first.resolver(), second.resolver());
    for (Question question : notKnown.known(questions)) {
      changes.addAll(changes(first, second, question, locations));
    }
    return new AnswerComparison(changes, notKnown.without(same));
  }

  private record Both(SortedMap<String, BigFraction> before, SortedMap<String, BigFraction> after) {
    boolean differ() {
      return !before.equals(after);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Both that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
      return 31 * before.hashCode() + after.hashCode();
    }
  }

  private static List<Change> changes(
      Side first, Side second, Question question, List<ClientLocation> locations) {
    Map<Both, List<ClientLocation>> found = new LinkedHashMap<>();
    for (ClientClass clientClass : new ClientClasses(first.resolver()).of(question, locations)) {
      for (ClientClass part :
          new ClientClasses(second.resolver()).of(question, clientClass.locations())) {
        Client client = part.example().client();
        Both both = new Both(first.answers(question, client), second.answers(question, client));
        if (both.differ()) {
          found.computeIfAbsent(both, key -> new ArrayList<>()).addAll(part.locations());
        }
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
                    both.after())));
    changes.sort(Comparator.comparingDouble(change -> -change.share()));
    return changes;
  }
}
