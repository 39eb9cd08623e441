package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.model.RoutingPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code validate}: reads and compiles the declaration, and does not write anything. */
@Command(
    name = "validate",
    description = "Checks the declaration against Route 53's rules. Does not write anything.")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    Optional<Migration> migration = Migration.of(loaded);
    migration.ifPresent(found -> spec.commandLine().getErr().println(found.notice()));
    RoutingPlan plan = loaded.compiled().plan();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s is valid: %s, %s, %s.%n",
            loaded.file(),
            Count.of(loaded.deployment().names().size(), "name"),
            Count.of(plan.records().size(), "record set"),
            Count.of(plan.healthChecks().size(), "health check"));
    return ExitCode.FINE;
  }
}
