package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.model.ZoneKind;
import java.util.Optional;

/** What pages say about the zone that they are about. */
final class ZoneText {
  private ZoneText() {}

  /** Such as {@code example.com} or {@code example.com (private zone)}. */
  static String title(QueryContext context) {
    String zone = context.plan().zone().text();
    return context.zone() == ZoneKind.PRIVATE ? zone + " (private zone)" : zone;
  }

  /** What the plan was read from, and which zone of it the page leaves out. */
  static String source(QueryContext context) {
    return context.loaded().name()
        + context.loaded().otherZone().map(other -> ". " + other).orElse("");
  }

  /** What the shares of a private zone are shares of; empty for a public zone. */
  static Optional<String> clients(QueryContext context, ClientPopulation population) {
    if (context.zone() == ZoneKind.PUBLIC) {
      return Optional.empty();
    }
    long number = population.locations().stream().filter(one -> one.share() > 0).count();
    String which =
        population.areVpcsKnown()
            ? " with a VPC of the zone."
            : ", including those without a VPC that resolves the zone.";
    return Optional.of(
        "The clients of a private zone are in VPCs, so there is no map. Shares are of "
            + number
            + " "
            + (number == 1 ? population.singular() : population.noun())
            + which);
  }
}
