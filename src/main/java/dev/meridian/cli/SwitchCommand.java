package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ClusterEndpoint;
import dev.meridian.aws.LiveControlPanel;
import dev.meridian.aws.LiveControlPanel.SafetyRule;
import dev.meridian.aws.RoutingControlStates;
import dev.meridian.aws.RoutingControlStates.Control;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.Confirmation;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.view.SwitchPrediction;
import dev.meridian.cli.view.SwitchText;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Switches;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.operate.ControlPanelSource;
import dev.meridian.operate.StackSet;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switch}: takes a region out of service, or back, with its routing control. */
@Command(
    name = "switch",
    description =
        "Takes a region out of service or back; without arguments, lists the states of the"
            + " switches.")
final class SwitchCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REGION",
      description = "The region to change.")
  private @Nullable String region;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "on|off",
      description = "off takes the region out of service.")
  private @Nullable String position;

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;
  @Mixin private Confirmation confirmation;

  @Option(
      names = "--override",
      paramLabel = "RULE",
      description = "The name or ARN of a safety rule that the change may violate.")
  private List<String> overridden = new ArrayList<>();

  @Option(
      names = "--endpoint",
      paramLabel = "REGION=URL",
      description = "An endpoint of the cluster, if it cannot be looked up; with --panel.")
  private Map<String, String> endpoints = new LinkedHashMap<>();

  @Option(
      names = "--panel",
      paramLabel = "ARN",
      description = "The ARN of the control panel; with --endpoint.")
  private @Nullable String panel;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = stacks.asRehearsed(declaration.load(err), endpoint, err);
    check(loaded);
    if (region != null) {
      confirmation.requireTerminal();
    }
    Deployment deployment = loaded.deployment();
    AwsAccess access = endpoint.access().at(deployment.stacks().dns().awsRegion());
    ControlPanelSource source = new ControlPanelSource(deployment, access);
    Optional<ControlPanelSource.Found> found = find(deployment, source);
    if (found.isEmpty()) {
      err.println(
          "There is no control panel "
              + AwsResourceNames.controlPanel(deployment)
              + ". Apply the DNS stack first.");
      return ExitCode.FINDING;
    }
    RoutingControlStates cluster =
        new RoutingControlStates(found.get().endpoints(), access, err::println);
    SortedMap<String, Control> states = cluster.list(found.get().panel());
    if (region == null) {
      return list(deployment.switches(), states);
    }
    return change(loaded, source, cluster, found.get().panel(), states);
  }

  private void check(DeclarationOption.Loaded loaded) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> regions = loaded.deployment().switches().regions();
    if (regions.isEmpty()) {
      problems.add(
          problem(loaded.file().toString(), "it declares no switches", "add switches, and apply"));
    } else if (region != null && !regions.contains(region)) {
      problems.add(
          problem(
              "REGION",
              "\"" + region + "\" has no switch",
              "name one of " + String.join(", ", regions)));
    }
    if (region != null && !List.of("on", "off").contains(String.valueOf(position))) {
      problems.add(
          problem(
              "on|off",
              position == null ? "it is missing" : "\"" + position + "\" is neither on nor off",
              "write ./meridian switch " + region + " off to take the region out of service"));
    }
    if (endpoints.isEmpty() != (panel == null)) {
      problems.add(
          problem(
              endpoints.isEmpty() ? "--panel" : "--endpoint",
              "--panel and --endpoint need each other",
              "write both, or neither to look them up"));
    }
    endpoints.forEach(
        (code, url) -> {
          if (ClusterEndpoint.of(code + " " + url).isEmpty()) {
            problems.add(
                problem(
                    "--endpoint",
                    "\"" + url + "\" is not a URL",
                    "write REGION=https://… as DescribeCluster has it"));
          }
        });
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }

  private static Diagnostic problem(String where, String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile(where), "", what, fix);
  }

  private Optional<ControlPanelSource.Found> find(Deployment deployment, ControlPanelSource source)
      throws AwsReadException, InterruptedException, IOException {
    if (panel != null) {
      List<ClusterEndpoint> named =
          endpoints.entrySet().stream()
              .flatMap(one -> ClusterEndpoint.of(one.getKey() + " " + one.getValue()).stream())
              .toList();
      return Optional.of(new ControlPanelSource.Found(panel, named));
    }
    try (RunningProcesses processes = CommandProcesses.start()) {
      return source.find(toRead(deployment, processes), spec.commandLine().getErr()::println);
    }
  }

  /** Without Terraform, Meridian asks AWS for what the state contains. */
  private Optional<StackSet> toRead(Deployment deployment, RunningProcesses processes)
      throws IOException {
    try {
      return Optional.of(stacks.toRead(deployment, processes, endpoint.environment()));
    } catch (NoTerraform e) {
      return Optional.empty();
    }
  }

  private int list(Switches switches, SortedMap<String, Control> states) {
    Map<String, Boolean> inService = new LinkedHashMap<>();
    states.forEach((name, control) -> inService.put(name, !control.on()));
    SwitchText.states(inService).forEach(spec.commandLine().getOut()::println);
    List<String> missing = new ArrayList<>(switches.regions());
    missing.removeAll(states.keySet());
    missing.forEach(this::tellMissing);
    return missing.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void tellMissing(String name) {
    spec.commandLine()
        .getErr()
        .println("The control panel has no routing control " + name + ". Apply the DNS stack.");
  }

  private int change(
      DeclarationOption.Loaded loaded,
      ControlPanelSource source,
      RoutingControlStates cluster,
      String panelArn,
      SortedMap<String, Control> states)
      throws AwsReadException, BadInput {
    PrintWriter out = spec.commandLine().getOut();
    String code = String.valueOf(region);
    boolean drain = "off".equals(position);
    Control control = states.get(code);
    if (control == null) {
      tellMissing(code);
      return ExitCode.FINDING;
    }
    if (control.on() == drain) {
      out.println(code + " is already " + SwitchText.word(!drain) + ".");
      return ExitCode.FINE;
    }
    List<String> rules = rules(source);
    out.println(
        drain
            ? code + " is in service. This takes it out of service."
            : code + " is out of service. This brings it back into service.");
    SwitchPrediction.lines(loaded, drained(states), code, drain).forEach(out::println);
    overridden.forEach(rule -> out.println("The safety rule " + rule + " is overridden."));
    if (!confirmation.given(code, "change its switch")) {
      out.println("Nothing was changed.");
      return ExitCode.FINDING;
    }
    try {
      cluster.set(control.arn(), drain, rules);
    } catch (RoutingControlStates.Refused e) {
      out.println("A safety rule refused the change: " + e.getMessage());
      out.println(
          "    fix: bring another region back first, or name the rule with --override, such as"
              + " --override "
              + AwsResourceNames.safetyRule(loaded.deployment()));
      return ExitCode.FINDING;
    }
    return list(loaded.deployment().switches(), cluster.list(panelArn));
  }

  /** The regions that are out of service. */
  private static Set<String> drained(SortedMap<String, Control> states) {
    Set<String> drained = new TreeSet<>();
    states.forEach(
        (name, control) -> {
          if (control.on()) {
            drained.add(name);
          }
        });
    return drained;
  }

  /** The ARNs of the rules to override. Only names need the control plane. */
  private List<String> rules(ControlPanelSource source) throws AwsReadException, BadInput {
    if (overridden.stream().allMatch(rule -> rule.startsWith("arn:"))) {
      return overridden;
    }
    Map<String, SafetyRule> known =
        source.live().map(LiveControlPanel::rules).map(Map::copyOf).orElse(Map.of());
    List<String> arns = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (String rule : overridden) {
      if (rule.startsWith("arn:")) {
        arns.add(rule);
      } else if (known.containsKey(rule)) {
        arns.add(known.get(rule).arn());
      } else {
        problems.add(
            problem(
                "--override", "there is no safety rule \"" + rule + "\"", named(known.keySet())));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return arns;
  }

  private static String named(Collection<String> rules) {
    return rules.isEmpty()
        ? "leave the option out"
        : "name one of " + String.join(", ", new TreeSet<>(rules));
  }
}
