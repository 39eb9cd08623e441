package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.key;
import static dev.meridian.stacks.hcl.HclText.literal;

import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Adjustment;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStacks;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.declaration.Ramp;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.stacks.hcl.HclText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the function that adjusts weights has to know, as a value for the stack. */
record WeightsSettings(Deployment deployment, RoutingPlan plan, ValueReferences references) {
  /** The names whose weights change, in declared order. */
  List<NameDeclaration> names() {
    return AdjustedWeights.names(deployment);
  }

  /** The code of the region in which the function runs, with the alarms that it reads. */
  String region() {
    return DeploymentStacks.homeRegion(deployment);
  }

  /** The codes of the regions whose metrics are read, sorted. */
  SortedSet<String> regions() {
    SortedSet<String> codes = new TreeSet<>();
    names().stream()
        .filter(name -> name.adjusted().isPresent())
        .forEach(name -> name.policy().branches().forEach(one -> codes.add(region(one))));
    return codes;
  }

  /** The types of the record sets at a name, sorted. */
  SortedSet<String> types(NameDeclaration name) {
    SortedSet<String> types = new TreeSet<>();
    plan.groups().keySet().stream()
        .filter(group -> group.name().equals(name.name()))
        .filter(group -> RecordType.ROUTED.contains(group.type()))
        .forEach(group -> types.add(group.type().name()));
    return types;
  }

  /** References to the load balancers, by region. */
  Map<String, Object> balancers() {
    Map<String, Object> balancers = new TreeMap<>();
    for (String code : regions()) {
      Map<String, String> balancer = new TreeMap<>();
      balancer.put("region", code);
      balancer.put(key("load-balancer"), references.text(RegionOutput.ALB_ARN.of(code)));
      balancer.put(key("target-group"), references.text(RegionOutput.TARGET_GROUP_ARN.of(code)));
      balancers.put(key(code), balancer);
    }
    return balancers;
  }

  /** The names with their branches, bounds, and goals. */
  List<Object> adjusted() {
    List<Object> all = new ArrayList<>();
    for (NameDeclaration name : names()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", literal(name.name().text()));
      one.put("types", List.copyOf(types(name)));
      all.add(one);
      name.ramped().ifPresent(ramp -> ramp(name, ramp, one));
      if (name.adjusted().isEmpty()) {
        continue;
      }
      Adjustment adjustment = name.adjusted().get();
      one.put("goals", goals(adjustment));
      one.put("step", adjustment.step());
      one.put(key("cool-down"), adjustment.coolDown());
      one.put(key("metric-delay"), adjustment.metricDelay());
      one.put("window", Adjustment.WINDOW);
      one.put("branches", branches(name, adjustment));
    }
    return all;
  }

  private void ramp(NameDeclaration name, Ramp ramp, Map<String, Object> one) {
    Map<String, Object> branches = new LinkedHashMap<>();
    for (Branch branch : name.policy().branches()) {
      branches.put(key(branch.label()), Map.of("identifier", literal(branch.identifier())));
    }
    one.put("branches", branches);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("branch", literal(ramp.to()));
    settings.put(
        "stages",
        ramp.stages().stream().map(stage -> List.of(stage.after(), stage.percent())).toList());
    settings.put("start", ramp.start().getEpochSecond());
    settings.put("alarms", ramp.abort().stream().map(this::alarm).map(HclText::literal).toList());
    one.put("ramp", settings);
  }

  /** The names of the alarms that can abort a ramp, sorted. */
  SortedSet<String> alarms() {
    return names().stream()
        .flatMap(name -> name.ramped().stream())
        .flatMap(ramp -> ramp.abort().stream())
        .map(this::alarm)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The alarm on a health check, if {@code name} is the id of one that has an alarm. */
  private String alarm(String name) {
    boolean isCheck = plan.healthChecks().stream().anyMatch(check -> check.id().equals(name));
    return isCheck && deployment.alerts().enabled() ? HealthAlarm.name(deployment, name) : name;
  }

  private static Map<String, Object> goals(Adjustment adjustment) {
    Map<String, Object> goals = new LinkedHashMap<>();
    adjustment.targetLatency().ifPresent(seconds -> goals.put("latency", seconds));
    adjustment.mostErrors().ifPresent(percent -> goals.put("error_rate", fraction(percent)));
    if (!adjustment.shares().isEmpty()) {
      Map<String, Object> shares = new LinkedHashMap<>();
      adjustment.shares().forEach((label, percent) -> shares.put(key(label), fraction(percent)));
      goals.put("shares", shares);
    }
    return goals;
  }

  /** In decimal arithmetic, so that 1.1 percent is 0.011 and nothing near it. */
  private static double fraction(double percent) {
    return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
  }

  private static Map<String, Object> branches(NameDeclaration name, Adjustment adjustment) {
    Map<String, Object> branches = new LinkedHashMap<>();
    for (Branch branch : name.policy().branches()) {
      Adjustment.Bounds bounds = Objects.requireNonNull(adjustment.bounds().get(branch.label()));
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("identifier", literal(branch.identifier()));
      one.put("region", region(branch));
      one.put("minimum", bounds.minimum());
      one.put("maximum", bounds.maximum());
      one.put("start", ((RoutingPolicy.Weighted) branch.policy()).weight());
      branches.put(key(branch.label()), one);
    }
    return branches;
  }

  private static String region(Branch branch) {
    return ((Target.ToEndpoint) branch.target()).endpoint();
  }
}
