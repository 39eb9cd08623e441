package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.view.AdjustedWhatIf;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.WhatIfJson;
import dev.meridian.cli.view.WhatIfText;
import dev.meridian.declaration.WeightCorners;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.WhatIf;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code what-if}: which clients move where when something fails. */
@Command(
    name = "what-if",
    description = "Shows which clients move where when endpoints fail, and the load of the others.")
final class WhatIfCommand implements Callable<Integer> {
  @Option(
      names = "--down",
      required = true,
      split = ",",
      paramLabel = "ENDPOINT",
      description = "Regions and endpoints that are down, and health checks that fail.")
  private List<String> down;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    QueryContext context = plan.load(spec.commandLine().getErr());
    Outage outage = context.down("--down", down);
    ClientPopulation population = latency.population(context);
    WhatIf whatIf =
        WhatIf.of(
            context.resolver(),
            context.outageModel(),
            outage,
            population.locations(),
            context.trafficModel());
    Map<String, WhatIf> corners = corners(context, outage, population);
    AdjustedWhatIf adjusted = new AdjustedWhatIf(context, corners);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.putAll(new WhatIfJson(context).of(whatIf, down));
      if (!corners.isEmpty()) {
        all.put("corners", adjusted.json(down));
      }
      out.println(JsonText.of(all));
    } else {
      new WhatIfText(context, population).lines(whatIf).forEach(out::println);
      adjusted.lines(whatIf).forEach(out::println);
    }
    return isFine(whatIf) && corners.values().stream().allMatch(WhatIfCommand::isFine)
        ? ExitCode.FINE
        : ExitCode.FINDING;
  }

  private static Map<String, WhatIf> corners(
      QueryContext context, Outage outage, ClientPopulation population) {
    Map<String, WhatIf> corners = new LinkedHashMap<>();
    for (WeightCorners.Corner corner : context.corners()) {
      QueryContext there = context.at(corner);
      corners.put(
          corner.weights(),
          WhatIf.of(
              there.resolver(),
              there.outageModel(),
              outage,
              population.locations(),
              context.trafficModel()));
    }
    return corners;
  }

  private static boolean isFine(WhatIf whatIf) {
    return whatIf.notKnown().isEmpty()
        && whatIf.loads().stream().noneMatch(WhatIf.Load::exceeded)
        && whatIf.names().stream()
            .allMatch(name -> name.unanswered() == 0 && name.stranded(whatIf.outage()) == 0);
  }
}
