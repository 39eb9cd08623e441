package dev.meridian.cli;

import dev.meridian.adopt.ImportsFile;
import dev.meridian.change.ChangeGuard;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.stack.Imports;
import dev.meridian.cli.stack.LeftOverStacks;
import dev.meridian.cli.stack.SynthesizedPlan;
import dev.meridian.cli.view.change.ChangeNotices;
import dev.meridian.cli.view.change.DiffText;
import dev.meridian.cli.view.change.GuardText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.zone.OtherOwners;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.environment.StacksOfOthers;
import dev.meridian.model.ZoneKind;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.LeftOverResources;
import dev.meridian.operate.LeftOverStack;
import dev.meridian.operate.MultiStackPlan;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.UndeclaredStates;
import dev.meridian.operate.ZoneChange;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.stacks.TerraformGaps;
import dev.meridian.terraform.json.MovedRecords;
import dev.meridian.terraform.json.PlannedChanges;
import dev.meridian.terraform.json.PlannedChangesReader;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: one plan over all stacks. */
@Command(
    name = "diff",
    description = "Shows what applying all stacks would change; changes no state.")
final class DiffCommand implements Callable<Integer> {
  private static final int CHANGES = 2;

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK",
      description = "Only these stacks; you can also name a region's code or dns (default: all).")
  private List<String> wanted = new ArrayList<>();

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;
  @Mixin private GuardOption guard;

  @Option(names = "--json", description = "Print JSON, which docs/rehearse.md describes.")
  private boolean json;

  @Option(
      names = "--exit-code",
      description =
          "Exit with 2 if anything changes, cannot be planned yet, or is not synthesized yet,"
              + " as terraform's -detailed-exitcode does.")
  private boolean exitCode;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded declared = declaration.load(err);
    TerraformGaps.refuse(declared.deployment());
    ChangeGuard limits = guard.guard(declared.deployment().changeLimits());
    Optional<DeclarationOption.Loaded> rehearsed = stacks.rehearsed(declared, endpoint, err);
    DeclarationOption.Loaded loaded = rehearsed.orElse(declared);
    try (RunningProcesses processes = CommandProcesses.start()) {
      StackSet set = stacks.stacks(loaded.deployment(), processes, endpoint.environment());
      List<String> chosen = chosen(set, loaded.file());
      List<String> different = new ArrayList<>();
      if (rehearsed.isPresent()) {
        // The folder belongs to the rehearsal. synth would write the declaration, not what was
        // rehearsed.
        set.synthesize(loaded.compiled().plan());
      } else {
        SynthesizedPlan written = SynthesizedPlan.of(loaded, err);
        different.addAll(set.writeMissing(written.plan(), written.migration()));
        different.retainAll(chosen);
      }
      different.forEach(stack -> err.println(plannedAsItIs(stack, loaded.file())));
      if (different.contains(set.dns().name())) {
        ZoneChange.warning(loaded.deployment(), set.output(), Imports.of(loaded, err).keySet())
            .ifPresent(err::println);
      }
      for (String stack : different) {
        set.movedBySynth(stack)
            .ifPresent(place -> err.println("synth moves the state of " + stack + " to " + place));
      }
      MultiStackPlan plan = MultiStackPlan.of(set, chosen, excused());
      // A stack that differs may not have the import blocks yet.
      if (rehearsed.isEmpty() && !different.contains(set.dns().name())) {
        warnIfSpent(plan, set.dns().name(), loaded, err);
      }
      Map<String, List<Notice>> notices = notices(plan, loaded, limits);
      notices
          .computeIfAbsent(set.dns().name(), stack -> new ArrayList<>())
          .addAll(OtherOwners.of(loaded, plan, endpoint.access()));
      DiffText text = new DiffText(plan, different, notices);
      if (json) {
        out.println(text.json());
      } else {
        text.lines().forEach(out::println);
      }
      boolean left = rehearsed.isEmpty() && wanted.isEmpty() && leftOver(set, loaded);
      if (plan.failed()) {
        return ExitCode.OUR_FAULT;
      }
      if (plan.hasStateElsewhere()
          || notices.values().stream().flatMap(List::stream).anyMatch(found -> !found.forced())) {
        return ExitCode.FINDING;
      }
      return exitCode && (left || !(plan.isEmpty() && different.isEmpty()))
          ? CHANGES
          : ExitCode.FINE;
    }
  }

  /** What each plan would do to live answers; without stacks that would do nothing. */
  private Map<String, List<Notice>> notices(
      MultiStackPlan plan, DeclarationOption.Loaded loaded, ChangeGuard limits) {
    List<LoadedPlan> zones = new ArrayList<>();
    zones.add(LoadedPlan.of(loaded));
    loaded.ofPrivateZone().map(LoadedPlan::of).ifPresent(zones::add);
    Map<String, List<Notice>> notices = new TreeMap<>();
    for (MultiStackPlan.StackPlan stack : plan.stacks()) {
      List<Notice> found = new ArrayList<>();
      stack.planned().ifPresent(file -> notice(file, zones, limits, found));
      notices.put(stack.stack(), found);
    }
    return notices;
  }

  private void notice(
      TerraformFile plan, List<LoadedPlan> zones, ChangeGuard limits, List<Notice> found) {
    MovedRecords.of(plan).forEach(moved -> found.add(ChangeNotices.moved(moved)));
    PlannedChanges changes = PlannedChangesReader.read(plan, Map.of(), ZoneKind.PUBLIC);
    for (PlannedChanges.ZoneChange zone : changes.zones()) {
      ClientPopulation population =
          ClientPopulation.of(zone.changes(), zones, plan.earlierVpcRegions());
      found.addAll(ChangeNotices.of(zone.changes(), population));
    }
    changes.withoutZone().forEach(address -> found.add(ChangeNotices.withoutZone(address)));
    found.addAll(GuardText.of(limits, plan.zoneChanges(), guard.isForced()));
  }

  /** Reports what is left of stacks that are not declared; whether it is anything. */
  private boolean leftOver(StackSet set, DeclarationOption.Loaded loaded)
      throws IOException, InterruptedException {
    List<LeftOverResources> found =
        LeftOverResources.read(
            LeftOverStack.find(set.output(), loaded.deployment()), Optional.of(set), true);
    StacksOfOthers others = stacks.folder(loaded.deployment()).stacksOfOthers();
    UndeclaredStates states =
        UndeclaredStates.find(set.output(), loaded.deployment(), others.names());
    PrintWriter to = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    LeftOverStacks text =
        new LeftOverStacks(
            set.output(),
            loaded.file(),
            loaded.deployment(),
            declaration.arguments() + stacks.arguments());
    text.lines(found).forEach(to::println);
    text.lines(states, others).forEach(to::println);
    text.notListed(states).ifPresent(spec.commandLine().getErr()::println);
    return states.isFinding() || found.stream().anyMatch(LeftOverResources::isFinding);
  }

  /** Import blocks have no effect once their resources are in the state. */
  private static void warnIfSpent(
      MultiStackPlan plan, String dns, DeclarationOption.Loaded loaded, PrintWriter err)
      throws BadInput {
    boolean spent =
        plan.stacks().stream()
            .filter(one -> one.stack().equals(dns))
            .filter(one -> one.status() == MultiStackPlan.Status.PLANNED)
            .anyMatch(one -> one.summary().imports() == 0);
    if (spent && !Imports.of(loaded, err).isEmpty()) {
      err.println(
          dns
              + " has nothing left to import: delete "
              + ImportsFile.of(loaded.file())
              + " and run ./meridian synth");
    }
  }

  /**
   * A plan must show what will be applied, and Terraform applies what is on disk. So diff plans the
   * stack even if it differs from the declaration.
   */
  private String plannedAsItIs(String stack, Path file) {
    return stack
        + " is planned as it is on disk, which differs from "
        + file
        + ". If you do not want that, run ./meridian synth"
        + declaration.arguments()
        + stacks.arguments();
  }

  private EmulatorDifferences excused() throws BadInput {
    URI there = endpoint.access().endpoint();
    return there == null ? EmulatorDifferences.NONE : LocalAws.differencesAt(there);
  }

  private List<String> chosen(StackSet set, Path file) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    for (String one : wanted) {
      set.labels().forEach((stack, label) -> add(one, stack, label, chosen));
      if (set.labels().entrySet().stream().noneMatch(e -> means(one, e.getKey(), e.getValue()))) {
        problems.add(
            new Diagnostic(
                SourceLocation.wholeFile(file.toString()),
                "",
                "there is no stack \"" + one + "\"",
                "name one of " + String.join(", ", set.all())));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return wanted.isEmpty() ? set.all() : set.all().stream().filter(chosen::contains).toList();
  }

  private static void add(String wanted, String stack, String label, List<String> chosen) {
    if (means(wanted, stack, label)) {
      chosen.add(stack);
    }
  }

  private static boolean means(String wanted, String stack, String label) {
    return wanted.equals(stack) || wanted.equals(label);
  }
}
