package dev.meridian.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.TargetTimes;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.SimulationSettings;
import dev.meridian.drill.simulate.Simulator;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.testing.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A simulation as people and programs read it. */
class SimulationTextTest {
  private static final NotKnown ALL_KNOWN = new NotKnown(List.of(), new TreeSet<>());
  private static final ClientPopulation WORLD =
      new ClientPopulation(Population.locations(), "people", false);

  @Command
  private static final class Options {
    @Mixin private PlanOption plan;
  }

  private static QueryContext context(String file) throws Exception {
    Options options = new Options();
    new CommandLine(options).parseArgs("--config", file);
    return QueryContext.of(
        options.plan.load(new PrintWriter(new StringWriter())), Interpretation.DOCUMENTED);
  }

  private static Simulation simulation(QueryContext context, ScheduledOutage... outages) {
    DrilledZone zone =
        new DrilledZone(
            context.plan(),
            context.resolver(),
            context.outageModel(),
            context.trafficModel(),
            WORLD.locations(),
            TargetTimes.STANDARD,
            null);
    Scenario scenario = new Scenario(List.of(outages), context.resolver().questions(), 600);
    return Simulator.of(
        zone, scenario, SimulationSettings.STANDARD.of(2_000, 20).withFailoverTime(120));
  }

  @Test
  void theTextShowsTimesLossesLoadsAndFindings() throws Exception {
    QueryContext context = context("examples/flawed.yaml");
    Simulation simulation =
        simulation(context, new ScheduledOutage(Outage.of("us-east-1"), 30, 240));

    Golden.check(
        "drill/simulated-flawed.txt",
        String.join("\n", new SimulationText(context, WORLD).lines(simulation, ALL_KNOWN)) + "\n");
  }

  @Test
  void theTextOfTheRecipeHasSharesInsteadOfRequests() throws Exception {
    QueryContext context = context("meridian.yaml");
    Simulation simulation =
        simulation(
            context,
            new ScheduledOutage(Outage.of("us-east-1"), 30, 120),
            new ScheduledOutage(Outage.of("eu-west-1"), 300, null));

    Golden.check(
        "drill/simulated-recipe.txt",
        String.join("\n", new SimulationText(context, WORLD).lines(simulation, ALL_KNOWN)) + "\n");
  }

  @Test
  void theJsonHasTheSameNumbersAndIsTheSameBytesForTheSameSeed() throws Exception {
    QueryContext context = context("examples/flawed.yaml");
    ScheduledOutage outage = new ScheduledOutage(Outage.of("us-east-1"), 30, 240);
    SimulationJson json = new SimulationJson(context, WORLD);

    String text = JsonText.of(json.of(simulation(context, outage), ALL_KNOWN));

    assertThat(JsonText.of(json.of(simulation(context, outage), ALL_KNOWN))).isEqualTo(text);
    JsonNode root = new ObjectMapper().readTree(text);
    assertThat(root.path("load-unit").asText()).isEqualTo("requests-per-second");
    assertThat(
            root.path("outages")
                .get(0)
                .path("names")
                .get(0)
                .path("left")
                .path("100")
                .path("worst")
                .asInt())
        .isBetween(100, 151);
    assertThat(root.path("endpoints").findValuesAsText("endpoint"))
        .containsExactly("ap-southeast-1", "eu-west-1", "us-east-1");
    assertThat(root.path("endpoints").get(1).path("curve")).hasSizeBetween(60, 121);
    assertThat(root.path("findings").findValuesAsText("kind")).contains("over-capacity");
  }
}
