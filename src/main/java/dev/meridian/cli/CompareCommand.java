package dev.meridian.cli;

import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.Comparison;
import dev.meridian.resolve.Resolver;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        "Says whose answers differ between two declarations; like diff, 1 means that some do.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "What is: a declaration, or a plan or state in JSON.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "What will be, in the same forms.")
  private Path second;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private ReadingOption reading;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    Comparison comparison = Comparison.of(resolver(first), resolver(second), latency.cells());
    PrintWriter out = spec.commandLine().getOut();
    List<Comparison.Change> changes = comparison.changes();
    if (json) {
      out.println(JsonText.of(ComparisonText.json(changes)));
    } else {
      ComparisonText.lines(changes).forEach(out::println);
    }
    return changes.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private Resolver resolver(Path file) throws BadInput {
    PrintWriter err = spec.commandLine().getErr();
    return Resolver.of(PlanOption.of(file, err), ZoneKind.PUBLIC, reading.semantics());
  }
}
