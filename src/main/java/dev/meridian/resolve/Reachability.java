package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the records that answer nobody in any state of health. A record that recovers never loses
 * by it, and neither does it gain when the others recover: so one state tells, in which only the
 * record, the way to it and what lies behind it are healthy.
 */
final class Reachability {
  private final Resolver resolver;

  Reachability(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The records behind the proofs' questions that no crowd ever reaches, in the plan's order. */
  List<Member> unreached(List<NameProof> proofs) {
    BitSet reached = new BitSet();
    Set<Group> groups = new LinkedHashSet<>();
    for (NameProof proof : proofs) {
      reached.or(proof.reached());
      groups.addAll(resolver.groups(proof.question()));
    }
    for (Group group : groups) {
      for (Member member : group.members) {
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
    for (Crowd crowd : proof.crowds()) {
      Evaluation evaluation = new Evaluation(crowd.order(), health);
      resolver.outcomes(proof.question(), evaluation);
      evaluation.markAnswering(reached);
    }
  }

  private static HealthState bestFor(Member member, Set<Group> groups) {
    Set<Member> healthy = new HashSet<>(Set.of(member));
    Group target = member.target();
    if (target != null) {
      Index.closure(target).forEach(group -> healthy.addAll(List.of(group.members)));
    }
    addWayTo(home(member, groups), groups, healthy);
    Set<String> checks = new HashSet<>();
    Set<Value> resources = new HashSet<>();
    for (Group group : groups) {
      for (Member other : group.members) {
        other.record.healthCheckId().ifPresent(checks::add);
        other.resource().ifPresent(resources::add);
      }
    }
    for (Member well : healthy) {
      well.record.healthCheckId().ifPresent(checks::remove);
      well.resource().ifPresent(resources::remove);
    }
    return new HealthState(checks, resources);
  }

  private static Group home(Member member, Set<Group> groups) {
    return groups.stream()
        .filter(group -> group.key.equals(member.record.group()))
        .findFirst()
        .orElseThrow();
  }

  private static void addWayTo(Group group, Set<Group> groups, Set<Member> healthy) {
    for (Group above : groups) {
      for (Member alias : above.members) {
        if (alias.target() == group && healthy.add(alias)) {
          addWayTo(above, groups, healthy);
        }
      }
    }
  }
}
