package dev.meridian.cli.option;

import dev.meridian.aws.AwsReadException;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The source of a command's routing plan: the declaration, Terraform's files, or AWS. */
public final class PlanOption {
  @Mixin private DeclarationOption declaration;

  @Option(
      names = "--plan",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Output of terraform show -json for a plan, instead of the declaration; several for"
              + " stacks that belong together.")
  private final List<Path> plans = new ArrayList<>();

  @Option(
      names = "--state",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Output of terraform show -json for a state, or a terraform.tfstate, instead of the"
              + " declaration; several for stacks that belong together.")
  private final List<Path> states = new ArrayList<>();

  @Option(
      names = "--zone",
      paramLabel = "NAME|ID",
      description =
          "A hosted zone as AWS has it now, instead of the declaration; with --plan or"
              + " --state, the zone in these files (there, also the Terraform address of a zone"
              + " without an ID).")
  private @Nullable String zone;

  @Option(
      names = "--zone-name",
      paramLabel = "ID=NAME",
      description = "With --plan or --state: the name of a zone that none of the files contains.")
  private final Map<String, String> zoneNames = new TreeMap<>();

  @Mixin private ZoneKindOption kind;
  @Mixin private AwsEndpointOption endpoint;

  static LoadedPlan told(LoadedPlan read, PrintWriter err) {
    LoadedPlan found = read.withoutGuesses();
    found.leftOut().forEach(line -> err.println("warning: " + line));
    return found;
  }

  /** Whether the plan is read from Terraform or AWS instead of compiled from the declaration. */
  public boolean isReadBack() {
    return zone != null || !plans.isEmpty() || !states.isEmpty();
  }

  /** The options as the user wrote them, each after a space. */
  String arguments() {
    StringBuilder arguments = new StringBuilder(declaration.arguments());
    plans.forEach(file -> arguments.append(" --plan ").append(ShellWord.of(file)));
    states.forEach(file -> arguments.append(" --state ").append(ShellWord.of(file)));
    zoneNames.forEach(
        (id, name) -> arguments.append(" --zone-name ").append(ShellWord.of(id + "=" + name)));
    arguments.append(zone == null ? "" : " --zone " + ShellWord.of(zone));
    return arguments.append(kind.arguments()).append(endpoint.arguments()).toString();
  }

  /**
   * The plan. Prints a warning to {@code err} for everything that the source contains but the plan
   * cannot express.
   *
   * @throws BadInput with every problem of the declaration or the files
   * @throws AwsReadException if AWS cannot be read
   */
  public LoadedPlan load(PrintWriter err) throws BadInput, AwsReadException {
    return told(isReadBack() ? readBack() : kind.declared(declaration.ask(err), err), err);
  }

  /**
   * The plans of all zones that the options leave: both zones of a declaration without {@code
   * --zone-kind}, otherwise one.
   *
   * @throws BadInput with every problem of the declaration or the files
   * @throws AwsReadException if AWS cannot be read
   */
  List<LoadedPlan> loadAll(PrintWriter err) throws BadInput, AwsReadException {
    if (isReadBack() || kind.isGiven()) {
      return List.of(load(err));
    }
    DeclarationOption.Loaded loaded = declaration.ask(err);
    List<LoadedPlan> plans = new ArrayList<>();
    plans.add(told(LoadedPlan.of(loaded), err));
    loaded.ofPrivateZone().ifPresent(within -> plans.add(told(LoadedPlan.of(within), err)));
    return plans;
  }

  /**
   * The declaration, whatever else the plan is read from.
   *
   * @throws BadInput with every problem in it
   */
  public DeclarationOption.Loaded declared(PrintWriter err) throws BadInput {
    return declaration.load(err);
  }

  /**
   * Two versions of a zone instead of one: those that {@code words} name as for {@code compare}, or
   * the two in the plan of {@code --plan}.
   *
   * @param command in messages
   * @throws BadInput if an option has no meaning for two versions
   */
  ComparedSources compared(String command, List<String> words) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    if (plans.size() > 1) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile("--plan"),
              "",
              "a comparison has one plan, which contains both versions",
              "name one plan; its state and its result are compared"));
    }
    if (!states.isEmpty()) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile("--state"),
              "",
              "a comparison has two versions",
              "write the state after " + command + ", as the current or the new version"));
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return ComparedSources.of(command, words, plans.isEmpty() ? null : plans.get(0))
        .with(zone, zoneNames, kind, declaration, endpoint);
  }

  /** The plan of the files or the live zone; the caller reports what is left out. */
  public LoadedPlan readBack() throws BadInput, AwsReadException {
    return readBack(Set.of());
  }

  /**
   * The plan of the files or the live zone; the caller reports what is left out.
   *
   * @param healthChecks Route 53's IDs of health checks to read from AWS even if no record uses
   *     them; files contain all of theirs
   */
  public LoadedPlan readBack(Set<String> healthChecks) throws BadInput, AwsReadException {
    List<Path> files = new ArrayList<>(plans);
    files.addAll(states);
    return files.isEmpty() && zone != null
        ? LiveZonePlan.read(zone, kind.choice(zone), healthChecks, endpoint.accessWithProgress())
        : TerraformFilePlan.read(files, kind.choice(zone), zoneNames);
  }
}
