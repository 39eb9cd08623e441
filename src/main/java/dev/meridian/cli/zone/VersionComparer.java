package dev.meridian.cli.zone;

import dev.meridian.aws.AwsReadException;
import dev.meridian.change.ChangeAnalysis;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.ComparedSources;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlannedZone;
import dev.meridian.cli.option.PlannedZones;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.change.GuardText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.PlanReport;
import dev.meridian.cli.view.change.ZoneReport;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares two versions of a zone, or those of every zone in a Terraform plan.
 *
 * @param down what is down in both
 */
public record VersionComparer(
    LatencyOption latency, Interpretation interpretation, List<String> down) {

  public VersionComparer {
    down = List.copyOf(down);
  }

  /** Two versions of a zone, to ask questions about. */
  private record Versions(
      ComparedSources.Loaded loaded, ComparedZone zone, QueryContext before, QueryContext after) {}

  /**
   * Compares two sources; of two declarations that both have a private zone, both zones.
   *
   * @throws BadInput with every problem of the sources or the options
   * @throws AwsReadException if AWS cannot be read
   */
  public ComparedVersions compare(ComparedSources sources, PrintWriter err)
      throws BadInput, AwsReadException {
    ComparedSources.Loaded loaded = sources.load(err);
    requireSameKind(loaded);
    List<Versions> versions = new ArrayList<>();
    versions.add(versions(loaded));
    sources.privateZones(loaded).ifPresent(zones -> versions.add(versions(zones)));
    requireKnown(versions);
    List<ZoneComparison> zones = new ArrayList<>();
    for (Versions zone : versions) {
      zones.add(compared(zone));
    }
    return new ComparedVersions(zones, sources.otherZone(loaded).stream().toList());
  }

  private Versions versions(ComparedSources.Loaded loaded) {
    ComparedZone compared = ComparedZone.of(loaded.before(), loaded.after());
    return new Versions(
        loaded,
        compared,
        QueryContext.of(compared.before(), interpretation),
        QueryContext.of(compared.after(), interpretation));
  }

  private ZoneComparison compared(Versions versions) throws BadInput {
    ClientPopulation population = latency.population(versions.before(), versions.after());
    AnswerComparison answers =
        AnswerComparison.of(
            side(versions.before(), down),
            side(versions.after(), down),
            population.locations(),
            Set.copyOf(versions.zone().staying().unread()));
    return new ZoneComparison(
        versions.before(),
        versions.after(),
        population,
        answers,
        versions.zone().staying(),
        DeclaredDifferences.between(versions.loaded().before(), versions.loaded().after()));
  }

  /** A name that one of the zones has can be down. */
  private void requireKnown(List<Versions> zones) throws BadInput {
    List<Diagnostic> unknown = new ArrayList<>();
    for (String word : down) {
      List<Diagnostic> first = null;
      for (Versions zone : zones) {
        try {
          zone.before().requireKnown("--down", List.of(word), zone.after());
          first = List.of();
          break;
        } catch (BadInput e) {
          first = first == null ? e.problems() : first;
        }
      }
      unknown.addAll(first == null ? List.of() : first);
    }
    if (!unknown.isEmpty()) {
      throw new BadInput(unknown);
    }
  }

  /**
   * Compares every zone of a plan before and after it is applied.
   *
   * @throws BadInput with every problem of the plan or the options
   */
  public PlanReport comparePlan(ComparedSources sources, GuardOption guard, PrintWriter err)
      throws BadInput {
    PlannedZones plan = sources.loadPlan(err);
    List<Notice> excesses =
        GuardText.of(sources.guard(guard, err), plan.counts(), guard.isForced());
    List<ZoneReport> zones = new ArrayList<>();
    for (PlannedZone zone : plan.zones()) {
      QueryContext before = QueryContext.of(zone.before(), interpretation);
      QueryContext after = QueryContext.of(zone.after(), interpretation);
      if (plan.zones().size() == 1) {
        before.requireKnown("--down", down, after);
      }
      ClientPopulation population = latency.population(before, after);
      zones.add(
          new ZoneReport(
              zone,
              before,
              after,
              AnswerComparison.of(side(before, down), side(after, down), population.locations()),
              population,
              ChangeAnalysis.of(zone.changes(), population.locations())));
    }
    return new PlanReport(plan, zones, excesses);
  }

  private static void requireSameKind(ComparedSources.Loaded loaded) throws BadInput {
    LoadedPlan before = loaded.before();
    LoadedPlan after = loaded.after();
    if (before.kind() != after.kind()) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile(before.name() + ", " + after.name()),
                  "",
                  "a public and a private zone have no clients in common; the current zone is "
                      + before.kindWord()
                      + ", the new one "
                      + after.kindWord(),
                  "compare two zones of the same kind, with --zone-kind if a source has both")));
    }
  }

  /** An endpoint that only one of the two has is down only there. */
  private static AnswerComparison.Side side(QueryContext context, List<String> down) {
    Outage outage = context.down(down);
    return new AnswerComparison.Side(
        context.resolver(), context.outageModel().health(outage), outage);
  }
}
