package dev.meridian.cli;

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
import dev.meridian.cli.option.ReadingOption;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.change.GuardText;
import dev.meridian.cli.view.change.MarkdownReport;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.PlanReport;
import dev.meridian.cli.view.change.ZoneReport;
import dev.meridian.cli.zone.ComparedZone;
import dev.meridian.cli.zone.DeclaredDifferences;
import dev.meridian.cli.zone.ZoneComparison;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code compare}: which clients get different answers from two declarations, plans, states, or
 * zones.
 */
@Command(
    name = "compare",
    description =
        "Shows which clients get different answers from two declarations, plans, states, or live"
            + " zones; exits with 1 if any do.")
final class CompareCommand implements Callable<Integer> {
  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "What is down in both: regions, endpoints, and health checks.")
  private List<String> down = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--markdown", description = "With --plan: print Markdown for a pull request.")
  private boolean markdown;

  @Mixin private ComparedSources sources;
  @Mixin private GuardOption guard;
  @Mixin private LatencyOption latency;
  @Mixin private ReadingOption reading;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    if (sources.isPlan()) {
      return comparePlan();
    }
    requireNoPlanOptions();
    ComparedSources.Loaded loaded = sources.load(spec.commandLine().getErr());
    requireSameKind(loaded);
    List<ZoneComparison.Versions> versions = new ArrayList<>();
    versions.add(versions(loaded));
    sources.privateZones(loaded).ifPresent(zones -> versions.add(versions(zones)));
    requireKnown(versions);
    List<ZoneComparison> zones = new ArrayList<>();
    for (ZoneComparison.Versions zone : versions) {
      zones.add(compared(zone));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(ZoneComparison.json(zones)));
    } else {
      ZoneComparison.lines(zones).forEach(out::println);
    }
    sources.otherZone(loaded).ifPresent(spec.commandLine().getErr()::println);
    return zones.stream().allMatch(ZoneComparison::isSame) ? ExitCode.FINE : ExitCode.FINDING;
  }

  private ZoneComparison.Versions versions(ComparedSources.Loaded loaded) {
    ComparedZone compared = ComparedZone.of(loaded.before(), loaded.after());
    return new ZoneComparison.Versions(
        loaded,
        compared,
        QueryContext.of(compared.before(), reading.interpretation()),
        QueryContext.of(compared.after(), reading.interpretation()));
  }

  private ZoneComparison compared(ZoneComparison.Versions zone) throws BadInput {
    ClientPopulation population = latency.population(zone.before(), zone.after());
    AnswerComparison answers =
        AnswerComparison.of(
            side(zone.before()),
            side(zone.after()),
            population.locations(),
            Set.copyOf(zone.zone().staying().unread()));
    return new ZoneComparison(
        zone.zone(),
        population,
        answers,
        DeclaredDifferences.between(zone.loaded().before(), zone.loaded().after()));
  }

  /** A name that one of the zones has can be down. */
  private void requireKnown(List<ZoneComparison.Versions> zones) throws BadInput {
    List<Diagnostic> unknown = new ArrayList<>();
    for (String word : down) {
      List<Diagnostic> first = null;
      for (ZoneComparison.Versions zone : zones) {
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

  private int comparePlan() throws BadInput {
    PrintWriter err = spec.commandLine().getErr();
    PlannedZones plan = sources.loadPlan(err);
    List<Notice> excesses =
        GuardText.of(sources.guard(guard, err), plan.counts(), guard.isForced());
    List<ZoneReport> zones = new ArrayList<>();
    for (PlannedZone zone : plan.zones()) {
      QueryContext before = QueryContext.of(zone.before(), reading.interpretation());
      QueryContext after = QueryContext.of(zone.after(), reading.interpretation());
      if (plan.zones().size() == 1) {
        before.requireKnown("--down", down, after);
      }
      ClientPopulation population = latency.population(before, after);
      zones.add(
          new ZoneReport(
              zone,
              AnswerComparison.of(side(before), side(after), population.locations()),
              population,
              ChangeAnalysis.of(zone.changes(), population.locations())));
    }
    PlanReport report = new PlanReport(plan, zones, excesses);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(report.json()));
    } else {
      (markdown ? MarkdownReport.lines(report) : report.lines()).forEach(out::println);
    }
    return report.isFine() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void requireNoPlanOptions() throws BadInput {
    if (markdown || guard.isUsed()) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile(markdown ? "--markdown" : "the change guard"),
                  "",
                  "needs a plan that contains both versions",
                  "name the plan with --plan, or leave the option out")));
    }
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
  private AnswerComparison.Side side(QueryContext context) {
    Outage outage = context.down(down);
    return new AnswerComparison.Side(
        context.resolver(), context.outageModel().health(outage), outage);
  }
}
