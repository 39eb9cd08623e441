package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.ReadingOption;
import dev.meridian.cli.view.ComparisonText;
import dev.meridian.cli.view.JsonText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: which clients get different answers from two declarations. */
@Command(
    name = "compare",
    description =
        "Shows which clients get different answers from two declarations; exits with 1 if any do.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The current version: a declaration, or a plan or state in JSON.")
  private Path first;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "The new version, in one of the same formats.")
  private Path second;

  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "What is down in both: regions, endpoints, and health checks.")
  private List<String> down = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private ReadingOption reading;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    AdoptedZone compared = AdoptedZone.of(plan(first), plan(second));
    QueryContext before = QueryContext.of(compared.before(), reading.interpretation());
    QueryContext after = QueryContext.of(compared.after(), reading.interpretation());
    before.requireKnown("--down", down, after);
    requireSameKind(before, after);
    ClientPopulation population = latency.population(before, after);
    AnswerComparison comparison =
        AnswerComparison.of(
            side(before),
            side(after),
            population.locations(),
            Set.copyOf(compared.staying().unread()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(ComparisonText.json(comparison, compared.staying())));
    } else {
      ComparisonText.lines(comparison, population, compared.staying()).forEach(out::println);
    }
    return comparison.isSame() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private LoadedPlan plan(Path file) throws BadInput {
    return PlanOption.of(file, spec.commandLine().getErr());
  }

  private void requireSameKind(QueryContext before, QueryContext after) throws BadInput {
    if (before.zone() != after.zone()) {
      String what = "a public and a private zone have no clients in common";
      SourceLocation source = SourceLocation.wholeFile(first + ", " + second);
      throw new BadInput(
          List.of(new Diagnostic(source, "", what, "compare two zones of the same kind")));
    }
  }

  /** An endpoint that only one of the two has is down only there. */
  private AnswerComparison.Side side(QueryContext context) {
    return new AnswerComparison.Side(
        context.resolver(), context.outageModel().health(context.down(down)));
  }
}
