package dev.meridian.resolve;

import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One question put to every crowd in every set of failures among the endpoints behind it. */
final class NameProof {
  private final Resolver resolver;
  private final Endpoints endpoints;
  private final Map<Set<String>, Vitals> states;
  private final Question question;
  private final boolean loads;
  private final List<Crowd> crowds;
  private final List<BitSet[]> leaves = new ArrayList<>();
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<BitSet, double[]> shares = new HashMap<>();
  private final BitSet reached = new BitSet();
  private @Nullable Breach noAnswer;
  private @Nullable Breach deadAnswer;

  /**
   * @param states of health by the endpoints that are down, shared by the proofs of a plan
   * @param loads whether {@link #shares} will be asked for
   */
  NameProof(
      Resolver resolver,
      Endpoints endpoints,
      Map<Set<String>, Vitals> states,
      Question question,
      List<Cell> cells,
      boolean loads) {
    this.resolver = resolver;
    this.endpoints = endpoints;
    this.states = states;
    this.question = question;
    this.loads = loads;
    this.crowds = new Crowds(resolver).of(question, cells);
    this.names = List.copyOf(endpointsBehind());
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    crowds.forEach(crowd -> leaves.add(leaves(crowd)));
  }

  private Set<String> endpointsBehind() {
    Set<String> found = new TreeSet<>();
    for (Group group : resolver.groups(question)) {
      for (Member member : group.members) {
        Endpoints.of(member.record.answer()).stream()
            .filter(endpoints.names()::contains)
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The endpoints of every record that may answer the crowd at the end of some way. */
  private BitSet[] leaves(Crowd crowd) {
    List<BitSet> found = new ArrayList<>();
    Set<Group> seen = new HashSet<>();
    List<Question> questions = new ArrayList<>(List.of(question));
    for (int i = 0; i < questions.size(); i++) {
      Group root = resolver.enter(questions.get(i)).group();
      if (root != null) {
        boolean follows = Resolver.follows(question.type(), root);
        visit(root, crowd.order(), seen, follows ? questions : new ArrayList<>(), found);
      }
    }
    return found.toArray(new BitSet[0]);
  }

  private void visit(
      Group group, Order order, Set<Group> seen, List<Question> onward, List<BitSet> found) {
    if (!seen.add(group)) {
      return;
    }
    for (Member member : order.of(group)) {
      if (member.target() != null) {
        visit(member.target(), order, seen, onward, found);
        continue;
      }
      BitSet own = new BitSet();
      Endpoints.of(member.record.answer()).stream()
          .filter(numbers::containsKey)
          .forEach(e -> own.set(numbers.get(e)));
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

  List<Crowd> crowds() {
    return crowds;
  }

  BitSet reached() {
    return reached;
  }

  void run(int failures) {
    Subsets.upTo(failures, names.size(), this::shares);
  }

  Optional<Breach> noAnswer() {
    return Optional.ofNullable(noAnswer);
  }

  Optional<Breach> deadAnswer() {
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

  /** The share of every endpoint, by its name, while {@code outage} lasts. */
  void addLoads(Outage outage, double traffic, Map<String, Double> to) {
    BitSet down = new BitSet();
    outage.endpoints().stream().map(numbers::get).filter(n -> n != null).forEach(down::set);
    double[] carried = shares(down);
    for (int i = 0; i < carried.length; i++) {
      to.merge(names.get(i), carried[i] * traffic, Double::sum);
    }
  }

  private double[] play(BitSet down) {
    Set<String> dead = new HashSet<>();
    for (int i = down.nextSetBit(0); i >= 0; i = down.nextSetBit(i + 1)) {
      dead.add(names.get(i));
    }
    Vitals vitals = states.computeIfAbsent(dead, key -> resolver.vitals(endpoints.health(key)));
    double[] carried = new double[names.size()];
    for (int i = 0; i < crowds.size(); i++) {
      Evaluation evaluation = new Evaluation(crowds.get(i).order(), vitals);
      List<Outcome> outcomes = resolver.outcomes(question, evaluation);
      evaluation.markAnswering(reached);
      judge(outcomes, down, i);
      if (loads) {
        add(outcomes, crowds.get(i).share(), carried);
      }
    }
    return carried;
  }

  private void add(List<Outcome> outcomes, double share, double[] carried) {
    Shares.of(outcomes)
        .forEach(
            (endpoint, part) -> {
              Integer number = numbers.get(endpoint);
              if (number != null) {
                carried[number] += part * share;
              }
            });
  }

  private void judge(List<Outcome> outcomes, BitSet down, int crowd) {
    for (Outcome outcome : outcomes) {
      for (String end : Shares.ends(outcome.ending())) {
        Integer number = numbers.get(end);
        if (end.equals(Shares.NOBODY)) {
          noAnswer = Breach.worse(noAnswer, breach(down, crowd));
        } else if (number != null && down.get(number) && hasLiveLeaf(crowd, down)) {
          deadAnswer = Breach.worse(deadAnswer, breach(down, crowd));
        }
      }
    }
  }

  private Breach breach(BitSet down, int crowd) {
    return new Breach(Outage.of(down.stream().mapToObj(names::get).toList()), crowds.get(crowd));
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
