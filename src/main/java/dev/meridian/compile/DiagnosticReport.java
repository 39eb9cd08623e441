package dev.meridian.compile;

import dev.meridian.compile.lint.Lint;
import dev.meridian.compile.lint.LintFinding;
import dev.meridian.compile.rule.PlanRules;
import dev.meridian.compile.rule.Subject;
import dev.meridian.compile.rule.Violation;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.LintId;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reports what the rules find in a plan, at the place where the declaration causes it. */
final class DiagnosticReport {
  private static final Comparator<LintWarning> IN_FILE_ORDER =
      Comparator.comparing(LintWarning::problem, Diagnostic.IN_FILE_ORDER)
          .thenComparing(LintWarning::id);

  private final Deployment deployment;
  private final PlanBuilder builder;
  private final Origins origins;

  DiagnosticReport(Deployment deployment, PlanBuilder builder) {
    this.deployment = deployment;
    this.builder = builder;
    this.origins = builder.origins();
  }

  CompiledPlan about(
      RoutingPlan plan,
      Map<String, List<Value>> endpoints,
      EarlierNames earlier,
      SortedMap<RrsetKey, PolicyDocument> documents) {
    Set<Diagnostic> problems = new LinkedHashSet<>(builder.problems());
    boolean whole = problems.isEmpty();
    List<LintWarning> warnings = new ArrayList<>();
    for (Violation violation :
        PlanRules.check(ownership(plan, problems), deployment.zone().kind(), zoneId())) {
      Diagnostic reported = origin(violation.subject()).problem(violation.what(), violation.fix());
      switch (violation.severity()) {
        case REJECTED -> problems.add(reported);
        case QUOTA -> warnings.add(new LintWarning(LintId.ACCOUNT_QUOTA, reported));
        case DANGLING -> {
          // What could not be compiled is missing too, and already has its own problem.
          if (whole) {
            problems.add(reported);
          }
        }
      }
    }
    // An incomplete plan would raise warnings about what is missing from it.
    if (problems.isEmpty()) {
      Lint.check(plan, deployment).forEach(finding -> warnings.add(warning(finding)));
      if (!deployment.isPrivateZone()) {
        deployment.regions().values().stream()
            .filter(region -> region.pinnedOutputs().isPresent())
            .forEach(region -> warnings.add(pinned(region)));
        deployment.regions().values().forEach(region -> assigned(region).ifPresent(warnings::add));
      }
    }
    return new CompiledPlan(
        plan,
        problems.stream().sorted(Diagnostic.IN_FILE_ORDER).toList(),
        reported(warnings),
        origins,
        endpoints,
        earlier,
        documents);
  }

  /** The plan with the ownership records that can exist. */
  private RoutingPlan ownership(RoutingPlan plan, Set<Diagnostic> problems) {
    Ownership ownership = Ownership.of(deployment);
    Map<DnsName, DnsName> owned = new HashMap<>();
    ownership.byName().forEach((name, record) -> owned.put(record.name(), name));
    boolean clear = true;
    for (RrsetKey group : plan.groups().keySet()) {
      DnsName name = owned.get(group.name());
      if (name != null) {
        clear = false;
        problems.add(
            origin(new Subject.OfGroup(group))
                .problem(
                    group.name() + " is the name of the TXT record that names the owner of " + name,
                    "use another name, or write ownership: false"));
      }
    }
    for (DnsName name : ownership.tooLong()) {
      problems.add(
          new Origin(deployment.zone().at(), KeyPath.of("zone"))
              .problem(
                  "the TXT record that names the owner of "
                      + name
                      + " would have a longer name than DNS allows",
                  "write ownership: false"));
    }
    return clear ? ownership.with(plan) : plan;
  }

  private @Nullable String zoneId() {
    return deployment.zone().adoption() instanceof ZoneDeclaration.Adoption.ById zone
        ? zone.zoneId()
        : null;
  }

  private static LintWarning pinned(RegionDeclaration region) {
    Origin origin = new Origin(region.at(), KeyPath.of("regions", region.code(), "pinned"));
    return new LintWarning(
        LintId.REGION_PINNED,
        origin.problem(
            "DNS uses the pinned outputs instead of the region's state",
            "remove pinned as soon as the state can be read again"));
  }

  private static Optional<LintWarning> assigned(RegionDeclaration region) {
    if (!(region.site().network() instanceof Site.Network.Created network) || !network.assigned()) {
      return Optional.empty();
    }
    Origin origin = new Origin(region.at(), KeyPath.of("regions", region.code()));
    return Optional.of(
        new LintWarning(
            LintId.NETWORK_BLOCK_ASSIGNED,
            origin.problem(
                "the private zone gives the VPC of "
                    + region.code()
                    + " the block "
                    + network.cidr()
                    + ", and a deployed VPC with another block would be replaced",
                "under regions, write "
                    + region.code()
                    + ": {site: {network: {cidr: "
                    + network.cidr()
                    + "}}}; if the region is deployed, write its block")));
  }

  private LintWarning warning(LintFinding finding) {
    Diagnostic problem = origin(finding.subject()).problem(finding.what(), finding.fix());
    return new LintWarning(finding.id(), problem);
  }

  /**
   * Each warning once per place, even if A and AAAA records both raise it, without silenced ones.
   */
  private List<LintWarning> reported(List<LintWarning> warnings) {
    record Place(LintId id, SourceLocation at, KeyPath path) {
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
    Map<Place, LintWarning> first = new HashMap<>();
    for (LintWarning warning : warnings) {
      Diagnostic problem = warning.problem();
      first.putIfAbsent(new Place(warning.id(), problem.at(), problem.keyPath()), warning);
    }
    return first.values().stream()
        .filter(warning -> !deployment.silenced().contains(warning.id().id()))
        .sorted(IN_FILE_ORDER)
        .toList();
  }

  private Origin origin(Subject subject) {
    return origins.of(subject).orElseGet(() -> fallback(subject));
  }

  /** The deployment does not record where collections and the zone as a whole are declared. */
  private Origin fallback(Subject subject) {
    SourceLocation zone = deployment.zone().at();
    return subject instanceof Subject.OfCidrCollection collection
        ? new Origin(
            SourceLocation.wholeFile(zone.file()),
            KeyPath.of("cidr-collections", collection.name()))
        : new Origin(zone, KeyPath.of("zone"));
  }
}
