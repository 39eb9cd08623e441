package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about one plan as Route 53 would: index once, ask often, from any thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html">Choosing
 *     a routing policy</a>
 */
public final class Resolver {
  private final Index index;
  private final ZoneKind zone;
  private final Semantics semantics;

  private Resolver(Index index, ZoneKind zone, Semantics semantics) {
    this.index = index;
    this.zone = zone;
    this.semantics = semantics;
  }

  /** A resolver of a public zone with the documented semantics. */
  public static Resolver of(RoutingPlan plan) {
    return of(plan, ZoneKind.PUBLIC, Semantics.DOCUMENTED);
  }

  public static Resolver of(RoutingPlan plan, ZoneKind zone, Semantics semantics) {
    return new Resolver(new Index(plan), zone, semantics);
  }

  /** Every answer {@code client} may get in that state of health, with the reasons. */
  public Resolution answer(Question question, Client client, HealthState health) {
    return answer(question, new Evaluation(order(client), health), Set.of());
  }

  Index index() {
    return index;
  }

  Order order(Client client) {
    return new Order(index, zone, semantics, client);
  }

  private Resolution answer(Question question, Evaluation evaluation, Set<DnsName> followed) {
    DnsName owner = owner(question.name());
    if (owner == null) {
      return absent(question);
    }
    List<Rule> entry = new ArrayList<>();
    if (!owner.equals(question.name())) {
      entry.add(Rule.WILDCARD);
    }
    Group group = index.group(owner, question.type());
    if (group == null) {
      group = index.group(owner, RecordType.CNAME);
      entry.add(Rule.CNAME_ANY_TYPE);
    }
    if (group == null) {
      return ended(question, new Ending.NoData(), Rule.ALIAS_TYPE);
    }
    List<Outcome> outcomes = Outcomes.of(group, evaluation);
    Reasons reasons = new Reasons(evaluation);
    if (group.key.type() != RecordType.CNAME || question.type() == RecordType.CNAME) {
      return new Resolution(question, outcomes, reasons.of(group, entry));
    }
    return follow(question, outcomes, evaluation, followed, reasons, reasons.of(group, entry));
  }

  /** Each CNAME that points into the zone goes on with the question at its target. */
  private Resolution follow(
      Question question,
      List<Outcome> outcomes,
      Evaluation evaluation,
      Set<DnsName> followed,
      Reasons reasons,
      Reason reason) {
    Set<DnsName> path = new HashSet<>(followed);
    path.add(question.name());
    List<Outcome> ends = new ArrayList<>();
    Reason told = reason;
    for (Outcome outcome : outcomes) {
      @Nullable Cname link = cname(question.name(), outcome);
      if (link == null) {
        ends.add(outcome);
        continue;
      }
      Resolution onward = onward(question.type(), link, evaluation, path);
      onward.outcomes().forEach(end -> ends.add(prefixed(outcome, link, end)));
      told = Reasons.behind(told, outcome, onward.reason());
    }
    return new Resolution(question, ends, told);
  }

  private Resolution onward(
      RecordType type, Cname link, Evaluation evaluation, Set<DnsName> followed) {
    if (link.target() instanceof Value.Literal host) {
      Question next = new Question(new DnsName(host.text()), type);
      if (followed.contains(next.name())) {
        return ended(next, new Ending.Loop(), Rule.CNAME_LOOP);
      }
      if (next.name().isWithin(index.zone)) {
        return answer(next, evaluation, followed);
      }
      return ended(next, new Ending.Elsewhere(link.target()), Rule.NOT_IN_ZONE);
    }
    Question unknown = new Question(link.owner(), type);
    return ended(unknown, new Ending.Elsewhere(link.target()), Rule.NOT_IN_ZONE);
  }

  private static @Nullable Cname cname(DnsName owner, Outcome outcome) {
    return outcome.ending() instanceof Ending.Values values
        ? new Cname(owner, values.values().get(0), values.ttl())
        : null;
  }

  private static Outcome prefixed(Outcome first, Cname link, Outcome end) {
    List<Cname> cnames = new ArrayList<>();
    cnames.add(link);
    cnames.addAll(end.cnames());
    BigFraction chance = first.probability().multiply(end.probability());
    return new Outcome(
        chance, cnames, end.ending(), end.record() == null ? first.record() : end.record());
  }

  /** The name whose records answer: the name itself or a wildcard; null where there is none. */
  private @Nullable DnsName owner(DnsName name) {
    if (index.owns(name)) {
      return name;
    }
    boolean strict = semantics.has(Semantics.Reading.WILDCARDS_RFC_4592);
    if (strict && index.hasNamesBelow(name)) {
      return null;
    }
    DnsName up = name.parent().orElse(null);
    while (up != null && up.isWithin(index.zone)) {
      DnsName wildcard = up.child("*");
      if (index.owns(wildcard)) {
        return wildcard;
      }
      if (strict && (index.owns(up) || index.hasNamesBelow(up))) {
        return null;
      }
      up = up.parent().orElse(null);
    }
    return null;
  }

  private Resolution absent(Question question) {
    DnsName name = question.name();
    if (!name.isWithin(index.zone)) {
      return ended(question, new Ending.NxDomain(), Rule.NOT_IN_ZONE);
    }
    boolean below =
        semantics.has(Semantics.Reading.WILDCARD_PARENT_NXDOMAIN)
            ? index.hasPlainNamesBelow(name)
            : index.hasNamesBelow(name);
    return below || name.equals(index.zone)
        ? ended(question, new Ending.NoData(), Rule.ALIAS_TYPE)
        : ended(question, new Ending.NxDomain(), Rule.NXDOMAIN);
  }

  private static Resolution ended(Question question, Ending ending, Rule rule) {
    Outcome only = new Outcome(BigFraction.ONE, List.of(), ending, null);
    return new Resolution(question, List.of(only), Reason.without(question.toString(), rule));
  }
}
