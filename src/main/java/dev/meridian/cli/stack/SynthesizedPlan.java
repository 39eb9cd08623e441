package dev.meridian.cli.stack;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.migrate.MigrationStep;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.DnsStack;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * What {@code synth} writes: the declaration, or the step of a migration, with the imports next to
 * it.
 */
public record SynthesizedPlan(RoutingPlan plan, DnsStack.Migration migration) {

  /**
   * What is next to the declaration. Says on {@code err} which step of a migration is in place.
   *
   * @throws BadInput with every problem of the files
   */
  public static SynthesizedPlan of(DeclarationOption.Loaded loaded, PrintWriter err)
      throws BadInput {
    Optional<Migration> migration = Migration.of(loaded);
    migration.ifPresent(found -> err.println(found.notice()));
    Optional<MigrationStep> step = migration.map(Migration::step);
    RoutingPlan plan = step.map(MigrationStep::plan).orElse(loaded.compiled().plan());
    DnsStack.Migration stack = step.map(MigrationStep::stack).orElse(DnsStack.Migration.NONE);
    return new SynthesizedPlan(plan, stack.withImports(Imports.of(loaded, err)));
  }
}
