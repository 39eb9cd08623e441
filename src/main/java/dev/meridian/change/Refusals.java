package dev.meridian.change;

import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The writes that Route 53 refuses because of another record set. Each pair of resources at one
 * name is tried in every order in which Terraform can do their steps.
 */
final class Refusals {
  private final ApplyOrder order;
  private final Map<Problem, Found> found = new TreeMap<>();

  /** What is wrong with one name and type. */
  private record Problem(RrsetKey group, RecordConflict conflict) implements Comparable<Problem> {
    @Override
    public int compareTo(Problem other) {
      int groups = group.compareTo(other.group);
      return groups != 0 ? groups : conflict.compareTo(other.conflict);
    }
  }

  private static final class Found {
    private final Set<String> addresses = new TreeSet<>();
    private boolean certain;
  }

  private Refusals(ApplyOrder order) {
    this.order = order;
  }

  static List<ChangeFinding> of(Changes changes, ApplyOrder order) {
    Refusals refusals = new Refusals(order);
    Map<DnsName, List<Timeline>> byName = new HashMap<>();
    for (RecordChange change : changes.records()) {
      Set<DnsName> names = new HashSet<>();
      change.before().records().forEach(record -> names.add(record.name()));
      change.after().records().forEach(record -> names.add(record.name()));
      names.forEach(
          name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(Timeline.of(change)));
    }
    byName.values().stream().filter(Refusals::canConflict).forEach(refusals::addPairs);
    return refusals.findings();
  }

  /** Whether a name has any two versions of record sets that cannot exist together. */
  private static boolean canConflict(List<Timeline> timelines) {
    if (timelines.stream().allMatch(one -> one.steps().isEmpty())) {
      return false;
    }
    if (timelines.stream().anyMatch(one -> one.change().isTrafficPolicy())) {
      return true;
    }
    Map<RecordType, Set<PolicyKind>> kinds = new HashMap<>();
    Map<RecordType, Set<Long>> ttls = new HashMap<>();
    Set<String> slots = new HashSet<>();
    boolean twice = false;
    for (Timeline timeline : timelines) {
      Set<String> own = new HashSet<>();
      for (RecordSet record : versions(timeline)) {
        kinds.computeIfAbsent(record.type(), key -> new HashSet<>()).add(record.policy().kind());
        if (record.data() instanceof RecordData.Values values) {
          ttls.computeIfAbsent(record.type(), key -> new HashSet<>()).add(values.ttl());
        }
        own.add(record.type() + " " + record.slot());
        own.add(record.key().toString());
      }
      for (String slot : own) {
        twice |= !slots.add(slot);
      }
      twice |= timeline.change().action() == Action.CREATE_THEN_DELETE;
    }
    boolean located =
        kinds.values().stream()
            .flatMap(Set::stream)
            .anyMatch(kind -> kind == PolicyKind.GEOPROXIMITY || kind == PolicyKind.IP_BASED);
    boolean cname = kinds.containsKey(RecordType.CNAME) && kinds.size() > 1;
    return twice
        || located
        || cname
        || kinds.values().stream().anyMatch(all -> all.size() > 1)
        || ttls.values().stream().anyMatch(all -> all.size() > 1);
  }

  private static List<RecordSet> versions(Timeline timeline) {
    List<RecordSet> all = new ArrayList<>(timeline.change().before().records());
    all.addAll(timeline.change().after().records());
    return all;
  }

  private void addPairs(List<Timeline> timelines) {
    for (int i = 0; i < timelines.size(); i++) {
      addOwn(timelines.get(i));
      for (int j = i + 1; j < timelines.size(); j++) {
        Timeline one = timelines.get(i);
        Timeline two = timelines.get(j);
        if (!one.steps().isEmpty() || !two.steps().isEmpty()) {
          addPair(one, two);
        }
      }
    }
  }

  /** A resource that is created before it is deleted exists twice for a time. */
  private void addOwn(Timeline timeline) {
    RecordChange change = timeline.change();
    if (change.action() == Action.CREATE_THEN_DELETE) {
      for (RecordSet next : change.after().records()) {
        for (RecordSet old : change.before().records()) {
          conflict(change, next, change, old)
              .ifPresent(
                  conflict ->
                      add(new Problem(next.group(), conflict), true, List.of(change.address())));
        }
      }
    }
  }

  /** Nothing is combined with the record sets of a traffic policy instance. */
  private static Optional<RecordConflict> conflict(
      RecordChange own, RecordSet written, RecordChange other, RecordSet there) {
    boolean policy = own.after().trafficPolicy() || other.isTrafficPolicy();
    return policy && written.group().equals(there.group())
        ? Optional.of(RecordConflict.TRAFFIC_POLICY)
        : RecordConflict.between(written, there, own.overwrites());
  }

  private void addPair(Timeline one, Timeline two) {
    Walk walk = new Walk(one, two);
    walk.from(0, 0, Set.of(), Set.of());
    boolean certain = walk.refused == walk.orders;
    List<String> addresses = List.of(one.change().address(), two.change().address());
    walk.problems.forEach(problem -> add(problem, certain, addresses));
  }

  private void add(Problem problem, boolean certain, List<String> addresses) {
    Found all = found.computeIfAbsent(problem, key -> new Found());
    all.certain |= certain;
    all.addresses.addAll(addresses);
  }

  /** All orders in which Terraform can do the steps of two resources. */
  private final class Walk {
    private final Timeline one;
    private final Timeline two;
    private final Set<Problem> problems = new HashSet<>();
    private int orders;
    private int refused;

    Walk(Timeline one, Timeline two) {
      this.one = one;
      this.two = two;
    }

    void from(int first, int second, Set<Operation> done, Set<Problem> met) {
      if (first == one.steps().size() && second == two.steps().size()) {
        orders++;
        refused += met.isEmpty() ? 0 : 1;
        problems.addAll(met);
        return;
      }
      if (first < one.steps().size() && isFree(one.steps().get(first), rest(two, second))) {
        step(one, two, one.steps().get(first), done, met, first + 1, second);
      }
      if (second < two.steps().size() && isFree(two.steps().get(second), rest(one, first))) {
        step(two, one, two.steps().get(second), done, met, first, second + 1);
      }
    }

    private void step(
        Timeline own,
        Timeline other,
        Operation step,
        Set<Operation> done,
        Set<Problem> met,
        int first,
        int second) {
      Set<Problem> all = new HashSet<>(met);
      if (step.isWrite()) {
        own.change().after().records().forEach(record -> check(own, record, other, done, all));
      }
      Set<Operation> more = new HashSet<>(done);
      more.add(step);
      from(first, second, more, all);
    }

    private void check(
        Timeline own, RecordSet record, Timeline other, Set<Operation> done, Set<Problem> all) {
      for (RecordSet there : other.present(done)) {
        conflict(own.change(), record, other.change(), there)
            .ifPresent(conflict -> all.add(new Problem(record.group(), conflict)));
      }
    }

    private boolean isFree(Operation step, List<Operation> open) {
      return open.stream().noneMatch(other -> order.isBefore(other, step));
    }

    private static List<Operation> rest(Timeline timeline, int from) {
      return timeline.steps().subList(from, timeline.steps().size());
    }
  }

  private List<ChangeFinding> findings() {
    List<ChangeFinding> findings = new ArrayList<>();
    found.forEach(
        (problem, all) ->
            findings.add(
                new ChangeFinding(
                    Kind.REFUSED,
                    all.certain,
                    problem.group().toString(),
                    List.copyOf(all.addresses),
                    List.of(
                        "Route 53 "
                            + (all.certain ? "refuses" : "may refuse")
                            + " this, because "
                            + problem.conflict().reason()
                            + ".",
                        (all.certain ? "" : "It depends on which of the two Terraform does first. ")
                            + "To avoid that, "
                            + problem.conflict().fix()
                            + "."),
                    null)));
    return findings;
  }
}
