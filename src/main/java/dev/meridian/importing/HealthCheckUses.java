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

/** Where each health check of a plan can be declared. */
final class HealthCheckUses {
  private final RecordLookup records;
  private final Set<String> elsewhere = new TreeSet<>();
  private final Set<String> ofAddresses = new TreeSet<>();
  private final Set<String> inPlace = new TreeSet<>();
  private final Set<String> notInPlace = new TreeSet<>();
  private final Map<String, Endpoint> own = new TreeMap<>();

  HealthCheckUses(RecordLookup records, List<ImportedName> names, ImportedEndpoints endpoints) {
    List<ImportedGroup> trees = names.stream().flatMap(ImportedName::groups).toList();
    this.records = records;
    trees.forEach(tree -> tree.branchChecks().forEach(elsewhere::add));
    Map<String, Integer> endpointsUsing = new HashMap<>();
    for (Endpoint endpoint : endpoints.all()) {
      endpoint.healthCheck().single().ifPresent(id -> endpointsUsing.merge(id, 1, Integer::sum));
    }
    for (Endpoint endpoint : endpoints.all()) {
      endpoint.healthCheck().accept(new AtEndpoint(endpoint, endpointsUsing));
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
    names.stream().filter(ImportedName::literal).flatMap(ImportedName::checks).forEach(this::list);
  }

  /** Puts a health check into the list of those with a name. */
  private void list(String id) {
    own.remove(id);
    ofAddresses.remove(id);
    inPlace.remove(id);
  }

  /** Decides where the health check of an endpoint can be written. */
  private final class AtEndpoint implements BranchHealthCheck.Cases<Boolean> {
    private final Endpoint endpoint;
    private final Map<String, Integer> endpointsUsing;

    AtEndpoint(Endpoint endpoint, Map<String, Integer> endpointsUsing) {
      this.endpoint = endpoint;
      this.endpointsUsing = endpointsUsing;
    }

    @Override
    public Boolean none() {
      return false;
    }

    @Override
    public Boolean one(BranchHealthCheck.One check) {
      boolean only =
          endpointsUsing.getOrDefault(check.id(), 0) == 1
              && ProbeWriter.probes(records.check(check.id()), endpoint.location());
      return only ? own.put(check.id(), endpoint) == null : elsewhere.add(check.id());
    }

    @Override
    public Boolean each(BranchHealthCheck.Each checks) {
      return ofAddresses.addAll(checks.ids());
    }
  }

  /** A check whose id cannot be a name in a file can still be written at its branch. */
  private void useInPlace(Labelled labelled) {
    labelled
        .leaf()
        .healthCheck()
        .single()
        .filter(id -> !DeclarableName.isName(id))
        .ifPresent(
            id -> {
              boolean probes =
                  ProbeWriter.probes(records.check(id), labelled.leaf().location())
                      && labelled.leaf().saying() != Saying.NEVER;
              // A check of several branches is written once.
              boolean here = probes && !inPlace.contains(id);
              (here ? inPlace : notInPlace).add(id);
            });
  }

  /** Whether to declare the check at every branch that uses it. */
  boolean isInPlace(String id) {
    return inPlace.contains(id);
  }

  private void use(Labelled labelled, ImportedEndpoints endpoints) {
    BranchHealthCheck healthCheck = labelled.leaf().healthCheck();
    boolean said =
        labelled.leaf().saying() == Saying.ALWAYS
            || !healthCheck.equals(endpoints.of(labelled.leaf()).healthCheck());
    if (healthCheck instanceof BranchHealthCheck.Each each) {
      ofAddresses.addAll(each.ids());
    } else if (said) {
      elsewhere.addAll(healthCheck.ids());
    }
  }

  /** The only endpoint that uses the check, if the check probes it. */
  Optional<Endpoint> only(String id) {
    return Optional.ofNullable(own.get(id));
  }

  /**
   * Whether the check is one of several that one declaration at an endpoint or a branch stands for.
   */
  boolean isOfAddress(String id) {
    return ofAddresses.contains(id);
  }

  /** The ids that need an entry under {@code health-checks}, sorted. */
  Set<String> named() {
    Set<String> named = new TreeSet<>(records.checks().keySet());
    named.removeAll(own.keySet());
    named.removeIf(id -> isOfAddress(id) || isInPlace(id));
    return named;
  }

  /** Sorts checks that others count first. */
  static List<HealthCheck> inOrder(Map<String, HealthCheck> checks) {
    return checks.values().stream()
        .sorted(
            java.util.Comparator.<HealthCheck, Boolean>comparing(
                    check -> check.config() instanceof HealthCheckConfig.Calculated)
                .thenComparing(HealthCheck::id))
        .toList();
  }
}
