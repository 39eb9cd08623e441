package dev.meridian.migrate;

import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.DnsStack;
import java.util.List;

/**
 * One apply of a migration.
 *
 * @param plan the zone after the step
 * @param stack what the DNS stack of the step has besides its resources, without imports
 * @param does what happens to each name and type, as sentences
 */
public record MigrationStep(RoutingPlan plan, DnsStack.Migration stack, List<String> does) {
  public MigrationStep {
    does = List.copyOf(does);
  }
}
