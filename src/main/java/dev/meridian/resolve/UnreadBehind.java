package dev.meridian.resolve;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.Delegations;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a question's answer depends on that the plan lacks: record sets that could not be
 * read, and health checks and CIDR collections that records name. It follows aliases, CNAMEs, and
 * health checks, for any client.
 */
final class UnreadBehind {
  private final Resolver resolver;
  private final PlanIndex index;
  private final SortedSet<String> found = new TreeSet<>();
  private final Set<Question> questions = new HashSet<>();
  private final Set<Visit> visits = new HashSet<>();
  private final Set<String> checks = new HashSet<>();
  private final boolean nothingDown;

  /** A CNAME points to another question for each type that clients ask for. */
  private record Visit(RecordGroup group, RecordType asked) {}

  private UnreadBehind(Resolver resolver, boolean nothingDown) {
    this.resolver = resolver;
    this.index = resolver.index();
    this.nothingDown = nothingDown;
  }

  /**
   * What the answer depends on.
   *
   * @param nothingDown whether it is the answer while nothing is down, for which it does not matter
   *     which health check a record set has
   */
  static SortedSet<String> of(Question question, Resolver resolver, boolean nothingDown) {
    UnreadBehind behind = new UnreadBehind(resolver, nothingDown);
    behind.ask(question);
    return behind.found;
  }

  private void ask(Question question) {
    DnsName name = question.name();
    if (!name.isWithin(index.zone) || !questions.add(question)) {
      return;
    }
    DnsName owner = resolver.owner(name);
    for (UnreadRecord record : index.unread()) {
      boolean named = owner != null && record.owner().filter(owner::equals).isPresent();
      if (named && (record.mayBe(question.type()) || record.mayBe(RecordType.CNAME))) {
        add(record);
      }
    }
    addDelegations(question);
    RecordGroup group = resolver.enter(question).group();
    if (group == null || !group.key.name().equals(name)) {
      addNameless(); // one of them might belong to this name
    }
    if (group != null) {
      visit(group, question.type());
    }
  }

  /** An NS record set that could not be read may delegate its name and everything below it. */
  private void addDelegations(Question question) {
    List<RrsetKey> delegating =
        index.unread().stream()
            .flatMap(record -> record.group().stream())
            .filter(group -> group.type() == RecordType.NS)
            .toList();
    Delegations.of(index.zone, delegating)
        .of(question.group())
        .ifPresent(name -> found.add(new RrsetKey(name, RecordType.NS).toString()));
  }

  private void visit(RecordGroup group, RecordType asked) {
    if (!visits.add(new Visit(group, asked))) {
      return;
    }
    addRecordsOf(group);
    for (IndexedRecord member : group.members) {
      member.record.healthCheckId().ifPresent(this::check);
      addCidr(member.record);
      if (member.record.data() instanceof RecordData.RecordAlias alias) {
        alias(new RrsetKey(alias.target(), group.key.type()), member.linked(), asked);
      } else if (Resolver.follows(asked, group)) {
        member.firstValue().flatMap(value -> resolver.next(asked, value)).ifPresent(this::ask);
      }
    }
  }

  /** A record set of unknown name can belong to any group, unless it is a simple one. */
  private void addRecordsOf(RecordGroup group) {
    for (UnreadRecord record : index.unread()) {
      boolean may =
          record.name() == null
              ? group.kind != PolicyKind.SIMPLE && !record.simple()
              : record.name().equals(group.key.name());
      if (may && record.mayBe(group.key.type())) {
        add(record);
      }
    }
  }

  private void alias(RrsetKey target, @Nullable RecordGroup linked, RecordType asked) {
    if (linked != null) {
      visit(linked, asked);
    } else {
      for (UnreadRecord record : index.unread()) {
        boolean may = record.name() == null || record.name().equals(target.name());
        if (may && record.mayBe(target.type())) {
          add(record);
        }
      }
    }
  }

  private void addNameless() {
    index.unread().stream().filter(record -> record.name() == null).forEach(this::add);
  }

  private void add(UnreadRecord record) {
    found.add(record.toString());
  }

  private void check(String id) {
    if (!checks.add(id)) {
      return;
    }
    HealthCheck check = index.check(id);
    if (check == null) {
      found.add("health check " + id);
    } else if (check.config() instanceof HealthCheckConfig.Unidentified) {
      if (!nothingDown) {
        found.add("health check " + id);
      }
    } else if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
      calculated.children().forEach(this::check);
    } else if (check.config() instanceof HealthCheckConfig.Endpoint probe
        && probe.destination().address().isEmpty()) {
      for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
        probe
            .destination()
            .hostName()
            .flatMap(host -> resolver.next(type, host))
            .ifPresent(this::ask);
      }
    }
  }

  private void addCidr(RecordSet record) {
    if (record.policy() instanceof RoutingPolicy.IpBased policy) {
      CidrCollection collection = index.collection(policy.collection());
      boolean known =
          collection != null
              && (policy.location().equals(RoutingPolicy.IpBased.DEFAULT)
                  || collection.locations().containsKey(policy.location()));
      if (!known) {
        found.add("CIDR collection " + policy.collection());
      }
    }
  }
}
