package dev.meridian.resolve.analysis;

import dev.meridian.model.Value;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.PlanIndex;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the records that answer no client in any state of health. A record's recovery never makes
 * it answer less, and the recovery of others never makes it answer more. So it is enough to try one
 * state, in which only the record, the aliases that point to it, and the records behind it are
 * healthy.
 */
final class Reachability {
  private final Resolver resolver;

  Reachability(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The records behind the proofs' questions that never answer any client, in the plan's order. */
  List<IndexedRecord> unreached(List<NameProof> proofs) {
    BitSet reached = new BitSet();
    Set<RecordGroup> groups = new LinkedHashSet<>();
    for (NameProof proof : proofs) {
      reached.or(proof.reached());
      groups.addAll(resolver.groups(proof.question()));
    }
    for (RecordGroup group : groups) {
      for (IndexedRecord member : group.members) {
        if (!reached.get(member.number)) {
          HealthState best = bestFor(member, groups);
          proofs.forEach(proof -> play(proof, best, reached));
        }
      }
    }
    return groups.stream()
        .flatMap(group -> List.of(group.members).stream())
        .filter(member -> !reached.get(member.number))
        .toList();
  }

  private void play(NameProof proof, HealthState health, BitSet reached) {
    for (ClientClass clientClass : proof.clientClasses()) {
      Evaluation evaluation = new Evaluation(clientClass.order(), health);
      resolver.outcomes(proof.question(), evaluation);
      evaluation.markAnswering(reached);
    }
  }

  private static HealthState bestFor(IndexedRecord member, Set<RecordGroup> groups) {
    Set<IndexedRecord> healthy = new HashSet<>(Set.of(member));
    RecordGroup target = member.target();
    if (target != null) {
      PlanIndex.closure(target).forEach(group -> healthy.addAll(List.of(group.members)));
    }
    addWayTo(home(member, groups), groups, healthy);
    Set<String> checks = new HashSet<>();
    Set<Value> resources = new HashSet<>();
    for (RecordGroup group : groups) {
      for (IndexedRecord other : group.members) {
        other.record.healthCheckId().ifPresent(checks::add);
        other.resource().ifPresent(resources::add);
      }
    }
    for (IndexedRecord well : healthy) {
      well.record.healthCheckId().ifPresent(checks::remove);
      well.resource().ifPresent(resources::remove);
    }
    return new HealthState(checks, resources);
  }

  private static RecordGroup home(IndexedRecord member, Set<RecordGroup> groups) {
    return groups.stream()
        .filter(group -> group.key.equals(member.record.group()))
        .findFirst()
        .orElseThrow();
  }

  private static void addWayTo(
      RecordGroup group, Set<RecordGroup> groups, Set<IndexedRecord> healthy) {
    for (RecordGroup above : groups) {
      for (IndexedRecord alias : above.members) {
        if (alias.target() == group && healthy.add(alias)) {
          addWayTo(above, groups, healthy);
        }
      }
    }
  }
}
