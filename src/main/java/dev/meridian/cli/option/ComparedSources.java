package dev.meridian.cli.option;

import dev.meridian.aws.AwsReadException;
import dev.meridian.change.ChangeGuard;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The two sources of {@code compare}. Each is a declaration, Terraform's files, or a zone in AWS.
 */
public final class ComparedSources {
  private static final String LIVE = "zone:";
  private static final int BOTH = 2;

  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description =
          "The current and the new version: a declaration, a plan or state in JSON, or"
              + " zone:NAME|ID for a zone as AWS has it now. Without the second, the declaration"
              + " (-c).")
  private List<String> positions = new ArrayList<>();

  @Option(
      names = "--before",
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "The current version; several plans and states for stacks that belong together.")
  private List<String> before = new ArrayList<>();

  @Option(
      names = "--after",
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "The new version, likewise.")
  private List<String> after = new ArrayList<>();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "Output of terraform show -json for one plan: compare before and after it is applied, in"
              + " all of its zones, and find gaps and what Route 53 would refuse.")
  private @Nullable Path plan;

  @Option(
      names = "--zone",
      paramLabel = "NAME|ID",
      description =
          "Without a current version: a hosted zone as AWS has it now. Also which zone of plans and"
              + " states to compare.")
  private @Nullable String zone;

  @Option(
      names = "--zone-name",
      paramLabel = "ID=NAME",
      description = "The name of a zone that plans and states use, but none of them contains.")
  private final Map<String, String> zoneNames = new TreeMap<>();

  @Mixin private ZoneKindOption kind;
  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;

  private String command = "compare";
  private String several = "; or --before FILE ... --after FILE ... for several files";

  /**
   * The sources of another command, which has the same options and {@code --compare} for the two.
   *
   * @param command in messages
   */
  static ComparedSources of(String command, List<String> positions, @Nullable Path plan) {
    ComparedSources sources = new ComparedSources();
    sources.command = command;
    sources.several = "";
    sources.positions = List.copyOf(positions);
    sources.plan = plan;
    return sources;
  }

  /** These sources with the options that say which zones are compared, and where they are. */
  ComparedSources with(
      @Nullable String nameOrId,
      Map<String, String> names,
      ZoneKindOption zoneKind,
      DeclarationOption declared,
      AwsEndpointOption aws) {
    zone = nameOrId;
    zoneNames.putAll(names);
    kind = zoneKind;
    declaration = declared;
    endpoint = aws;
    return this;
  }

  /** Whether a single plan is compared with the state that it starts from. */
  public boolean isPlan() {
    return plan != null;
  }

  /**
   * Reads the plan that {@link #isPlan} is about.
   *
   * @throws BadInput with every problem of the plan or the options
   */
  public PlannedZones loadPlan(PrintWriter err) throws BadInput {
    if (plan == null || !positions.isEmpty() || !before.isEmpty() || !after.isEmpty()) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--plan"),
                  "",
                  "a plan contains both versions, so there cannot be another source",
                  "leave the other sources out, or write the plan as a source, without --plan")));
    }
    PlannedZones.Read read = PlannedZones.read(plan, kind.choice(zone), zoneNames);
    read.leftOut().stream().distinct().forEach(line -> err.println("warning: " + line));
    return read.zones();
  }

  /** The change guard with the limits of the declaration, if there is one. */
  public ChangeGuard guard(GuardOption option, PrintWriter err) throws BadInput {
    return option.guard(declaration, err);
  }

  /** The plans of both sources. */
  public record Loaded(LoadedPlan before, LoadedPlan after) {}

  /** The private zones of two declarations that both have one, unless the options choose a zone. */
  public Optional<Loaded> privateZones(Loaded loaded) {
    if (kind.isGiven()) {
      return Optional.empty();
    }
    Optional<LoadedPlan> now = privateZone(loaded.after());
    return privateZone(loaded.before()).flatMap(old -> now.map(other -> new Loaded(old, other)));
  }

  private static Optional<LoadedPlan> privateZone(LoadedPlan of) {
    return of.declaration().flatMap(DeclarationOption.Loaded::ofPrivateZone).map(LoadedPlan::of);
  }

  /** What to say about the zone of a declaration that has no counterpart in the other source. */
  public Optional<String> otherZone(Loaded all) {
    if (all.before().declaration().isPresent() && all.after().declaration().isPresent()) {
      return Optional.empty();
    }
    return all.before().otherZone().or(() -> all.after().otherZone());
  }

  /**
   * Reads both sources. If one of them has several zones and the options choose none, the zone of
   * the other decides.
   *
   * @throws BadInput with every problem of a source
   * @throws AwsReadException if AWS cannot be read
   */
  public Loaded load(PrintWriter err) throws BadInput, AwsReadException {
    Deque<String> rest = new ArrayDeque<>(positions);
    List<String> first = first(rest);
    List<String> second =
        after.isEmpty() && !rest.isEmpty() ? List.of(rest.removeFirst()) : List.copyOf(after);
    if (!rest.isEmpty() || first.isEmpty()) {
      throw usage();
    }
    requireUse(first, second);
    ZoneChoice choice = kind.choice(zone);
    LoadedPlan old;
    try {
      old = load(first, choice, err);
    } catch (BadInput problem) {
      requireSeveralZones(problem);
      LoadedPlan other = load(second, choice, err);
      return new Loaded(load(first, choice.like(other), err), other);
    }
    try {
      return new Loaded(old, load(second, choice, err));
    } catch (BadInput problem) {
      requireSeveralZones(problem);
      return new Loaded(old, load(second, choice.like(old), err));
    }
  }

  private static void requireSeveralZones(BadInput problem) throws BadInput {
    if (!problem.isSeveralZones()) {
      throw problem;
    }
  }

  /** {@code --zone} names the current version, or a zone in files. */
  private void requireUse(List<String> first, List<String> second) throws BadInput {
    boolean used =
        first.equals(List.of(LIVE + zone))
            || Stream.concat(first.stream(), second.stream())
                .anyMatch(ComparedSources::isTerraform);
    if (zone != null && !used) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--zone"),
                  zone,
                  "neither source is a plan or a state that this zone could be in",
                  "leave --zone out, or write zone:" + zone + " instead of the current version")));
    }
  }

  /** With {@code --zone}, a single position is the new version. */
  private List<String> first(Deque<String> rest) {
    if (!before.isEmpty()) {
      return before;
    }
    boolean isNew = zone != null && after.isEmpty() && rest.size() < BOTH;
    if (!rest.isEmpty() && !isNew) {
      return List.of(rest.removeFirst());
    }
    return zone == null ? List.of() : List.of(LIVE + zone);
  }

  private BadInput usage() {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile(command),
                "",
                command + " needs a current version and at most one new version",
                "write CMD OLD NEW; CMD OLD or CMD --zone NAME for the declaration as the new version"
                        .replace("CMD", command)
                    + several)));
  }

  /** The plan of the words, or of the declaration if there are none. */
  private LoadedPlan load(List<String> words, ZoneChoice choice, PrintWriter err)
      throws BadInput, AwsReadException {
    return words.isEmpty()
        ? choice.declared(declaration.ask(err))
        : read(words, choice, zoneNames, endpoint, err);
  }

  /** The plan of a declaration, of Terraform's files, or of a zone in AWS. */
  static LoadedPlan read(
      List<String> words,
      ZoneChoice choice,
      Map<String, String> zoneNames,
      AwsEndpointOption endpoint,
      PrintWriter err)
      throws BadInput, AwsReadException {
    Optional<String> live = words.stream().filter(word -> word.startsWith(LIVE)).findFirst();
    boolean files = words.stream().allMatch(ComparedSources::isTerraform);
    if (words.size() > 1 && !files) {
      throw notTogether(words);
    }
    if (live.isPresent()) {
      String nameOrId = live.get().substring(LIVE.length());
      return PlanOption.told(
          LiveZonePlan.read(nameOrId, choice, Set.of(), endpoint.accessWithProgress()), err);
    }
    if (!files) {
      return choice.declared(DeclarationOption.ask(Path.of(words.get(0)), err));
    }
    List<Path> paths = words.stream().map(Path::of).toList();
    return PlanOption.told(TerraformFilePlan.read(paths, choice, zoneNames), err);
  }

  /** Whether the word names a Terraform plan or state, as its extension says. */
  private static boolean isTerraform(String word) {
    return !word.startsWith(LIVE) && (word.endsWith(".json") || word.endsWith(".tfstate"));
  }

  private static BadInput notTogether(List<String> words) {
    List<Diagnostic> problems =
        words.stream()
            .filter(word -> !isTerraform(word))
            .map(
                word ->
                    new Diagnostic(
                        SourceLocation.wholeFile(word),
                        "",
                        "it cannot be combined with other sources",
                        "combine only plans and states, whose names end in .json or .tfstate; if"
                            + " this is the new version, write --after before it"))
            .toList();
    return new BadInput(problems);
  }
}
