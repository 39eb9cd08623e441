package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ComparedSources;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.ReadingOption;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.change.MarkdownReport;
import dev.meridian.cli.view.change.PlanReport;
import dev.meridian.cli.zone.ComparedVersions;
import dev.meridian.cli.zone.VersionComparer;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
    VersionComparer comparer = new VersionComparer(latency, reading.interpretation(), down);
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    if (sources.isPlan()) {
      return show(comparer.comparePlan(sources, guard, err), out);
    }
    requireNoPlanOptions();
    ComparedVersions compared = comparer.compare(sources, err);
    if (json) {
      out.println(JsonText.of(compared.json()));
    } else {
      compared.lines().forEach(out::println);
    }
    compared.notes().forEach(err::println);
    return compared.isSame() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private int show(PlanReport report, PrintWriter out) {
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
}
