package dev.meridian.cli;

import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Confirmation;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.stack.ChosenStacks;
import dev.meridian.cli.stack.SynthesizedPlan;
import dev.meridian.cli.view.DestructionText;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.Value;
import dev.meridian.operate.Destruction;
import dev.meridian.operate.DestructionChecks;
import dev.meridian.operate.DestructionChecks.Finding;
import dev.meridian.operate.LeftOverStack;
import dev.meridian.operate.ProgressLines;
import dev.meridian.operate.StackContents;
import dev.meridian.operate.StackDestruction;
import dev.meridian.operate.StackSet;
import dev.meridian.stacks.output.OutputFolder;
import dev.meridian.terraform.json.ManagedResource;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code destroy}: destroys DNS first, then the accelerators, and then the regions. */
@Command(
    name = "destroy",
    description = "Destroys what is deployed: DNS first, the regions last. The hosted zone stays.")
final class DestroyCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "STACK",
      description = "Only these stacks; you can also name a region's code or dns (default: all).")
  private List<String> wanted = new ArrayList<>();

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;
  @Mixin private Confirmation confirmation;

  @Option(
      names = "--delete-zone",
      paramLabel = "NAME",
      description = "Also delete the hosted zone with this name, which the DNS stack created.")
  private @Nullable String deleteZone;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    confirmation.requireTerminal();
    PrintWriter out = spec.commandLine().getOut();
    DeclarationOption.Loaded loaded =
        stacks.asRehearsed(
            declaration.load(spec.commandLine().getErr()), endpoint, spec.commandLine().getErr());
    ProgressLines progress = new ProgressLines(out::println, System::nanoTime);
    Path plans = Files.createTempDirectory("meridian"); // plans can contain secrets
    try (RunningProcesses processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)) {
      Interrupt interrupt = Interrupt.reporting(() -> interrupted(progress.underWay()));
      processes.stoppedAtExit();
      try {
        StackSet found = stacks.stacks(loaded.deployment(), processes, endpoint.environment());
        StackSet set =
            new StackSet(
                found.deployment(), found.output(), found.settings().withListener(progress));
        return destroy(loaded, set, progress, plans);
      } finally {
        interrupt.close();
      }
    } finally {
      OutputFolder.remove(plans);
    }
  }

  private int destroy(
      DeclarationOption.Loaded loaded, StackSet set, ProgressLines progress, Path plans)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Deployment deployment = loaded.deployment();
    String dns = set.dns().name();
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(dns, set.dns().label()); // in the order of destruction
    labels.putAll(set.labels());
    List<LeftOverStack> leftOver =
        LeftOverStack.find(set.output(), deployment).stream().filter(LeftOverStack::owned).toList();
    leftOver.forEach(stack -> labels.put(stack.name(), stack.region()));
    progress.label(labels);
    List<String> chosen = new ChosenStacks(labels, loaded.file()).of(wanted);
    List<String> withZones = new ArrayList<>(List.of(dns));
    withZones.add(deployment.stackName(PrivateZone.DNS_STACK));
    withZones.retainAll(chosen);
    Set<DnsName> zones = zones(loaded, !withZones.isEmpty());

    write(set, loaded);
    Destruction destruction = new Destruction(set, progress);
    Map<String, StackContents> contents = destruction.read(chosen);
    List<ManagedResource> doomed = zones(contents, withZones, zones, loaded);
    List<Finding> findings = new ArrayList<>();
    DestructionChecks checks =
        new DestructionChecks(deployment, loaded.compiled().plan(), contents);
    if (!chosen.contains(dns)) {
      Map<String, String> regions = new LinkedHashMap<>(labels);
      set.deployment()
          .stacks()
          .accelerators()
          .forEach(stack -> regions.put(stack.name(), stack.accelerator().name()));
      regions.keySet().retainAll(chosen);
      findings.addAll(
          checks.regionsInUse(
              regions, loaded.file().toString(), declaration.arguments() + stacks.arguments()));
    }
    findings.addAll(checks.accelerated(chosen));
    findings.addAll(checks.ofPrivateZone(chosen));
    findings.addAll(checks.foreignRecords(doomed, endpoint.access().at(set.dns().awsRegion())));
    if (!findings.isEmpty()) {
      return refused(findings);
    }
    List<StackDestruction> planned = destruction.plan(chosen, contents, zones, plans);
    DestructionText text = new DestructionText(planned);
    text.lines().forEach(out::println);
    if (text.count() == 0) {
      out.println("Nothing is left to destroy.");
      return ExitCode.FINE;
    }
    warn(doomed);
    if (!confirmation.given(deployment.application() + "-" + deployment.environment())) {
      out.println("Nothing was destroyed.");
      return ExitCode.FINDING;
    }
    destruction.apply(planned);
    report(planned, leftOver);
    return ExitCode.FINE;
  }

  /** The names of the zones to delete: none or one. */
  private Set<DnsName> zones(DeclarationOption.Loaded loaded, boolean withDns) throws BadInput {
    if (deleteZone == null) {
      return Set.of();
    }
    Optional<DnsName> name = DnsName.of(Value.literal(deleteZone));
    if (name.isEmpty()) {
      throw bad(
          "\"" + deleteZone + "\" is not a domain name", "name the zone, such as example.com");
    }
    if (!withDns) {
      throw bad(
          "the hosted zone belongs to " + loaded.deployment().stacks().dns().name(),
          "name that stack, too, or no stack at all");
    }
    return Set.of(name.get());
  }

  /** The zones of the state that have one of the names. */
  private List<ManagedResource> zones(
      Map<String, StackContents> contents,
      List<String> stacks,
      Set<DnsName> names,
      DeclarationOption.Loaded loaded)
      throws BadInput {
    String dns = stacks.isEmpty() ? loaded.deployment().stacks().dns().name() : stacks.get(0);
    List<ManagedResource> found =
        stacks.stream()
            .flatMap(stack -> Objects.requireNonNull(contents.get(stack)).zones().stream())
            .toList();
    List<ManagedResource> doomed =
        found.stream()
            .filter(zone -> StackContents.name(zone).filter(names::contains).isPresent())
            .toList();
    if (doomed.size() > 1) {
      throw bad(
          "the public and the private zone are both named " + deleteZone,
          "delete the private one first: name its stack, "
              + PrivateZone.DNS_STACK
              + ", and then run the command again without a stack");
    }
    boolean created =
        loaded.deployment().zone().adoption() instanceof Adoption.Created
            || !dns.equals(loaded.deployment().stacks().dns().name());
    if (!names.isEmpty() && !created) {
      throw bad(
          loaded.file() + " declares a hosted zone that exists without it",
          "omit --delete-zone, and delete the zone where it is managed");
    }
    boolean gone = found.isEmpty() && names.contains(loaded.deployment().zoneName());
    if (!names.isEmpty() && doomed.isEmpty() && !gone) {
      throw bad(
          "the state of " + dns + " has no hosted zone " + deleteZone,
          found.isEmpty()
              ? "correct the name"
              : "name the zone that it has: " + found.get(0).attribute("name"));
    }
    return doomed;
  }

  private static BadInput bad(String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile("--delete-zone"), "", what, fix)));
  }

  /** In a fresh clone, the stacks' folders may not exist yet. */
  private void write(StackSet set, DeclarationOption.Loaded loaded) throws BadInput, IOException {
    for (String stack : set.all()) {
      if (!set.isWritten(stack)) {
        SynthesizedPlan written = SynthesizedPlan.of(loaded, spec.commandLine().getErr());
        set.writeMissing(written.plan(), written.migration());
        return;
      }
    }
  }

  private int refused(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println(finding.what());
      out.println("    fix: " + finding.fix());
    }
    out.println(Count.of(findings.size(), "finding") + "; nothing was destroyed.");
    return ExitCode.FINDING;
  }

  private void warn(List<ManagedResource> doomed) {
    PrintWriter out = spec.commandLine().getOut();
    for (ManagedResource zone : doomed) {
      out.println(
          "Before you delete "
              + zone.attribute("name")
              + ", remove its delegation at the registrar or in its parent zone. A new zone would"
              + " have other name servers.");
    }
  }

  private void report(List<StackDestruction> planned, List<LeftOverStack> leftOver) {
    PrintWriter out = spec.commandLine().getOut();
    DestructionText text = new DestructionText(planned);
    out.println("Destroyed " + Count.of(text.count(), "resource") + ".");
    planned.stream()
        .flatMap(stack -> stack.kept().stream())
        .map(zone -> zone.attribute("name"))
        .forEach(
            name ->
                out.println(
                    "The hosted zone "
                        + name
                        + " stays. To delete it, run this command again with --delete-zone "
                        + name
                        + "."));
    List<String> names = planned.stream().map(StackDestruction::stack).toList();
    leftOver.stream()
        .filter(stack -> names.contains(stack.name()))
        .forEach(stack -> out.println("Remove the folder " + stack.folder() + " now."));
  }

  private static String interrupted(List<String> underWay) {
    return "Interrupted"
        + (underWay.isEmpty() ? "" : " while working on " + String.join(", ", underWay))
        + "; ending terraform, which takes up to a minute. What is destroyed is no longer in the"
        + " states. To continue, run the same command again.";
  }
}
