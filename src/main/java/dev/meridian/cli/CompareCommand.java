package dev.meridian.cli;

import dev.meridian.model.ZoneKind;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import dev.meridian.resolve.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: whose answers differ between two declarations. */
@Command(
    name = "compare",
    description =
        "Says whose answers differ between two declarations; like diff, 1 means that some do.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "What is: a declaration, or a plan or state in JSON.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "What will be, in the same forms.")
  private Path second;

  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "What is down in both: regions, endpoints and health checks.")
  private List<String> down = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private ReadingOption reading;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    Asked before = asked(first);
    Asked after = asked(second);
    before.requireKnown("--down", down, after);
    Everybody everybody = latency.everybody(zone(before, after));
    Comparison comparison = Comparison.of(side(before), side(after), everybody.cells());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(ComparisonText.json(comparison)));
    } else {
      ComparisonText.lines(comparison, everybody).forEach(out::println);
    }
    return comparison.isSame() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private Asked asked(Path file) throws BadInput {
    return Asked.of(PlanOption.of(file, spec.commandLine().getErr()), reading.semantics());
  }

  private ZoneKind zone(Asked before, Asked after) throws BadInput {
    if (before.zone() != after.zone()) {
      String what = "a public and a private zone have no clients in common";
      Source source = Source.wholeFile(first + ", " + second);
      throw new BadInput(
          List.of(new Problem(source, "", what, "compare two zones of the same kind")));
    }
    return before.zone();
  }

  /** What only one of the two has cannot be down in the other. */
  private Comparison.Side side(Asked asked) {
    return new Comparison.Side(asked.resolver(), asked.endpoints().health(asked.down(down)));
  }
}
