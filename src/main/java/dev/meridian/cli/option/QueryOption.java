package dev.meridian.cli.option;

import dev.meridian.aws.AwsReadException;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.reader.GoalsFileReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.Interpretation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The plan that a command asks questions about, and the goals for it. */
public final class QueryOption {
  @Mixin private PlanOption plan;
  @Mixin private ReadingOption reading;

  @Option(
      names = "--goals",
      paramLabel = "FILE",
      description =
          "A file with capacity, traffic, objectives, expect, and drills, instead of the"
              + " declaration's.")
  private @Nullable Path goals;

  public QueryContext load(PrintWriter err) throws BadInput, AwsReadException {
    QueryContext context = QueryContext.of(plan.load(err), reading.interpretation());
    return goals == null ? context : context.withGoals(merged(context, read(context, goals)));
  }

  /**
   * The contexts of all zones that the options leave: both zones of a declaration without {@code
   * --zone-kind}, the public one first. A goals file is for the first.
   */
  public List<QueryContext> loadAll(PrintWriter err) throws BadInput, AwsReadException {
    List<QueryContext> zones = new ArrayList<>();
    for (LoadedPlan found : plan.loadAll(err)) {
      zones.add(QueryContext.of(found, reading.interpretation()));
    }
    if (goals != null) {
      QueryContext first = zones.get(0);
      zones.set(0, first.withGoals(merged(first, read(first, goals))));
    }
    return zones;
  }

  /**
   * Two versions of a zone instead of one plan; see {@link PlanOption#compared}.
   *
   * @param command in messages
   * @throws BadInput if an option has no meaning for two versions
   */
  public ComparedSources compared(String command, List<String> words) throws BadInput {
    if (goals != null) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--goals"),
                  "",
                  "a comparison has no goals",
                  "leave the option out")));
    }
    return plan.compared(command, words);
  }

  /** How to read what AWS's documentation leaves open. */
  public Interpretation interpretation() {
    return reading.interpretation();
  }

  /** The options as the user wrote them, each after a space. */
  public String arguments() {
    return plan.arguments() + reading.arguments() + (goals == null ? "" : " --goals " + goals);
  }

  private static Goals read(QueryContext context, Path file) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    return new GoalsFileReader(
            context.plan().zone(),
            context.labels(),
            context.endpointNames(),
            context.healthChecks())
        .read(file, problems::add)
        .orElseThrow(() -> new BadInput(problems));
  }

  private static Goals merged(QueryContext context, Goals file) {
    Goals own = context.goals();
    return new Goals(
        file.capacity().isEmpty() ? own.capacity() : file.capacity(),
        file.traffic().isEmpty() ? own.traffic() : file.traffic(),
        file.objectives().isNone() ? own.objectives() : file.objectives(),
        file.expectations().isEmpty() ? own.expectations() : file.expectations(),
        file.drills().isEmpty() ? own.drills() : file.drills());
  }
}
