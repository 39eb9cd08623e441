package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DrillOption;
import dev.meridian.cli.option.PlayOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.DrillText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.DrillEvent;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrillRun;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Place;
import dev.meridian.drill.Scenario;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.OutageModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * A drill that is ready to be played for real.
 *
 * @param speed how many times faster than in reality time passes
 */
record RealDrill(
    QueryContext context,
    DrilledZone zone,
    Scenario scenario,
    List<Place> places,
    double speed,
    PlayOption play) {

  /**
   * Prepares it.
   *
   * @throws BadInput with the problems of the options
   */
  static RealDrill of(QueryContext context, DrillOption drill, PlayOption play) throws BadInput {
    DrilledZone zone = zone(context, play);
    return of(context, zone, drill.scenario(context, zone), play);
  }

  /** The same with a scenario of the caller. */
  static RealDrill of(QueryContext context, DrilledZone zone, Scenario scenario, PlayOption play)
      throws BadInput {
    return new RealDrill(
        context,
        zone,
        scenario,
        play.places(context.loaded(), scenario, zone),
        play.speed(scenario),
        play);
  }

  /** What the drill is about, with the clients of the zone. */
  static DrilledZone zone(QueryContext context, PlayOption play) throws BadInput {
    return new DrilledZone(
        context.plan(),
        context.resolver(),
        context.outageModel(),
        context.trafficModel(),
        play.population(context).locations(),
        context.targets(),
        context.goals().objectives().failover());
  }

  DrillText text() {
    return new DrillText(context, scenario, places, speed);
  }

  /** The answers that are not known. */
  NotKnown notKnown() {
    return context.resolver().notKnown(OutageModel::connects);
  }

  /**
   * Plays it, which takes its duration divided by its speed.
   *
   * @param err for defects of the drill itself
   * @param progress hears of each event when it happens
   * @throws BadInput if this machine does not let it listen or connect
   */
  DrillResult play(PrintWriter err, Consumer<DrillEvent> progress)
      throws BadInput, InterruptedException {
    try {
      return DrillRun.play(zone, scenario, places, play.settings(speed, err), progress);
    } catch (IOException e) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("drill"),
                  "",
                  "this machine cannot play it: " + e.getMessage(),
                  "let it listen and connect on loopback addresses")));
    }
  }
}
