package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DrillOption;
import dev.meridian.cli.option.PlayOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.option.SimulateOption;
import dev.meridian.cli.page.DrillContent;
import dev.meridian.cli.page.SimulationContent;
import dev.meridian.cli.view.DrillJson;
import dev.meridian.cli.view.DrillText;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.JunitReport;
import dev.meridian.cli.view.SimulationFindingText;
import dev.meridian.cli.view.SimulationJson;
import dev.meridian.cli.view.SimulationText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.SimulationSettings;
import dev.meridian.drill.simulate.Simulator;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.OutageModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drill}: an outage that is played for real on this machine. */
@Command(
    name = "drill",
    description = "Plays an outage on this machine, and measures how clients leave and come back.")
final class DrillCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML.")
  private @Nullable Path junit;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write a page with the time line, as HTML.")
  private @Nullable Path report;

  @Option(names = "--force", description = "With --report: overwrite an existing file.")
  private boolean force;

  @Mixin private DrillOption drill;
  @Mixin private PlayOption play;
  @Mixin private SimulateOption simulate;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    requireFreeReport();
    QueryContext context = plan.load(err);
    simulate.refuseAlone();
    if (simulate.isChosen()) {
      return simulated(context);
    }
    RealDrill real = RealDrill.of(context, drill, play);
    DrillText text = real.text();
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      text.heading().forEach(out::println);
      out.flush();
    }
    DrillResult result =
        real.play(
            err,
            event -> {
              if (!json) {
                err.println(text.progress(event));
                err.flush();
              }
            });
    write(text.cases(result));
    NotKnown notKnown = real.notKnown();
    if (json) {
      out.println(
          JsonText.of(
              new DrillJson(context)
                  .of(real.scenario(), real.places(), real.speed(), result, notKnown)));
    } else {
      text.lines(result, notKnown).forEach(out::println);
    }
    out.flush(); // a page that cannot be written loses nothing else
    if (report != null) {
      WholeFile.write(report, force, new DrillContent(text, result, notKnown).html());
    }
    return result.findings().isEmpty() && notKnown.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void requireFreeReport() throws BadInput {
    if (report != null) {
      WholeFile.requireFree(report, force);
    } else if (force) {
      throw refused("--force", "there is no file to overwrite", "add --report FILE");
    }
  }

  private int simulated(QueryContext context) throws BadInput, IOException {
    if (play.isForRealDrill()) {
      throw refused(
          "--simulate",
          "--from and --speed are for real drills",
          "leave them out; a simulation has the whole population");
    }
    ClientPopulation population = play.population(context);
    DrilledZone zone = RealDrill.zone(context, play);
    Scenario scenario = drill.scenario(context, zone);
    SimulationSettings settings = simulate.settings(play.seed(), zone.objective());
    Simulation simulation = Simulator.of(zone, scenario, settings);
    SimulationFindingText words =
        new SimulationFindingText(context, population, settings.outages());
    write(
        simulation.findings().stream()
            .map(
                finding ->
                    new JunitReport.Case(
                        words.subject(finding),
                        SimulationFindingText.kind(finding),
                        words.origin(finding).map(Origin::at).orElse(null),
                        List.of(words.words(finding))))
            .toList());
    PrintWriter out = spec.commandLine().getOut();
    NotKnown notKnown = context.resolver().notKnown(OutageModel::connects);
    if (json) {
      out.println(JsonText.of(new SimulationJson(context, population).of(simulation, notKnown)));
    } else {
      new SimulationText(context, population).lines(simulation, notKnown).forEach(out::println);
    }
    out.flush();
    if (report != null) {
      WholeFile.write(
          report, force, new SimulationContent(context, population, simulation, notKnown).html());
    }
    return simulation.findings().isEmpty() && notKnown.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void write(List<JunitReport.Case> cases) throws BadInput {
    if (junit == null) {
      return;
    }
    try {
      JunitReport.write(junit, "drill", cases);
    } catch (IOException e) {
      throw refused(junit.toString(), "the file cannot be written", "check its folder");
    }
  }

  private static BadInput refused(String where, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(where), "", what, fix)));
  }
}
