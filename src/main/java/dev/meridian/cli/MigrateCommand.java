package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.stack.Migration;
import dev.meridian.declaration.Deployment;
import dev.meridian.importing.ImportMetadata;
import dev.meridian.importing.ImportResult;
import dev.meridian.importing.Importer;
import dev.meridian.migrate.MigrationFile;
import dev.meridian.migrate.MigrationStep;
import dev.meridian.migrate.PolicyMigration;
import dev.meridian.migrate.StepProof;
import dev.meridian.model.DnsName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate}: changes the kind of a name's policy in steps. */
@Command(
    name = "migrate",
    description =
        "Changes the policy of a name to another kind in steps, each of which is one apply. Every"
            + " question has an answer all the time.")
final class MigrateCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "The name as it is declared; several to change them together.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--before",
      paramLabel = "FILE",
      description = "The declaration that was applied last, to begin; or --state, --plan, --zone.")
  private @Nullable Path before;

  @Option(names = "--dry-run", description = "Only print the steps.")
  private boolean dryRun;

  @Mixin private PlanOption source;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = source.declared(err);
    Optional<Migration> started = Migration.of(loaded);
    return started.isPresent() ? next(loaded, started.get()) : begin(loaded);
  }

  private int begin(DeclarationOption.Loaded loaded)
      throws BadInput, AwsReadException, IOException {
    Deployment deployment = loaded.deployment();
    requireDeclared(loaded);
    Path path = MigrationFile.of(loaded.file());
    List<DnsName> changing = Migration.names(names, deployment);
    MigrationFile file =
        new MigrationFile(
            deployment.stacks().dns().name(),
            names,
            1,
            PolicyMigration.policies(loaded.compiled().plan(), changing),
            before(deployment));
    Migration migration = Migration.of(loaded, file, before == null ? path : before);
    PrintWriter out = spec.commandLine().getOut();
    if (migration.steps().isEmpty()) {
      out.println(
          "The kind of the policy stays the same, or is behind a front door: run ./meridian synth,"
              + " and apply the DNS stack once.");
      return ExitCode.FINE;
    }
    boolean sound = print(migration, changing, LoadedPlan.of(loaded));
    if (!sound) {
      return ExitCode.FINDING;
    }
    if (dryRun) {
      return ExitCode.FINE;
    }
    WholeFile.replace(path, file.text(String.valueOf(loaded.file().getFileName())));
    out.println("Wrote " + path + ". Now run ./meridian synth, and apply the DNS stack.");
    out.println(migration.notice());
    return ExitCode.FINE;
  }

  private int next(DeclarationOption.Loaded loaded, Migration migration)
      throws BadInput, IOException {
    Path path = MigrationFile.of(loaded.file());
    if (before != null || source.isReadBack()) {
      throw Migration.problem(
          path, "this migration has begun", "leave out where the old policy comes from");
    }
    if (!Set.copyOf(names).equals(Set.copyOf(migration.file().names()))) {
      throw Migration.problem(
          path,
          "the migration of " + String.join(", ", migration.file().names()) + " is not finished",
          "run ./meridian migrate " + String.join(" ", migration.file().names()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      List<DnsName> changing = Migration.names(names, loaded.deployment());
      boolean sound = print(migration, changing, LoadedPlan.of(loaded));
      out.println(migration.notice());
      return sound ? ExitCode.FINE : ExitCode.FINDING;
    }
    if (migration.isLast()) {
      Files.delete(path);
      out.println(
          "The migration is finished, and "
              + path
              + " is deleted. Run ./meridian synth; its plan has no changes.");
      return ExitCode.FINE;
    }
    MigrationFile following = migration.file().at(migration.file().step() + 1);
    WholeFile.replace(path, following.text(String.valueOf(loaded.file().getFileName())));
    Migration now =
        new Migration(following, migration.before(), migration.after(), migration.steps());
    now.step().does().forEach(out::println);
    out.println("Now run ./meridian synth, and apply the DNS stack.");
    out.println(now.notice());
    return ExitCode.FINE;
  }

  private void requireDeclared(DeclarationOption.Loaded loaded) throws BadInput {
    for (String name : names) {
      if (loaded.deployment().names().stream().noneMatch(it -> it.label().equals(name))) {
        boolean elsewhere = LoadedPlan.of(loaded).onlyInPrivateZone(name).isPresent();
        throw Migration.problem(
            loaded.file(),
            "there is no name \"" + name + "\"" + (elsewhere ? " in the public zone" : ""),
            elsewhere
                ? "use front-door: true in the private zone, where there are no steps"
                : "write the name as it is declared");
      }
    }
  }

  /** The declaration from which the record sets were created. */
  private String before(Deployment deployment) throws BadInput, AwsReadException, IOException {
    if (before != null) {
      return Files.readString(before);
    }
    if (!source.isReadBack()) {
      throw new ParameterException(
          spec.commandLine(),
          "say what the policy was: --before OLD.yaml, --state FILE, --plan FILE, or --zone NAME;"
              + " git show HEAD:meridian.yaml prints the last committed declaration");
    }
    LoadedPlan found = source.readBack();
    ImportResult imported =
        Importer.of(
            found.plan(),
            new ImportMetadata(
                found.name(),
                deployment.application(),
                deployment.environment(),
                found.zoneId(),
                found.kind(),
                List.of(),
                Set.of()));
    return imported
        .text()
        .orElseThrow(
            () ->
                Migration.problem(
                    Path.of(found.name()),
                    "there are no record sets that a declaration can express",
                    "name the declaration that was applied last with --before"));
  }

  /** Prints every step. Returns whether no step has a problem. */
  private boolean print(Migration migration, List<DnsName> changing, LoadedPlan zone) {
    PrintWriter out = spec.commandLine().getOut();
    StepProof proof =
        new StepProof(
            zone.kind(),
            ClientPopulation.of(zone).locations(),
            PolicyMigration.groups(migration.before(), migration.after(), changing),
            migration.before(),
            migration.after());
    boolean sound = true;
    int number = 0;
    for (MigrationStep step : migration.steps()) {
      number++;
      out.println("Step " + number + " of " + migration.steps().size() + ":");
      step.does().forEach(line -> out.println("  " + line));
      Set<String> problems = proof.problems(step.plan());
      problems.forEach(line -> out.println("  ! " + line));
      sound &= problems.isEmpty();
    }
    out.println(
        sound
            ? "Proved for each step: every client that has an answer before and after has one."
            : "Not started, because a step would leave clients without an answer.");
    return sound;
  }
}
