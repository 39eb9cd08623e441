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

/**
 * The answers to one question for every client class in every set of failures among the endpoints
 * behind the question.
 */
final class NameProof {
  private static final double[] NO_LOADS = {};

  private final Resolver resolver;
  private final OutageModel outageModel;
  private final Question question;
  private final LookupResult lookup;
  private final boolean loads;
  private final List<ClientClass> clientClasses;
  private final List<BitSet[]> leaves = new ArrayList<>();
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<BitSet, double[]> shares = new HashMap<>();
  private final BitSet reached = new BitSet();
  private long played;
  private @Nullable Counterexample noAnswer;
  private @Nullable Counterexample deadAnswer;

  /**
   * @param loads whether {@link #shares} is needed
   */
  NameProof(
      Resolver resolver,
      OutageModel outageModel,
      Question question,
      List<ClientLocation> locations,
      boolean loads) {
    this.resolver = resolver;
    this.outageModel = outageModel;
    this.question = question;
    this.lookup = resolver.enter(question);
    this.loads = loads;
    this.clientClasses = new ClientClasses(resolver).of(question, locations);
    this.names = List.copyOf(endpointsBehind());
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    clientClasses.forEach(clientClass -> leaves.add(leaves(clientClass)));
  }

  private Set<String> endpointsBehind() {
    Set<String> found = new TreeSet<>();
    for (RecordGroup group : resolver.groups(question)) {
      for (IndexedRecord member : group.members) {
        OutageModel.of(member.record.data()).stream()
            .filter(outageModel.names()::contains)
            .forEach(found::add);
      }
    }
    return outageModel.causes(found);
  }

  /** The endpoints of every record that can give the class's final answer. */
  private BitSet[] leaves(ClientClass clientClass) {
    List<BitSet> found = new ArrayList<>();
    Set<RecordGroup> seen = new HashSet<>();
    List<Question> questions = new ArrayList<>(List.of(question));
    for (int i = 0; i < questions.size(); i++) {
      RecordGroup root = resolver.enter(questions.get(i)).group();
      if (root != null) {
        boolean follows = Resolver.follows(question.type(), root);
        visit(root, clientClass.order(), seen, follows ? questions : new ArrayList<>(), found);
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
      OutageModel.of(member.record.data()).stream()
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

  List<ClientClass> clientClasses() {
    return clientClasses;
  }

  /** Whether {@link #addLoads} can be asked. */
  boolean hasLoads() {
    return loads;
  }

  BitSet reached() {
    return reached;
  }

  /** The number of answers that {@link #play} checks for all failures up to a size. */
  long answers(int failures) {
    return Math.multiplyExact((long) clientClasses.size(), Subsets.count(failures, names.size()));
  }

  Optional<Counterexample> noAnswer() {
    return Optional.ofNullable(noAnswer);
  }

  Optional<Counterexample> deadAnswer() {
    return Optional.ofNullable(deadAnswer);
  }

  /** The number of answers that were checked. */
  long played() {
    return played;
  }

  /**
   * Adds what each endpoint carries of {@code traffic}.
   *
   * @param places the indexes of the endpoints of {@link #names} in {@code down} and {@code loads}
   */
  void addLoads(BitSet down, int[] places, double traffic, double[] loads) {
    BitSet own = new BitSet(places.length);
    for (int i = 0; i < places.length; i++) {
      own.set(i, down.get(places[i]));
    }
    double[] carried = Objects.requireNonNull(shares.get(own));
    for (int i = 0; i < carried.length; i++) {
      loads[places[i]] += carried[i] * traffic;
    }
  }

  /** The endpoints whose failure can take an endpoint behind the question down, sorted. */
  List<String> names() {
    return names;
  }

  /**
   * Checks the answers of all clients in one failure.
   *
   * @param dead the endpoints that are down, and the accelerators that fail with them
   * @param recordHealth while they are down
   */
  void play(BitSet failed, Set<String> dead, RecordHealth recordHealth) {
    BitSet down = new BitSet(names.size());
    dead.stream().map(numbers::get).filter(Objects::nonNull).forEach(down::set);
    double[] carried = loads ? new double[names.size()] : NO_LOADS;
    for (int i = 0; i < clientClasses.size(); i++) {
      Evaluation evaluation = new Evaluation(clientClasses.get(i).order(), recordHealth);
      for (Outcome outcome : resolver.outcomes(question, lookup, evaluation)) {
        weigh(outcome, down, i, carried);
      }
      evaluation.markAnswering(reached);
    }
    played += clientClasses.size();
    if (loads) {
      shares.put((BitSet) failed.clone(), carried);
    }
  }

  private void weigh(Outcome outcome, BitSet down, int clientClass, double[] carried) {
    List<String> ends = Shares.ends(outcome.result());
    double each = loads ? Shares.each(outcome, ends) * clientClasses.get(clientClass).share() : 0;
    for (String end : ends) {
      Integer number = numbers.get(end);
      if (loads && number != null) {
        carried[number] += each;
      }
      if (end.equals(Shares.NOBODY)) {
        noAnswer = Counterexample.worse(noAnswer, counterexample(down, clientClass));
      } else if (number != null && down.get(number) && hasLiveLeaf(clientClass, down)) {
        deadAnswer = Counterexample.worse(deadAnswer, counterexample(down, clientClass));
      }
    }
  }

  private Counterexample counterexample(BitSet down, int clientClass) {
    return new Counterexample(
        Outage.of(down.stream().mapToObj(names::get).toList()), clientClasses.get(clientClass));
  }

  private boolean hasLiveLeaf(int clientClass, BitSet down) {
    for (BitSet leaf : leaves.get(clientClass)) {
      if (!leaf.intersects(down)) {
        return true;
      }
    }
    return false;
  }
}
