package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.change.ChangeGuard;
import dev.meridian.cli.option.AgainstOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.stack.Migration;
import dev.meridian.cli.view.change.PreviewText;
import dev.meridian.cli.zone.Against;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.RoutingPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate}: reads and compiles the declaration, and does not write anything. */
@Command(
    name = "validate",
    description =
        "Checks the declaration against Route 53's rules, and with --against, what applying it"
            + " would do to what exists. Does not write anything.")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Mixin private AgainstOption against;
  @Mixin private GuardOption guard;

  @Option(names = "--json", description = "With --against: print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = declaration.load(err);
    Migration.of(loaded).ifPresent(found -> err.println(found.notice()));
    ChangeGuard limits = guard.guard(loaded.deployment().changeLimits());
    if (!against.isGiven()) {
      if (json) {
        throw onlyAgainst();
      }
      valid(loaded).forEach(out::println);
      return ExitCode.FINE;
    }
    DeclarationOption.Loaded chosen = against.chosen(loaded, err);
    LoadedPlan before = against.load(LoadedPlan.of(chosen), err);
    Against found = Against.of(before, chosen, limits, guard.isForced());
    PreviewText text = new PreviewText(found.preview(), found.notices(), found.basis());
    if (json) {
      out.println(text.json());
    } else {
      valid(loaded).forEach(out::println);
      text.lines().forEach(out::println);
    }
    return found.notices().stream().allMatch(notice -> notice.forced())
        ? ExitCode.FINE
        : ExitCode.FINDING;
  }

  private static List<String> valid(DeclarationOption.Loaded loaded) {
    List<String> lines = new ArrayList<>();
    lines.add(counts(loaded.file() + " is valid", loaded));
    loaded
        .ofPrivateZone()
        .map(within -> counts("Private zone " + within.deployment().zoneName(), within))
        .ifPresent(lines::add);
    return lines;
  }

  private static String counts(String what, DeclarationOption.Loaded loaded) {
    RoutingPlan plan = loaded.compiled().plan();
    return String.format(
        Locale.ROOT,
        "%s: %s, %s, %s.",
        what,
        Count.of(loaded.deployment().names().size(), "name"),
        Count.of(plan.records().size(), "record set"),
        Count.of(plan.healthChecks().size(), "health check"));
  }

  private static BadInput onlyAgainst() {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile("--json"),
                "",
                "there is nothing to print without --against",
                "add --against SOURCE, or leave --json out")));
  }
}
