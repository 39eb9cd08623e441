package dev.meridian.migrate;

import dev.meridian.compile.rule.PlanRules;
import dev.meridian.compile.rule.Violation;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Prover;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a step of a migration would do to clients: questions without an answer that have one both
 * before and after the migration, and what Route 53 would refuse.
 */
public final class StepProof {
  /** One endpoint down, as in the usual question after an incident. */
  private static final int FAILURES = 1;

  private final ZoneKind kind;
  private final List<ClientLocation> locations;
  private final Set<RrsetKey> names;
  private final Set<String> known = new HashSet<>();

  /**
   * @param locations the clients
   * @param names the groups whose policies change
   */
  public StepProof(
      ZoneKind kind,
      List<ClientLocation> locations,
      Set<RrsetKey> names,
      RoutingPlan before,
      RoutingPlan after) {
    this.kind = kind;
    this.locations = locations;
    this.names = names;
    unanswered(before).forEach(finding -> known.add(finding.subject()));
    unanswered(after).forEach(finding -> known.add(finding.subject()));
  }

  /** One line for each problem of the step. */
  public Set<String> problems(RoutingPlan step) {
    Set<String> problems = new TreeSet<>();
    for (Violation violation : PlanRules.check(step, kind)) {
      if (violation.severity() != Violation.Severity.QUOTA) {
        problems.add(violation.subject() + ": " + violation.what());
      }
    }
    unanswered(step).stream()
        .filter(finding -> !known.contains(finding.subject()))
        .forEach(finding -> problems.add(finding.subject() + ": " + finding.message()));
    return problems;
  }

  private List<Finding> unanswered(RoutingPlan plan) {
    RoutingPlan part = part(plan);
    Resolver resolver = Resolver.of(part, kind, Interpretation.DOCUMENTED);
    return Prover.prove(part, resolver, locations, Obligations.answers(FAILURES))
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.NO_ANSWER)
        .toList();
  }

  /** The names' record sets, and all that their aliases reach. */
  private RoutingPlan part(RoutingPlan plan) {
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    Set<RrsetKey> reached = new HashSet<>(names);
    Deque<RrsetKey> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      groups.getOrDefault(open.remove(), List.of()).stream()
          .flatMap(record -> record.aliasTarget().stream())
          .filter(reached::add)
          .forEach(open::add);
    }
    Collection<RecordSet> records = new ArrayList<>();
    reached.stream().sorted().forEach(key -> records.addAll(groups.getOrDefault(key, List.of())));
    List<HealthCheck> checks = plan.healthChecks();
    return plan.with(List.copyOf(records), checks, plan.cidrCollections());
  }
}
