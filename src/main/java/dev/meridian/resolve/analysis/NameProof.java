package dev.meridian.resolve.analysis;

import dev.meridian.model.RecordType;
import dev.meridian.resolve.CandidateOrder;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.LookupResult;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.RecordHealth;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.Shares;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One question put to every crowd in every set of failures among the endpoints behind it. */
final class NameProof {
  private final Resolver resolver;
  private final OutageModel endpoints;
  private final Map<Set<String>, RecordHealth> states;
  private final Question question;
  private final LookupResult entry;
  private final boolean loads;
  private final List<ClientClass> crowds;
  private final List<BitSet[]> leaves = new ArrayList<>();
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<BitSet, double[]> shares = new HashMap<>();
  private final BitSet reached = new BitSet();
  private @Nullable Counterexample noAnswer;
  private @Nullable Counterexample deadAnswer;

  /**
   * @param states of health by the endpoints that are down, shared by the proofs of a plan
   * @param loads whether {@link #shares} will be asked for
   */
  NameProof(
      Resolver resolver,
      OutageModel endpoints,
      Map<Set<String>, RecordHealth> states,
      Question question,
      List<ClientLocation> cells,
      boolean loads) {
    this.resolver = resolver;
    this.endpoints = endpoints;
    this.states = states;
    this.question = question;
    this.entry = resolver.enter(question);
    this.loads = loads;
    this.crowds = new ClientClasses(resolver).of(question, cells);
    this.names = List.copyOf(endpointsBehind());
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    crowds.forEach(crowd -> leaves.add(leaves(crowd)));
  }

  private Set<String> endpointsBehind() {
    Set<String> found = new TreeSet<>();
    for (RecordGroup group : resolver.groups(question)) {
      for (IndexedRecord member : group.members) {
        OutageModel.of(member.record.answer()).stream()
            .filter(endpoints.names()::contains)
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The endpoints of every record that may answer the crowd at the end of some way. */
  private BitSet[] leaves(ClientClass crowd) {
    List<BitSet> found = new ArrayList<>();
    Set<RecordGroup> seen = new HashSet<>();
    List<Question> questions = new ArrayList<>(List.of(question));
    for (int i = 0; i < questions.size(); i++) {
      RecordGroup root = resolver.enter(questions.get(i)).group();
      if (root != null) {
        boolean follows = Resolver.follows(question.type(), root);
        visit(root, crowd.order(), seen, follows ? questions : new ArrayList<>(), found);
      }
    }
    return found.toArray(new BitSet[0]);
  }

  private void visit(
      RecordGroup group,
      CandidateOrder order,
      Set<RecordGroup> seen,
      List<Question> onward,
      List<BitSet> found) {
    if (!seen.add(group)) {
      return;
    }
    for (IndexedRecord member : order.of(group)) {
      if (member.target() != null) {
        visit(member.target(), order, seen, onward, found);
        continue;
      }
      BitSet own = new BitSet();
      OutageModel.of(member.record.answer()).stream()
          .map(numbers::get)
          .filter(Objects::nonNull)
          .forEach(own::set);
      Optional<Question> next =
          group.key.type() == RecordType.CNAME
              ? member.firstValue().flatMap(value -> resolver.next(question.type(), value))
              : Optional.empty();
      if (next.isPresent()) {
        onward.add(next.get());
      } else if (!own.isEmpty()) {
        found.add(own);
      }
    }
  }

  Question question() {
    return question;
  }

  List<ClientClass> crowds() {
    return crowds;
  }

  BitSet reached() {
    return reached;
  }

  void run(int failures) {
    Subsets.upTo(failures, names.size(), this::shares);
  }

  Optional<Counterexample> noAnswer() {
    return Optional.ofNullable(noAnswer);
  }

  Optional<Counterexample> deadAnswer() {
    return Optional.ofNullable(deadAnswer);
  }

  /** How many answers were looked at. */
  long played() {
    return (long) shares.size() * crowds.size();
  }

  /** Each endpoint's share of the clients while those numbered {@code down} are down. */
  double[] shares(BitSet down) {
    double[] known = shares.get(down);
    if (known == null) {
      known = play(down);
      shares.put(down, known);
    }
    return known;
  }

  /**
   * Adds what each endpoint carries of {@code traffic}.
   *
   * @param places where the endpoints of {@link #names} stand in {@code down} and {@code loads}
   */
  void addLoads(BitSet down, int[] places, double traffic, double[] loads) {
    BitSet own = new BitSet(places.length);
    for (int i = 0; i < places.length; i++) {
      own.set(i, down.get(places[i]));
    }
    double[] carried = shares(own);
    for (int i = 0; i < carried.length; i++) {
      loads[places[i]] += carried[i] * traffic;
    }
  }

  /** The endpoints behind the question, sorted. */
  List<String> names() {
    return names;
  }

  private double[] play(BitSet down) {
    Set<String> dead = new HashSet<>();
    for (int i = down.nextSetBit(0); i >= 0; i = down.nextSetBit(i + 1)) {
      dead.add(names.get(i));
    }
    RecordHealth vitals =
        states.computeIfAbsent(dead, key -> resolver.vitals(endpoints.health(key)));
    double[] carried = new double[names.size()];
    for (int i = 0; i < crowds.size(); i++) {
      Evaluation evaluation = new Evaluation(crowds.get(i).order(), vitals);
      for (Outcome outcome : resolver.outcomes(question, entry, evaluation)) {
        weigh(outcome, down, i, carried);
      }
      evaluation.markAnswering(reached);
    }
    return carried;
  }

  private void weigh(Outcome outcome, BitSet down, int crowd, double[] carried) {
    List<String> ends = Shares.ends(outcome.ending());
    double each = loads ? Shares.each(outcome, ends) * crowds.get(crowd).share() : 0;
    for (String end : ends) {
      Integer number = numbers.get(end);
      if (number != null) {
        carried[number] += each;
      }
      if (end.equals(Shares.NOBODY)) {
        noAnswer = Counterexample.worse(noAnswer, counterexample(down, crowd));
      } else if (number != null && down.get(number) && hasLiveLeaf(crowd, down)) {
        deadAnswer = Counterexample.worse(deadAnswer, counterexample(down, crowd));
      }
    }
  }

  private Counterexample counterexample(BitSet down, int crowd) {
    return new Counterexample(
        Outage.of(down.stream().mapToObj(names::get).toList()), crowds.get(crowd));
  }

  private boolean hasLiveLeaf(int crowd, BitSet down) {
    for (BitSet leaf : leaves.get(crowd)) {
      if (!leaf.intersects(down)) {
        return true;
      }
    }
    return false;
  }
}
