package dev.meridian.plan;

import dev.meridian.config.Deployment;
import dev.meridian.config.LintId;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.ZoneDeclaration;
import dev.meridian.model.RoutingPlan;
import dev.meridian.plan.lint.Finding;
import dev.meridian.plan.lint.Lint;
import dev.meridian.plan.rule.PlanRules;
import dev.meridian.plan.rule.Subject;
import dev.meridian.plan.rule.Violation;
import dev.meridian.problem.KeyPath;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the rules find in a plan at the place of the declaration where it comes from. */
final class Findings {
  private static final Comparator<Warning> IN_FILE_ORDER =
      Comparator.comparing(Warning::problem, Problem.IN_FILE_ORDER).thenComparing(Warning::id);

  private final Deployment deployment;
  private final Draft draft;

  Findings(Deployment deployment, Draft draft) {
    this.deployment = deployment;
    this.draft = draft;
  }

  Compiled about(RoutingPlan plan) {
    Set<Problem> problems = new LinkedHashSet<>(draft.problems());
    boolean whole = problems.isEmpty();
    List<Warning> warnings = new ArrayList<>();
    for (Violation violation : PlanRules.check(plan, zoneId())) {
      Problem told = origin(violation.subject()).problem(violation.what(), violation.fix());
      switch (violation.severity()) {
        case REJECTED -> problems.add(told);
        case QUOTA -> warnings.add(new Warning(LintId.ACCOUNT_QUOTA, told));
        case DANGLING -> {
          // What could not be compiled is missing too; that was told already.
          if (whole) {
            problems.add(told);
          }
        }
      }
    }
    // A plan that is not whole would raise warnings about what is missing from it.
    if (problems.isEmpty()) {
      Lint.check(plan, deployment).forEach(finding -> warnings.add(warning(finding)));
      deployment.regions().values().stream()
          .filter(region -> region.pinnedOutputs().isPresent())
          .forEach(region -> warnings.add(pinned(region)));
    }
    return new Compiled(
        plan, problems.stream().sorted(Problem.IN_FILE_ORDER).toList(), told(warnings));
  }

  private @Nullable String zoneId() {
    return deployment.zone().adoption() instanceof ZoneDeclaration.Adoption.ById zone
        ? zone.zoneId()
        : null;
  }

  private static Warning pinned(RegionDeclaration region) {
    Origin origin = new Origin(region.at(), KeyPath.of("regions", region.code(), "pinned"));
    return new Warning(
        LintId.REGION_PINNED,
        origin.problem(
            "DNS uses the pinned outputs, whatever the region's state says",
            "remove pinned once the state can be read again"));
  }

  private Warning warning(Finding finding) {
    Problem problem = origin(finding.subject()).problem(finding.what(), finding.fix());
    return new Warning(finding.id(), problem);
  }

  /** Once for each place, though A and AAAA records may both raise it; none that is silenced. */
  private List<Warning> told(List<Warning> warnings) {
    record Place(LintId id, Source at, KeyPath path) {
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Place that
            && id.equals(that.id)
            && at.equals(that.at)
            && path.equals(that.path);
      }

      @Override
      public int hashCode() {
        return 31 * (31 * id.hashCode() + at.hashCode()) + path.hashCode();
      }
    }
    Map<Place, Warning> first = new HashMap<>();
    for (Warning warning : warnings) {
      Problem problem = warning.problem();
      first.putIfAbsent(new Place(warning.id(), problem.at(), problem.keyPath()), warning);
    }
    return first.values().stream()
        .filter(warning -> !deployment.silenced().contains(warning.id().id()))
        .sorted(IN_FILE_ORDER)
        .toList();
  }

  private Origin origin(Subject subject) {
    return draft.origin(subject).orElseGet(() -> fallback(subject));
  }

  /** Collections and the zone as a whole have no place of their own in the deployment. */
  private Origin fallback(Subject subject) {
    Source zone = deployment.zone().at();
    return subject instanceof Subject.OfCidrCollection collection
        ? new Origin(
            Source.wholeFile(zone.file()), KeyPath.of("cidr-collections", collection.name()))
        : new Origin(zone, KeyPath.of("zone"));
  }
}
