package dev.meridian.cli;

import dev.meridian.change.ChangeGuard;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.view.change.GuardText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.terraform.json.TerraformFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guard}: whether Terraform plans change too large a share of a hosted zone. */
@Command(
    name = "guard",
    description =
        "Counts the record sets that Terraform plans update and delete; exits with 1 if that is too"
            + " large a share of a zone.")
final class GuardCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PLAN",
      description = "Output of terraform show -json for a plan.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private DeclarationOption declaration;
  @Mixin private GuardOption guard;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ChangeGuard limits = guard.guard(declaration, err);
    List<ChangeGuard.Counts> zones = zones(err);
    List<Notice> notices = GuardText.of(limits, zones, guard.isForced());
    if (json) {
      out.println(GuardText.json(zones, notices));
    } else {
      GuardText.counts(zones).forEach(out::println);
      notices.forEach(notice -> notice.lines().forEach(out::println));
    }
    return notices.stream().allMatch(Notice::forced) ? ExitCode.FINE : ExitCode.FINDING;
  }

  private List<ChangeGuard.Counts> zones(PrintWriter err) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    List<ChangeGuard.Counts> zones = new ArrayList<>();
    for (Path path : files) {
      TerraformFile.read(path, problems::add)
          .ifPresent(
              file -> {
                if (!file.isPlan()) {
                  problems.add(
                      new Diagnostic(
                          SourceLocation.wholeFile(path.toString()),
                          "",
                          "is a state, which changes nothing",
                          "write a plan with terraform show -json FILE"));
                }
                file.incomplete().ifPresent(why -> err.println("warning: " + path + ": " + why));
                zones.addAll(file.zoneChanges());
              });
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return zones;
  }
}
