package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.resolve.client.Latencies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains an evaluation's selections. A group that several aliases point to is explained once. */
final class Reasons {
  private final Resolver resolver;
  private final Evaluation evaluation;
  private final IdentityHashMap<RecordGroup, Reason> reasons = new IdentityHashMap<>();

  Reasons(Resolver resolver, Evaluation evaluation) {
    this.resolver = resolver;
    this.evaluation = evaluation;
  }

  /**
   * @param followed the names whose CNAMEs point to this question
   */
  Reason of(Question question, Set<DnsName> followed) {
    LookupResult lookup = resolver.enter(question);
    RecordGroup group = lookup.group();
    if (group == null) {
      return Reason.without(question.toString(), lookup.rules().get(0));
    }
    Reason reason = of(group);
    if (Resolver.follows(question.type(), group)) {
      Set<DnsName> path = new HashSet<>(followed);
      path.add(question.name());
      reason = reason.behind(member -> onward(member, question.type(), path));
    }
    return lookup.rules().isEmpty() ? reason : reason.and(lookup.rules());
  }

  private Optional<Reason> onward(RecordSet cname, RecordType asked, Set<DnsName> followed) {
    if (!(cname.data() instanceof RecordData.Values values)) {
      return Optional.empty();
    }
    Value target = values.values().get(0);
    Optional<Question> next = resolver.next(asked, target);
    if (next.isEmpty()) {
      boolean delegated = !resolver.nameServers(asked, target).isEmpty();
      return Optional.of(
          Reason.without(target.toString(), delegated ? Rule.DELEGATION : Rule.NOT_IN_ZONE));
    }
    return followed.contains(next.get().name())
        ? Optional.of(Reason.without(next.get().toString(), Rule.CNAME_LOOP))
        : Optional.of(of(next.get(), followed));
  }

  private Reason of(RecordGroup group) {
    Reason known = reasons.get(group);
    if (known == null) {
      known = reason(evaluation.selection(group));
      reasons.put(group, known);
    }
    return known;
  }

  private Reason reason(Selection selection) {
    IndexedRecord[] applicable = selection.applicable();
    List<ChosenRecord> chosen = new ArrayList<>();
    List<RejectedRecord> rejected = new ArrayList<>();
    for (int i = 0; i < applicable.length; i++) {
      if (selection.weights()[i] > 0) {
        chosen.add(choice(selection, i));
      } else {
        rejected.add(new RejectedRecord(applicable[i].record, cause(selection, i)));
      }
    }
    if (applicable.length < selection.group().members.length) {
      addForOthers(selection, rejected);
    }
    List<Rule> rules = new ArrayList<>(Rules.of(selection, evaluation));
    if (resolver.index().isOccluded(selection.group())) {
      rules.add(Rule.ALIAS_INTO_DELEGATION);
    }
    return new Reason(
        selection.group().toString(),
        selection.group().kind,
        rules,
        chosen,
        rejected,
        tie(selection));
  }

  private ChosenRecord choice(Selection selection, int i) {
    IndexedRecord member = selection.applicable()[i];
    RecordGroup target = member.target();
    long most = selection.isTogether() ? Selection.MULTIVALUE_MOST : 1;
    long weight = selection.weights()[i] * Math.min(most, selection.total());
    return new ChosenRecord(
        member.record, weight, selection.total(), target == null ? ended(member) : of(target));
  }

  private static @Nullable Reason ended(IndexedRecord member) {
    if (!member.isRecordAlias()) {
      return null;
    }
    Rule rule = member.looped() ? Rule.ALIAS_LOOP : Rule.ALIAS_TARGET_MISSING;
    return Reason.without(member.record.key().toString(), rule);
  }

  private RejectedRecord.Cause cause(Selection selection, int i) {
    IndexedRecord member = selection.applicable()[i];
    if (!evaluation.healthy(member)) {
      return !evaluation.checkPasses(member)
          ? RejectedRecord.Cause.CHECK
          : member.resource != null ? RejectedRecord.Cause.RESOURCE : RejectedRecord.Cause.TARGET;
    }
    return member.weight == 0 ? RejectedRecord.Cause.STANDBY : RejectedRecord.Cause.OUTRANKED;
  }

  private static void addForOthers(Selection selection, List<RejectedRecord> rejected) {
    List<IndexedRecord> applicable = List.of(selection.applicable());
    for (IndexedRecord member : selection.group().members) {
      if (!applicable.contains(member)) {
        rejected.add(new RejectedRecord(member.record, RejectedRecord.Cause.NOT_FOR_CLIENT));
      }
    }
  }

  private @Nullable NearTie tie(Selection selection) {
    if (selection.group().kind != PolicyKind.LATENCY) {
      return null;
    }
    int winner = Rules.answering(selection, 0);
    int second = winner + 1;
    while (second < selection.applicable().length
        && !(selection.lastResort() || evaluation.healthy(selection.applicable()[second]))) {
      second++;
    }
    if (second >= selection.applicable().length) {
      return null;
    }
    return tie(selection.applicable()[winner], selection.applicable()[second]);
  }

  private @Nullable NearTie tie(IndexedRecord winner, IndexedRecord second) {
    CandidateOrder order = evaluation.order();
    if (order.takesBeijing(winner) || (order.isMeasured(winner) && order.isMeasured(second))) {
      return null;
    }
    double best = order.milliseconds(winner);
    double other = order.milliseconds(second);
    return Latencies.near(best, other)
        ? new NearTie(CandidateOrder.region(winner), best, CandidateOrder.region(second), other)
        : null;
  }
}
