package dev.meridian.cli;

import dev.meridian.config.Goals;
import dev.meridian.config.GoalsFile;
import dev.meridian.live.LiveFailed;
import dev.meridian.problem.Problem;
import dev.meridian.resolve.Question;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The plan that a command asks, and {@code --goals} that it is held to. */
final class AskedOption {
  @Mixin private PlanOption plan;
  @Mixin private ReadingOption reading;

  @Option(
      names = "--goals",
      paramLabel = "FILE",
      description =
          "Capacity, traffic, objectives and expect in a file of their own, in place of the"
              + " declaration's.")
  private @Nullable Path goals;

  Asked load(PrintWriter err) throws BadInput, LiveFailed {
    Asked asked = Asked.of(plan.load(err), reading.semantics());
    return goals == null ? asked : asked.withGoals(merged(asked, read(asked, goals)));
  }

  /** The options as they were given, with a blank before each. */
  String words() {
    return plan.words() + reading.words() + (goals == null ? "" : " --goals " + goals);
  }

  private static Goals read(Asked asked, Path file) throws BadInput {
    Set<String> labels = new TreeSet<>();
    asked.resolver().questions().stream()
        .map(Question::name)
        .forEach(name -> labels.add(asked.label(name)));
    List<Problem> problems = new ArrayList<>();
    return new GoalsFile(asked.plan().zone(), labels, asked.words(), asked.healthChecks())
        .read(file, problems::add)
        .orElseThrow(() -> new BadInput(problems));
  }

  private static Goals merged(Asked asked, Goals file) {
    Goals own = asked.goals();
    return new Goals(
        file.capacity().isEmpty() ? own.capacity() : file.capacity(),
        file.traffic().isEmpty() ? own.traffic() : file.traffic(),
        file.objectives().isNone() ? own.objectives() : file.objectives(),
        file.expectations().isEmpty() ? own.expectations() : file.expectations());
  }
}
