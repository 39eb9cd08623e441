package dev.meridian.cli;

import dev.meridian.adopt.Adopter;
import dev.meridian.adopt.Adoption;
import dev.meridian.adopt.ExistingZone;
import dev.meridian.adopt.ImportsFile;
import dev.meridian.adopt.OldStates;
import dev.meridian.adopt.RemovedFiles;
import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.view.AdoptionSteps;
import dev.meridian.cli.view.AdoptionText;
import dev.meridian.cli.zone.AdoptedZone;
import dev.meridian.cli.zone.NoTrafficPolicies;
import dev.meridian.cli.zone.OtherOwners;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code adopt}: prepares the DNS stack to take over what exists. */
@Command(
    name = "adopt",
    description =
        "Lists which existing resources the DNS stack imports, in a file that synth reads; changes"
            + " nothing in AWS.")
final class AdoptCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Mixin private AdoptionSource source;

  @Option(
      names = "--removed",
      paramLabel = "FOLDER",
      description =
          "Where to write removed blocks for the states in --state, which make Terraform forget"
              + " the resources without destroying them.")
  private @Nullable Path removed;

  @Option(
      names = "--take-over",
      paramLabel = "APPLICATION/ENVIRONMENT",
      description =
          "Take the names of this owner over. Without it, adopt refuses names that ownership"
              + " records assign to somebody else.")
  private @Nullable String from;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    if (removed != null && !source.hasStates()) {
      throw new ParameterException(
          spec.commandLine(), "--removed needs the old states: name them with --state FILE");
    }
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    Deployment deployment = loaded.deployment();
    deployment
        .privateZone()
        .map(zone -> "Only the public zone: nothing of the private zone " + zone.zone().name())
        .ifPresent(what -> spec.commandLine().getErr().println(what + " is adopted."));
    NoTrafficPolicies.check(
        loaded.compiled().plan(),
        name -> true,
        loaded.compiled().origins(),
        loaded.file().toString(),
        "adopt cannot take over",
        "import it with terraform import, or leave the name out");
    OldStates old = source.states();
    ExistingZone existing = source.read(deployment, old);
    AdoptedZone.check(deployment, loaded.compiled(), existing);
    if (refusesOwners(deployment, existing)) {
      return ExitCode.FINDING;
    }
    Adoption adoption = Adopter.match(deployment, loaded.compiled().plan(), existing);
    String stack = deployment.stacks().dns().name();
    List<OldStates.Forgotten> forgotten = old.forgotten(adoption);
    RemovedFiles files =
        RemovedFiles.of(
            removed == null ? Path.of("") : removed,
            stack,
            removed == null ? List.of() : forgotten);
    write(loaded.file(), stack, adoption, files);

    PrintWriter out = spec.commandLine().getOut();
    new AdoptionText(adoption, stack, existing.source()).lines().forEach(out::println);
    new AdoptionSteps(
            stack,
            ImportsFile.of(loaded.file()),
            declaration.arguments(),
            forgotten,
            files.names(),
            source.hasStates() ? old.inNone(adoption) : List.of())
        .lines(adoption)
        .forEach(out::println);
    return adoption.isExact() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private boolean refusesOwners(Deployment deployment, ExistingZone existing) {
    List<Ownership.Claim> refused =
        Ownership.of(deployment).others(existing.zone().plan()).stream()
            .filter(claim -> claim.isWholeZone() || !claim.isOf(from))
            .toList();
    OtherOwners.lines(refused).forEach(spec.commandLine().getOut()::println);
    if (!refused.isEmpty()) {
      spec.commandLine().getOut().println("Nothing was written.");
    }
    return !refused.isEmpty();
  }

  private static void write(Path declared, String stack, Adoption adoption, RemovedFiles files)
      throws BadInput, IOException {
    Path imports = ImportsFile.of(declared);
    List<Diagnostic> problems = new ArrayList<>(ImportsFile.problems(imports));
    problems.addAll(files.problems());
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    if (!adoption.imports().isEmpty()) {
      String name = String.valueOf(declared.getFileName());
      Files.writeString(imports, ImportsFile.text(name, stack, adoption.imports()));
    }
    files.write();
  }
}
