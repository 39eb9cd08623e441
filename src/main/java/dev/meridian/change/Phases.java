package dev.meridian.change;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the states in which answers can be missing, for each component of names. */
final class Phases {
  /** More states of one component are not tried. */
  static final int MOST = 16;

  private final ApplyOrder order;
  private final ApplyOrder creatingFirst;
  private final Map<DnsName, List<RecordChange>> changes = new TreeMap<>();
  private final Map<String, DnsName> components = new HashMap<>();
  private final Map<RrsetKey, List<RecordChange>> groups = new HashMap<>();

  Phases(Changes all, Components names, ApplyOrder order, ApplyOrder creatingFirst) {
    this.order = order;
    this.creatingFirst = creatingFirst;
    for (RecordChange change : all.records()) {
      Optional<DnsName> name =
          change.before().recordSet().or(() -> change.after().recordSet()).map(RecordSet::name);
      change.after().records().stream()
          .map(RecordSet::group)
          .distinct()
          .forEach(group -> groups.computeIfAbsent(group, k -> new ArrayList<>()).add(change));
      name.map(names::of)
          .ifPresent(
              component -> {
                changes.computeIfAbsent(component, key -> new ArrayList<>()).add(change);
                components.put(change.address(), component);
              });
    }
  }

  /** The changes of record sets in a component. */
  List<RecordChange> changes(DnsName component) {
    return changes.getOrDefault(component, List.of());
  }

  /** The states of each component that has any. */
  Map<DnsName, List<Phase>> all() {
    Map<DnsName, List<Phase>> found = new LinkedHashMap<>();
    changes.forEach(
        (component, own) -> {
          List<Phase> phases = phases(component, own);
          if (!phases.isEmpty()) {
            found.put(component, phases);
          }
        });
    return found;
  }

  private List<Phase> phases(DnsName component, List<RecordChange> own) {
    Map<Set<Operation>, Set<Operation>> byForced = new LinkedHashMap<>();
    List<Operation> writes = new ArrayList<>();
    for (RecordChange change : own) {
      for (Operation step : Operation.of(change.address(), change.action())) {
        if (step.isWrite()) {
          writes.add(step);
        } else {
          byForced.computeIfAbsent(forced(component, step), key -> new LinkedHashSet<>()).add(step);
        }
      }
    }
    List<Phase> phases = new ArrayList<>();
    byForced.forEach(
        (forced, removals) -> phases.add(phase(component, forced, removals, byForced, writes)));
    own.stream().flatMap(change -> earlyAlias(component, change).stream()).forEach(phases::add);
    phases.sort(Comparator.comparing(phase -> phase.worst().size()));
    return phases;
  }

  /** The writes in the component that come before a step. */
  private Set<Operation> forced(DnsName component, Operation step) {
    Set<Operation> forced = new HashSet<>();
    for (Operation write : order.writesBefore(step)) {
      if (component.equals(components.get(write.address()))) {
        forced.add(write);
      }
    }
    return forced;
  }

  private Phase phase(
      DnsName component,
      Set<Operation> forced,
      Set<Operation> removals,
      Map<Set<Operation>, Set<Operation>> byForced,
      List<Operation> writes) {
    Set<Operation> done = new HashSet<>(forced);
    forced.forEach(write -> done.addAll(order.removalsBefore(write)));
    if (byForced.size() <= MOST) {
      byForced.forEach(
          (needed, others) -> {
            if (forced.containsAll(needed)) {
              done.addAll(others);
            }
          });
    }
    done.addAll(removals);
    Set<Operation> best = new HashSet<>(done);
    for (Operation write : writes) {
      List<Operation> before = creatingFirst.removalsBefore(write);
      if (before.stream().noneMatch(removals::contains)) {
        best.add(write);
      }
    }
    return new Phase(component, removals, done, best);
  }

  /** An alias that moves to a group before all record sets of the group exist. */
  private Optional<Phase> earlyAlias(DnsName component, RecordChange change) {
    Optional<RrsetKey> target = change.after().recordSet().flatMap(RecordSet::aliasTarget);
    Optional<RrsetKey> old = change.before().recordSet().flatMap(RecordSet::aliasTarget);
    boolean together = change.isTrafficPolicy();
    if (together || change.action() != Action.UPDATE || target.isEmpty() || target.equals(old)) {
      return Optional.empty();
    }
    Operation write = Operation.write(change.address());
    Set<Operation> done = new HashSet<>(order.writesBefore(write));
    done.add(write);
    boolean complete =
        groups.getOrDefault(target.get(), List.of()).stream()
            .filter(member -> !member.action().isIdle() && member.action() != Action.UPDATE)
            .allMatch(member -> done.contains(Operation.write(member.address())));
    if (complete) {
      return Optional.empty();
    }
    Set<Operation> best = new HashSet<>(done);
    groups
        .getOrDefault(target.get(), List.of())
        .forEach(member -> best.add(Operation.write(member.address())));
    return Optional.of(new Phase(component, Set.of(write), done, best));
  }
}
