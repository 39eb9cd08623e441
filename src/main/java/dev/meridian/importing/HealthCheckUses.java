package dev.meridian.importing;

import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where each health check of a plan can be written. */
final class HealthCheckUses {
  private final RecordLookup records;
  private final Set<String> elsewhere = new TreeSet<>();
  private final Set<String> ofAddresses = new TreeSet<>();
  private final Set<String> inPlace = new TreeSet<>();
  private final Set<String> notInPlace = new TreeSet<>();
  private final Map<String, Endpoint> own = new TreeMap<>();

  HealthCheckUses(RecordLookup records, List<ImportedGroup> trees, ImportedEndpoints endpoints) {
    this.records = records;
    trees.forEach(tree -> tree.branchChecks().forEach(elsewhere::add));
    Map<String, Integer> endpointsUsing = new HashMap<>();
    for (Endpoint endpoint : endpoints.all()) {
      if (endpoint.guard() instanceof BranchHealthCheck.One one) {
        endpointsUsing.merge(one.id(), 1, Integer::sum);
      }
    }
    for (Endpoint endpoint : endpoints.all()) {
      if (endpoint.guard() instanceof BranchHealthCheck.Each each) {
        ofAddresses.addAll(each.ids());
      } else if (endpoint.guard() instanceof BranchHealthCheck.One one) {
        boolean only = endpointsUsing.getOrDefault(one.id(), 0) == 1;
        if (only && ProbeWriter.probes(records.check(one.id()), endpoint.location())) {
          own.put(one.id(), endpoint);
        } else {
          elsewhere.add(one.id());
        }
      }
    }
    List<Labelled> leaves = trees.stream().flatMap(ImportedGroup::leaves).toList();
    leaves.forEach(leaf -> use(leaf, endpoints));
    own.keySet().removeAll(elsewhere);
    own.keySet().removeAll(ofAddresses);
    leaves.forEach(this::useInPlace);
    trees.forEach(tree -> tree.branchChecks().forEach(inPlace::remove));
    records.checks().values().stream()
        .filter(check -> check.config() instanceof HealthCheckConfig.Calculated)
        .forEach(c -> inPlace.removeAll(((HealthCheckConfig.Calculated) c.config()).children()));
    inPlace.removeAll(notInPlace);
    inPlace.removeAll(own.keySet());
  }

  /** An id that no health check of a file can have may still be what a branch gives its own. */
  private void useInPlace(Labelled labelled) {
    if (labelled.leaf().guard() instanceof BranchHealthCheck.One one
        && !DeclarableName.isName(one.id())) {
      boolean probes =
          ProbeWriter.probes(records.check(one.id()), labelled.leaf().location())
              && labelled.leaf().saying() != Saying.NEVER;
      (probes ? inPlace : notInPlace).add(one.id());
    }
  }

  /** Whether the check is best written where it is used, at every branch. */
  boolean isInPlace(String id) {
    return inPlace.contains(id);
  }

  private void use(Labelled labelled, ImportedEndpoints endpoints) {
    BranchHealthCheck guard = labelled.leaf().guard();
    boolean said =
        labelled.leaf().saying() == Saying.ALWAYS
            || !guard.equals(endpoints.of(labelled.leaf()).guard());
    if (guard instanceof BranchHealthCheck.Each each) {
      ofAddresses.addAll(each.ids());
    } else if (said && guard instanceof BranchHealthCheck.One one) {
      elsewhere.add(one.id());
    }
  }

  /** The endpoint where alone the check is used, and which it probes. */
  Optional<Endpoint> only(String id) {
    return Optional.ofNullable(own.get(id));
  }

  /** Whether the check is one of several that stand as one at an endpoint or a branch. */
  boolean isOfAddress(String id) {
    return ofAddresses.contains(id);
  }

  /** The ids that need a name of their own, sorted. */
  Set<String> named() {
    Set<String> named = new TreeSet<>(records.checks().keySet());
    named.removeAll(own.keySet());
    named.removeIf(id -> isOfAddress(id) || isInPlace(id));
    return named;
  }

  /** The checks that others count, first. */
  static List<HealthCheck> inOrder(Map<String, HealthCheck> checks) {
    return checks.values().stream()
        .sorted(
            java.util.Comparator.<HealthCheck, Boolean>comparing(
                    check -> check.config() instanceof HealthCheckConfig.Calculated)
                .thenComparing(HealthCheck::id))
        .toList();
  }
}
