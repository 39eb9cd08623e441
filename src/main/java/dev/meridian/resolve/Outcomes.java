package dev.meridian.resolve;

import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Distributes the probability of 1 from a group down through the aliases that answer. Each group is
 * visited once, after all groups that point to it, so that shared groups cost nothing extra.
 */
final class Outcomes {
  private final Evaluation evaluation;
  private final IdentityHashMap<RecordGroup, BigFraction> chances = new IdentityHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  private Outcomes(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  static List<Outcome> of(RecordGroup root, Evaluation evaluation) {
    Outcomes outcomes = new Outcomes(evaluation);
    outcomes.chances.put(root, BigFraction.ONE);
    List<RecordGroup> order = topDown(root, evaluation);
    for (int i = order.size() - 1; i >= 0; i--) {
      outcomes.pass(order.get(i));
    }
    return outcomes.outcomes;
  }

  /** The groups behind an answer, each after every group that it points to. */
  static List<RecordGroup> topDown(RecordGroup root, Evaluation evaluation) {
    List<RecordGroup> finished = new ArrayList<>();
    visit(root, evaluation, new HashSet<>(), finished);
    return finished;
  }

  private static void visit(
      RecordGroup group, Evaluation evaluation, Set<RecordGroup> seen, List<RecordGroup> finished) {
    if (seen.add(group)) {
      Selection selection = evaluation.selection(group);
      for (int i = 0; i < selection.weights().length; i++) {
        RecordGroup target = selection.weights()[i] > 0 ? selection.applicable()[i].target() : null;
        if (target != null) {
          visit(target, evaluation, seen, finished);
        }
      }
      finished.add(group);
    }
  }

  private void pass(RecordGroup group) {
    Selection selection = evaluation.selection(group);
    BigFraction chance = Objects.requireNonNull(chances.get(group));
    if (selection.total() == 0) {
      outcomes.add(new Outcome(chance, List.of(), new DnsResult.NoData(), null));
    } else if (selection.isTogether()) {
      outcomes.add(new Outcome(chance, List.of(), together(selection), null));
    } else {
      one(selection, chance);
    }
  }

  private void one(Selection selection, BigFraction chance) {
    Map<Long, BigFraction> byWeight = new HashMap<>();
    for (int i = 0; i < selection.weights().length; i++) {
      long weight = selection.weights()[i];
      if (weight > 0) {
        BigFraction part = byWeight.get(weight);
        if (part == null) {
          part = part(chance, weight, selection.total());
          byWeight.put(weight, part);
        }
        carry(selection.applicable()[i], part);
      }
    }
  }

  private static BigFraction part(BigFraction chance, long weight, long total) {
    return weight == total
        ? chance
        : BigFraction.of(
            chance.getNumerator().multiply(BigInteger.valueOf(weight)),
            chance.getDenominator().multiply(BigInteger.valueOf(total)));
  }

  private void carry(IndexedRecord member, BigFraction chance) {
    RecordGroup target = member.target();
    if (target != null) {
      chances.merge(target, chance, BigFraction::add);
    } else {
      outcomes.add(new Outcome(chance, List.of(), result(member), member.record));
    }
  }

  private static DnsResult result(IndexedRecord member) {
    return member
        .record
        .data()
        .accept(
            new RecordData.Cases<DnsResult>() {
              @Override
              public DnsResult values(RecordData.Values answer) {
                return new DnsResult.Values(answer.values(), answer.ttl());
              }

              @Override
              public DnsResult recordAlias(RecordData.RecordAlias answer) {
                return member.looped() ? new DnsResult.Loop() : new DnsResult.NoData();
              }

              @Override
              public DnsResult resourceAlias(RecordData.ResourceAlias answer) {
                return new DnsResult.Resource(answer.dnsName(), answer.zoneId());
              }
            });
  }

  private static DnsResult together(Selection selection) {
    List<List<Value>> records = new ArrayList<>();
    long ttl = RecordData.Values.MAX_TTL;
    for (int i = 0; i < selection.weights().length; i++) {
      RecordData answer = selection.applicable()[i].record.data();
      if (selection.weights()[i] > 0 && answer instanceof RecordData.Values values) {
        records.add(values.values());
        ttl = Math.min(ttl, values.ttl());
      }
    }
    // By text, because the order of set identifiers means nothing to the client.
    records.sort(Comparator.comparing(List::toString));
    if (records.size() > Selection.MULTIVALUE_MOST) {
      return new DnsResult.Sample(Selection.MULTIVALUE_MOST, records, ttl);
    }
    Set<Value> all = new LinkedHashSet<>();
    records.forEach(all::addAll);
    return new DnsResult.Values(List.copyOf(all), ttl);
  }
}
