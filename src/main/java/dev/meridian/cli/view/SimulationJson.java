package dev.meridian.cli.view;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.Lost;
import dev.meridian.drill.simulate.Simulation.NameResult;
import dev.meridian.drill.simulate.Simulation.OutageResult;
import dev.meridian.drill.simulate.Simulation.Point;
import dev.meridian.drill.simulate.SimulationFinding;
import dev.meridian.drill.simulate.Spread;
import dev.meridian.resolve.NotKnown;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A simulated drill as JSON; docs/drill.md describes the format. */
public record SimulationJson(QueryContext context, ClientPopulation population) {
  private static final int SHARE_DIGITS = 6;
  private static final int DIGITS = 3;

  public Map<String, @Nullable Object> of(Simulation simulation, NotKnown notKnown) {
    SimulationFindingText words =
        new SimulationFindingText(context, population, simulation.settings().outages());
    JsonObject json =
        new JsonObject()
            .with("seed", simulation.settings().seed())
            .with("played", simulation.settings().outages())
            .with("resolvers", simulation.resolvers())
            .with("client-subnet-share", share(simulation.clientSubnetShare()))
            .with("duration", simulation.scenario().duration())
            .with("outages", simulation.outages().stream().map(this::outage).toList())
            .with("names", simulation.names().stream().map(SimulationJson::name).toList())
            .with("load-unit", simulation.inRequests() ? "requests-per-second" : "share")
            .with("endpoints", simulation.loads().stream().map(this::load).toList())
            .with(
                "findings",
                simulation.findings().stream().map(finding -> finding(finding, words)).toList());
    return NotKnownText.json(json, notKnown).map();
  }

  private Map<String, @Nullable Object> outage(OutageResult result) {
    ScheduledOutage outage = result.outage();
    return new JsonObject()
        .with("down", outage.outage().endpoints().stream().map(context.names()::shown).toList())
        .with("failing", List.copyOf(outage.outage().healthChecks()))
        .with("at", outage.at())
        .with("for", outage.length())
        .with("checks-unhealthy", spread(result.checksUnhealthy()))
        .with("targets-unhealthy", spread(result.targetsUnhealthy()))
        .with("checks-healthy", spread(result.checksHealthy()))
        .with("targets-healthy", spread(result.targetsHealthy()))
        .with("names", result.departures().stream().map(SimulationJson::departure).toList())
        .map();
  }

  private static Map<String, @Nullable Object> departure(Departure departure) {
    return new JsonObject()
        .with("name", departure.question().name().text())
        .with("type", departure.question().type().name())
        .with("share", share(departure.people()))
        .with("left", times(departure.left()))
        .with("back", times(departure.back()))
        .with("predicted", departure.predicted())
        .map();
  }

  private static Map<String, @Nullable Object> times(SortedMap<Integer, Spread> times) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    times.forEach((percent, spread) -> json.put(percent.toString(), spread(spread)));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> spread(@Nullable Spread spread) {
    return spread == null
        ? null
        : new JsonObject()
            .with("least", number(spread.least()))
            .with("median", number(spread.median()))
            .with("95 %", number(spread.most()))
            .with("worst", number(spread.worst()))
            .with("never", spread.never())
            .map();
  }

  private static Map<String, @Nullable Object> name(NameResult name) {
    return new JsonObject()
        .with("name", name.question().name().text())
        .with("type", name.question().type().name())
        .with("traffic", number(name.rate()))
        .with("lost", lost(name.lost(), name.rate()))
        .with("no-answer", lost(name.unanswered(), name.rate()))
        .with("no-answer-share", share(name.mostUnanswered()))
        .map();
  }

  private static Map<String, @Nullable Object> lost(Lost lost, double rate) {
    return new JsonObject()
        .with("mean-seconds", number(lost.mean()))
        .with("worst-seconds", number(lost.worst()))
        .with("mean-requests", rate > 0 ? number(lost.mean() * rate) : null)
        .with("worst-requests", rate > 0 ? number(lost.worst() * rate) : null)
        .map();
  }

  private Map<String, @Nullable Object> load(LoadCurve curve) {
    return new JsonObject()
        .with("endpoint", context.names().shown(curve.endpoint()))
        .with("before", share(curve.before()))
        .with("peak", share(curve.peak()))
        .with("peak-at", curve.peakAt())
        .with("capacity", number(curve.capacity()))
        .with("exceeded", curve.exceeded())
        .with("curve", curve.points().stream().map(SimulationJson::point).toList())
        .withOrigin(context.capacityOrigin(curve.endpoint()))
        .map();
  }

  private static Map<String, @Nullable Object> point(Point point) {
    return new JsonObject()
        .with("at", point.at())
        .with("mean", share(point.mean()))
        .with("peak", share(point.peak()))
        .map();
  }

  private static Map<String, @Nullable Object> finding(
      SimulationFinding finding, SimulationFindingText words) {
    return new JsonObject()
        .with("kind", SimulationFindingText.kind(finding))
        .with("subject", words.subject(finding))
        .with("message", words.words(finding))
        .with("times", finding.times())
        .withOrigin(words.origin(finding))
        .map();
  }

  private static BigDecimal share(double share) {
    return Percent.rounded(share, SHARE_DIGITS);
  }

  private static @Nullable BigDecimal number(@Nullable Double number) {
    return number == null ? null : Percent.rounded(number, DIGITS);
  }
}
