package dev.meridian.cli.stack;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.zone.NoTrafficPolicies;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.compile.Origins;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.migrate.CannotMigrate;
import dev.meridian.migrate.MigrationFile;
import dev.meridian.migrate.MigrationStep;
import dev.meridian.migrate.PolicyMigration;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.DnsAddresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of routing policies in steps, as the file next to the declaration says.
 *
 * @param file with the step that is in place
 * @param before the zone before the first step
 * @param after the zone after the last step
 * @param steps not empty
 */
public record Migration(
    MigrationFile file, RoutingPlan before, RoutingPlan after, List<MigrationStep> steps) {
  public Migration {
    steps = List.copyOf(steps);
  }

  /**
   * The migration in progress; empty if there is no file.
   *
   * @throws BadInput with every problem of the file
   */
  public static Optional<Migration> of(DeclarationOption.Loaded loaded) throws BadInput {
    Path path = MigrationFile.of(loaded.file());
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    List<Diagnostic> problems = new ArrayList<>();
    String stack = loaded.deployment().stacks().dns().name();
    MigrationFile file =
        MigrationFile.read(path, stack, problems::add).orElseThrow(() -> new BadInput(problems));
    Migration migration = of(loaded, file, path);
    RoutingPlan after = loaded.compiled().plan();
    String policies = PolicyMigration.policies(after, names(file.names(), loaded.deployment()));
    if (!policies.equals(file.policies())) {
      throw problem(
          path,
          "the policies of " + String.join(", ", file.names()) + " changed since the first step",
          "undo that change in "
              + loaded.file()
              + ", finish the migration with ./meridian migrate, and then change them again");
    }
    if (file.step() < 1 || file.step() > migration.steps().size()) {
      throw problem(
          path,
          "there is no step " + file.step() + " of " + migration.steps().size(),
          "restore the file that ./meridian migrate wrote");
    }
    return Optional.of(migration);
  }

  /**
   * The migration that {@code file} describes.
   *
   * @param path of the file, for messages
   */
  public static Migration of(DeclarationOption.Loaded loaded, MigrationFile file, Path path)
      throws BadInput {
    RoutingPlan before = compile(path, file.before());
    RoutingPlan after = loaded.compiled().plan();
    if (!before.zone().equals(after.zone())) {
      throw problem(
          path,
          "the old policy is in the zone " + before.zone() + ", not in " + after.zone(),
          "name what the zone " + after.zone() + " has now");
    }
    Deployment deployment = loaded.deployment();
    Set<DnsName> changing = new HashSet<>(names(file.names(), deployment));
    for (RoutingPlan plan : List.of(before, after)) {
      NoTrafficPolicies.check(
          plan,
          changing::contains,
          plan.equals(after) ? loaded.compiled().origins() : Origins.NONE,
          path.toString(),
          "migrate cannot change",
          "see docs/traffic-policies.md; an edit of a traffic policy needs no migration");
    }
    DnsAddresses old = DnsAddresses.of(deployment, before);
    DnsAddresses fresh = DnsAddresses.of(deployment, after);
    Migration made;
    try {
      made =
          new Migration(
              file,
              before,
              after,
              PolicyMigration.steps(
                  before,
                  after,
                  names(file.names(), deployment),
                  old::recordName,
                  fresh::recordName));
    } catch (CannotMigrate e) {
      throw problem(loaded.file(), e.name() + ": " + e.getMessage(), e.fix());
    }
    requireSources(loaded, made);
    return made;
  }

  /** A step can still need a region or an endpoint's state that is not declared any more. */
  private static void requireSources(DeclarationOption.Loaded loaded, Migration migration)
      throws BadInput {
    Deployment deployment = loaded.deployment();
    Set<String> missing = new TreeSet<>();
    for (MigrationStep step : migration.steps()) {
      step.plan().values().forEach(value -> value.heldBy().ifPresent(missing::add));
    }
    missing.removeAll(deployment.regions().keySet());
    missing.removeIf(source -> deployment.endpoints().containsKey(source));
    if (!missing.isEmpty()) {
      throw problem(
          loaded.file(),
          "the old record sets need " + String.join(", ", missing) + ", which is not declared",
          "declare it until the migration is finished, and remove it after that");
    }
  }

  private static RoutingPlan compile(Path path, String yaml) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<CompiledPlan> compiled =
        new DeploymentReader(problems::add).read(path.toString(), yaml).map(Compiler::compile);
    compiled.ifPresent(plan -> problems.addAll(plan.problems()));
    if (!problems.isEmpty() || compiled.isEmpty()) {
      throw new BadInput(problems);
    }
    return compiled.get().plan();
  }

  /** The names with these labels. */
  public static List<DnsName> names(List<String> labels, Deployment deployment) {
    return deployment.names().stream()
        .filter(name -> labels.contains(name.label()))
        .map(name -> name.name())
        .distinct()
        .toList();
  }

  public static BadInput problem(Path file, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
  }

  /** The step that is in place. */
  public MigrationStep step() {
    return steps.get(file.step() - 1);
  }

  public boolean isLast() {
    return file.step() == steps.size();
  }

  /** Which step is in place, and what comes next. */
  public String notice() {
    String names = String.join(" ", file.names());
    return "The migration of "
        + names
        + " is at step "
        + file.step()
        + " of "
        + steps.size()
        + ". After the DNS stack of this step is applied, run ./meridian migrate "
        + names
        + (isLast() ? " to finish." : " for the next step.");
  }
}
