package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveControlPanel;
import dev.meridian.aws.LiveControlPanel.SafetyRule;
import dev.meridian.aws.RoutingControlStates;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Switches;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ValueSubstitution;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the routing controls of {@code switches}, their states, and their safety rule. */
final class SwitchComparison {
  private static final String STATE = "state";

  private final Deployment deployment;
  private final Optional<LiveControlPanel> panel;
  private final FieldComparison comparison = new FieldComparison();

  private SwitchComparison(Deployment deployment, Optional<LiveControlPanel> panel) {
    this.deployment = deployment;
    this.panel = panel;
  }

  /** Reads the control panel of the deployment, if it has switches. */
  static SwitchComparison read(Deployment deployment, AwsAccess access) throws AwsReadException {
    return new SwitchComparison(
        deployment,
        deployment.switches().isEmpty()
            ? Optional.empty()
            : new ControlPanelSource(deployment, access).live());
  }

  /** For a deployment whose control panel could not be read. */
  static SwitchComparison unread(Deployment deployment) {
    return new SwitchComparison(deployment, Optional.empty());
  }

  /** The routing controls by region; empty if there is no control panel. */
  SortedMap<String, RoutingControlStates.Control> states(AwsAccess access) throws AwsReadException {
    return panel.isEmpty() ? new TreeMap<>() : states(panel.get(), access);
  }

  private static SortedMap<String, RoutingControlStates.Control> states(
      LiveControlPanel found, AwsAccess access) throws AwsReadException {
    return new RoutingControlStates(found.endpoints(), access, note -> {}).list(found.arn());
  }

  /** The plan with the ARNs of the routing controls that exist. */
  RoutingPlan resolve(RoutingPlan plan) {
    Map<Value, Value> known = new HashMap<>();
    panel.ifPresent(
        found ->
            found
                .controls()
                .forEach(
                    (region, arn) ->
                        known.put(Switches.routingControlArn(region), Value.literal(arn))));
    return ValueSubstitution.replace(plan, value -> known.getOrDefault(value, value));
  }

  /**
   * The differences. A region that is out of service is one, because answers are not as declared.
   */
  List<Difference> compare(AwsAccess access) throws AwsReadException {
    if (deployment.switches().isEmpty()) {
      return List.of();
    }
    if (panel.isEmpty()) {
      comparison.missing("control panel " + AwsResourceNames.controlPanel(deployment));
      return comparison.differences();
    }
    LiveControlPanel found = panel.get();
    controls(states(found, access));
    rules(found);
    return comparison.differences();
  }

  private void controls(SortedMap<String, RoutingControlStates.Control> states) {
    List<String> declared = deployment.switches().regions();
    for (String region : declared) {
      RoutingControlStates.Control control = states.get(region);
      if (control == null) {
        comparison.missing("switch " + region);
      } else {
        comparison.expect(
            "switch " + region,
            STATE,
            "in service",
            control.on() ? "out of service" : "in service");
      }
    }
    states.keySet().stream()
        .filter(name -> !declared.contains(name))
        .forEach(name -> comparison.tooMany("switch " + name));
  }

  private void rules(LiveControlPanel found) {
    Switches switches = deployment.switches();
    String name = AwsResourceNames.safetyRule(deployment);
    SafetyRule rule = found.rules().get(name);
    if (rule == null) {
      comparison.missing("safety rule " + name);
    } else {
      Map<String, String> expected = new TreeMap<>();
      expected.put("type", "ATLEAST");
      expected.put("threshold", Integer.toString(switches.refusedDrains()));
      expected.put("inverted", "true");
      expected.put("switches", switches.regions().stream().sorted().toList().toString());
      Map<String, String> live = new TreeMap<>();
      live.put("type", rule.type());
      live.put("threshold", Integer.toString(rule.threshold()));
      live.put("inverted", Boolean.toString(rule.inverted()));
      live.put("switches", names(rule, found).toString());
      comparison.expect("safety rule " + name, expected, live);
    }
    List<String> others = new ArrayList<>(found.rules().keySet());
    others.remove(name);
    others.addAll(found.otherRules());
    others.forEach(other -> comparison.tooMany("safety rule " + other));
  }

  /** The names of the routing controls of a rule; ARNs for those of other panels. */
  private static List<String> names(SafetyRule rule, LiveControlPanel found) {
    Map<String, String> names = new HashMap<>();
    found.controls().forEach((name, arn) -> names.put(arn, name));
    return rule.controls().stream()
        .map(arn -> Objects.requireNonNullElse(names.get(arn), arn))
        .sorted()
        .toList();
  }
}
