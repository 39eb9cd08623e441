package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.view.CostText;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cost.CostEstimate;
import dev.meridian.cost.CostEstimator;
import dev.meridian.cost.QueryVolume;
import dev.meridian.declaration.Deployment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cost}: what the deployment costs per month. */
@Command(
    name = "cost",
    description = "Estimates the cost per month; exits with 1 if a price or number is missing.")
final class CostCommand implements Callable<Integer> {
  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "An earlier declaration: show what changes in the cost.")
  private @Nullable Path before;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--markdown", description = "Print Markdown for a pull request.")
  private boolean markdown;

  @Mixin private QueriesOption queries;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    PrintWriter err = spec.commandLine().getErr();
    QueryContext now = plan.load(err);
    QueryVolume volume = queries.volume(now);
    CostEstimate estimate = estimate(now, volume);
    Optional<CostEstimate> earlier = Optional.empty();
    if (before != null) {
      DeclarationOption.Loaded loaded = DeclarationOption.ask(before, err);
      QueryContext then = QueryContext.of(LoadedPlan.of(loaded), now.interpretation());
      earlier = Optional.of(estimate(then, queries.isGiven() ? volume : queries.volume(then)));
    }
    CostText text = new CostText(now.loaded().name(), estimate, earlier);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(text.json()));
    } else {
      (markdown ? text.markdown() : text.lines()).forEach(out::println);
    }
    boolean complete = estimate.unpriced().isEmpty() && now.loaded().unread().isEmpty();
    return complete ? ExitCode.FINE : ExitCode.FINDING;
  }

  private static CostEstimate estimate(QueryContext context, QueryVolume volume) {
    Optional<Deployment> deployment =
        Optional.ofNullable(context.loaded().declared()).map(DeclarationOption.Loaded::deployment);
    return CostEstimator.of(context.plan(), deployment, volume);
  }
}
