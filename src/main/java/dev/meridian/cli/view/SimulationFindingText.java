package dev.meridian.cli.view;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.diagnostic.Origin;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.SimulationFinding;
import dev.meridian.resolve.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a simulation as text.
 *
 * @param outages how often the scenario was played
 */
public record SimulationFindingText(
    QueryContext context, ClientPopulation population, int outages) {

  /** Such as {@code over-capacity}. */
  public static String kind(SimulationFinding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name and type, or the endpoint. */
  public String subject(SimulationFinding finding) {
    Question question = finding.question();
    String endpoint = finding.endpoint();
    return question != null
        ? question.toString()
        : endpoint == null ? "" : context.names().shown(endpoint);
  }

  /** Where to fix it; empty if the plan's source does not say. */
  public Optional<Origin> origin(SimulationFinding finding) {
    Question question = finding.question();
    String endpoint = finding.endpoint();
    return question != null
        ? context.origin(question)
        : endpoint == null ? Optional.empty() : context.capacityOrigin(endpoint);
  }

  /** What happens, as a sentence without a capital letter and a full stop. */
  public String words(SimulationFinding finding) {
    return switch (finding.kind()) {
          case NO_ANSWER -> share(finding.value()) + " get no answer";
          case NEVER_LEFT ->
              with(finding.outage())
                  + share(finding.value())
                  + " have not left at the end of the outage";
          case OVER_CAPACITY ->
              "carries up to "
                  + SimulationText.amount(number(finding.value()))
                  + " requests per second "
                  + after(finding.at())
                  + ", more than its capacity of "
                  + SimulationText.amount(finding.limit());
          case SLOWER_THAN_OBJECTIVE -> slow(finding, "later than the objective of ");
          case SLOWER_THAN_PREDICTED -> slow(finding, "later than the predicted ");
        }
        + ", in "
        + finding.times()
        + " of "
        + outages
        + " outages";
  }

  private String slow(SimulationFinding finding, String than) {
    return with(finding.outage())
        + (finding.value() == null
            ? "not all of the " + population.noun() + " have left at the end of the outage, "
            : "leaving takes up to " + Math.round(finding.value()) + " s, ")
        + than
        + Math.round(finding.limit())
        + " s";
  }

  private String with(@Nullable ScheduledOutage outage) {
    return outage == null ? "" : "with " + context.text(outage.outage()) + ", ";
  }

  private static String after(@Nullable Integer at) {
    return at == null ? "" : "at " + at + " s";
  }

  private String share(@Nullable Double value) {
    return "up to " + Percent.of(number(value)) + " of the " + population.noun();
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** For people: the kind and the subject, and the rest below. */
  List<String> lines(SimulationFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(kind(finding) + ": " + subject(finding));
    lines.add("  " + words(finding));
    origin(finding).ifPresent(origin -> lines.add("  at: " + origin));
    return lines;
  }
}
