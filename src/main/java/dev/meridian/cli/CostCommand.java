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
import dev.meridian.cost.ZoneVolume;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.ZoneKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    List<QueryContext> now = plan.loadAll(err);
    LoadedPlan first = now.get(0).loaded();
    boolean isPart = now.size() == 1 && first.otherZone().isPresent();
    CostEstimate estimate = estimate(now, queries.volumes(now), isPart);
    Optional<CostEstimate> earlier = Optional.empty();
    if (before != null) {
      List<QueryContext> then = earlier(now, isPart, err);
      List<QueryVolume> volumes =
          queries.isGiven() ? queries.volumes(now, then) : queries.volumes(then);
      earlier = Optional.of(estimate(then, volumes, isPart));
    }
    CostText text = new CostText(first.name(), estimate, earlier);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(text.json()));
    } else {
      (markdown ? text.markdown() : text.lines()).forEach(out::println);
    }
    boolean complete =
        estimate.unpriced().isEmpty()
            && now.stream().allMatch(zone -> zone.loaded().unread().isEmpty());
    return complete ? ExitCode.FINE : ExitCode.FINDING;
  }

  /** The zones of the earlier declaration; if only one zone is priced now, the one of its kind. */
  private List<QueryContext> earlier(List<QueryContext> now, boolean isPart, PrintWriter err)
      throws BadInput {
    QueryContext first = now.get(0);
    DeclarationOption.Loaded loaded = DeclarationOption.ask(Objects.requireNonNull(before), err);
    List<LoadedPlan> zones = new ArrayList<>(List.of(LoadedPlan.of(loaded)));
    loaded.ofPrivateZone().map(LoadedPlan::of).ifPresent(zones::add);
    return zones.stream()
        .filter(zone -> !isPart || zone.kind() == first.zone())
        .map(zone -> QueryContext.of(zone, first.interpretation()))
        .toList();
  }

  /** A part of a deployment has no stacks of its own. */
  private static CostEstimate estimate(
      List<QueryContext> contexts, List<QueryVolume> volumes, boolean isPart) {
    List<ZoneVolume> zones = new ArrayList<>();
    for (int i = 0; i < contexts.size(); i++) {
      QueryContext context = contexts.get(i);
      // Names need a word for their zone only next to another zone.
      ZoneKind kind = i == 0 ? ZoneKind.PUBLIC : context.zone();
      zones.add(new ZoneVolume(context.plan(), kind, volumes.get(i)));
    }
    Optional<Deployment> deployment =
        contexts.stream()
            .findFirst()
            .filter(first -> !isPart)
            .map(first -> first.loaded().declared())
            .map(DeclarationOption.Loaded::deployment);
    return CostEstimator.of(zones, deployment);
  }
}
