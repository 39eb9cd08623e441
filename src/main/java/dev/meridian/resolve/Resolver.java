package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about one plan as Route 53 would. Thread-safe; create one and use it for many
 * questions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html">Choosing
 *     a routing policy</a>
 */
public final class Resolver {
  private final PlanIndex index;
  private final NameLookup nameLookup;
  private final ZoneKind zone;
  private final Interpretation interpretation;
  private volatile @Nullable List<Question> questions; // most resolvers are never asked for them

  private Resolver(PlanIndex index, ZoneKind zone, Interpretation interpretation) {
    this.index = index;
    this.nameLookup = new NameLookup(index, interpretation);
    this.zone = zone;
    this.interpretation = interpretation;
  }

  /** Whether record sets of the zone could not be read. */
  public boolean isPartial() {
    return !index.unread().isEmpty();
  }

  /** A resolver of a public zone with the documented semantics. */
  public static Resolver of(RoutingPlan plan) {
    return of(plan, ZoneKind.PUBLIC, Interpretation.DOCUMENTED);
  }

  public static Resolver of(RoutingPlan plan, ZoneKind zone, Interpretation interpretation) {
    return of(plan, zone, interpretation, List.of());
  }

  /**
   * A resolver of a plan that lacks record sets. It answers with what the plan has; {@link #unread}
   * says whether an answer depends on what is missing.
   */
  public static Resolver of(
      RoutingPlan plan,
      ZoneKind zone,
      Interpretation interpretation,
      Collection<UnreadRecord> unread) {
    return of(plan, zone, interpretation, unread, ApexRecords.OF_NEW_ZONE);
  }

  /** The same for a zone whose own NS and SOA records are known, or that exists already. */
  public static Resolver of(
      RoutingPlan plan,
      ZoneKind zone,
      Interpretation interpretation,
      Collection<UnreadRecord> unread,
      ApexRecords apex) {
    return new Resolver(new PlanIndex(plan, unread, apex), zone, interpretation);
  }

  /**
   * What the answer to {@code question} depends on that could not be read, such as {@code
   * www.example.com A} or {@code health check eu}: at its own name, and at those that aliases,
   * CNAMEs, and health checks point to. Empty if the answer is known.
   */
  public SortedSet<String> unread(Question question) {
    return UnreadBehind.of(question, this, false);
  }

  /**
   * The same for the answer during {@code outage}. While nothing is down, it does not matter which
   * health check a record set has, if none of them is inverted.
   */
  public SortedSet<String> unread(Question question, Outage outage) {
    return UnreadBehind.of(question, this, outage.isEmpty());
  }

  /** The kind of the zone, which decides who can ask. */
  public ZoneKind zone() {
    return zone;
  }

  /** Every answer that {@code client} can get in that state of health, with the reasons. */
  public Resolution answer(Question question, Client client, HealthState health) {
    Evaluation evaluation = new Evaluation(order(client), health);
    List<Outcome> outcomes = outcomes(question, evaluation);
    return new Resolution(question, outcomes, new Reasons(this, evaluation).of(question, Set.of()));
  }

  /**
   * The questions that clients ask: the names of the zone with their types, except for names that
   * are only targets of aliases. For a CNAME, clients ask for addresses.
   */
  public List<Question> questions() {
    List<Question> known = questions;
    if (known == null) {
      known = asked();
      questions = known;
    }
    return known;
  }

  private List<Question> asked() {
    Set<Question> all = new LinkedHashSet<>();
    for (RecordGroup group : index.asked()) {
      Question question = new Question(group.key.name(), group.key.type());
      all.addAll(group.key.type() == RecordType.CNAME ? throughCname(question) : List.of(question));
    }
    index.askedUnread().forEach(record -> all.add(question(record)));
    return List.copyOf(all);
  }

  private static Question question(UnreadRecord record) {
    boolean addresses = record.mayBe(RecordType.CNAME);
    return new Question(
        Objects.requireNonNull(record.name()),
        addresses ? RecordType.A : Objects.requireNonNull(record.type()));
  }

  private List<Question> throughCname(Question question) {
    Question ipv4 = new Question(question.name(), RecordType.A);
    Question ipv6 = new Question(question.name(), RecordType.AAAA);
    boolean six = leadsTo(ipv6);
    return !six ? List.of(ipv4) : leadsTo(ipv4) ? List.of(ipv4, ipv6) : List.of(ipv6);
  }

  private boolean leadsTo(Question question) {
    return groups(question).stream().anyMatch(group -> group.key.type() == question.type());
  }

  public PlanIndex index() {
    return index;
  }

  public CandidateOrder order(Client client) {
    return new CandidateOrder(index, zone, interpretation, client);
  }

  public RecordHealth recordHealth(HealthState health) {
    return new RecordHealth(health, interpretation);
  }

  @Nullable DnsName owner(DnsName name) {
    return nameLookup.owner(name);
  }

  public LookupResult enter(Question question) {
    return nameLookup.enter(question);
  }

  /** The resolver's own questions of some types that it cannot answer. */
  public NotKnown notKnown(Predicate<RecordType> types) {
    return NotKnown.of(questions(), types, this);
  }

  /** Answers without reasons. */
  public List<Outcome> outcomes(Question question, Evaluation evaluation) {
    return outcomes(question, enter(question), evaluation);
  }

  /** The same if the group that answers the question is already known. */
  public List<Outcome> outcomes(Question question, LookupResult lookup, Evaluation evaluation) {
    return outcomes(question, lookup, evaluation, Set.of());
  }

  private List<Outcome> outcomes(
      Question question, LookupResult lookup, Evaluation evaluation, Set<DnsName> followed) {
    if (lookup.group() == null) {
      return List.of(Outcome.certain(lookup.result()));
    }
    List<Outcome> outcomes = Outcomes.of(lookup.group(), evaluation);
    if (!follows(question.type(), lookup.group())) {
      return outcomes;
    }
    Set<DnsName> path = new HashSet<>(followed);
    path.add(question.name());
    List<Outcome> ends = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.result() instanceof DnsResult.Values values) {
        Value target = values.values().get(0);
        Cname link = new Cname(question.name(), target, values.ttl());
        onward(question.type(), target, evaluation, path)
            .forEach(end -> ends.add(end.after(outcome, link)));
      } else {
        ends.add(outcome);
      }
    }
    return ends;
  }

  private List<Outcome> onward(
      RecordType type, Value target, Evaluation evaluation, Set<DnsName> followed) {
    Optional<Question> next = next(type, target);
    if (next.isEmpty()) {
      return List.of(Outcome.certain(new DnsResult.Elsewhere(target, nameServers(type, target))));
    }
    return followed.contains(next.get().name())
        ? List.of(Outcome.certain(new DnsResult.Loop()))
        : outcomes(next.get(), enter(next.get()), evaluation, followed);
  }

  /** Whether the group's values are not the answer, but names to ask for next. */
  public static boolean follows(RecordType asked, RecordGroup group) {
    return group.key.type() == RecordType.CNAME && asked != RecordType.CNAME;
  }

  /**
   * The question that a CNAME points to; empty if the zone does not answer it, because the target
   * is outside the zone or delegated.
   */
  public Optional<Question> next(RecordType type, Value target) {
    return within(type, target).filter(next -> index.delegation(next.group()) == null);
  }

  private Optional<Question> within(RecordType type, Value target) {
    return DnsName.of(target)
        .filter(name -> name.isWithin(index.zone))
        .map(name -> new Question(name, type));
  }

  /** The servers to which the zone delegates the target of a CNAME; empty if it does not. */
  List<Value> nameServers(RecordType type, Value target) {
    return within(type, target)
        .map(next -> index.delegation(next.group()))
        .map(group -> group.members[0].record.data().parts())
        .orElse(List.of());
  }

  /**
   * Whether an answer can depend on a delegation: through a CNAME to a delegated name, whose
   * servers are asked next, or through an alias to one, which AWS does not document.
   */
  public boolean pointsToDelegation(Question question) {
    return groups(question).stream()
        .anyMatch(
            group ->
                index.isOccluded(group)
                    || (follows(question.type(), group)
                        && Stream.of(group.members)
                            .flatMap(member -> member.firstValue().stream())
                            .anyMatch(to -> !nameServers(question.type(), to).isEmpty())));
  }

  /** Every group that an answer to {@code question} can involve, for any client. */
  public Set<RecordGroup> groups(Question question) {
    Set<RecordGroup> all = new LinkedHashSet<>();
    collect(question, all, new HashSet<>());
    return all;
  }

  private void collect(Question question, Set<RecordGroup> all, Set<DnsName> followed) {
    RecordGroup root = enter(question).group();
    if (root == null || !followed.add(question.name())) {
      return;
    }
    List<RecordGroup> closure = PlanIndex.closure(root);
    all.addAll(closure);
    if (follows(question.type(), root)) {
      for (RecordGroup group : closure) {
        for (IndexedRecord member : group.members) {
          member
              .firstValue()
              .flatMap(target -> next(question.type(), target))
              .ifPresent(next -> collect(next, all, followed));
        }
      }
    }
  }
}
