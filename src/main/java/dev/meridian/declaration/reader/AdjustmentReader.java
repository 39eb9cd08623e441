package dev.meridian.declaration.reader;

import dev.meridian.declaration.Adjustment;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.value.SecondsReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy.Weighted;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code adjust} of a name: how the weights of its policy follow what is measured. */
record AdjustmentReader(Map<String, RegionDeclaration> regions) {
  private static final int MOST_SECONDS = 3600;
  private static final int WHOLE = 100;

  Optional<Adjustment> read(
      YamlNode value, PolicyTree tree, boolean frontDoor, boolean trafficPolicy) {
    Optional<YamlMapping> mapping = value.mapping(AllowedKeys.ADJUST);
    if (tree.kind() != PolicyKind.WEIGHTED) {
      return value.refuse(
          "a " + tree.kind().keyword() + " policy has no weights to adjust",
          "remove adjust, or use weighted");
    }
    if (frontDoor) {
      return value.refuse(
          "weights behind a front door cannot be adjusted", "remove adjust or front-door");
    }
    if (trafficPolicy) {
      return value.refuse(
          "weights in a traffic policy cannot be adjusted", "remove adjust or via: traffic-policy");
    }
    if (tree.branches().size() < 2) {
      return value.refuse(
          "with one branch, no weight changes an answer", "add a branch, or remove adjust");
    }
    checkBranches(value, tree.branches());
    return mapping.flatMap(keys -> read(value, keys, tree.branches()));
  }

  /** Each branch needs a load balancer of its own, because the metrics are those of one. */
  private void checkBranches(YamlNode value, List<Branch> branches) {
    Map<String, String> labels = new HashMap<>();
    for (Branch branch : branches) {
      String code = branch.target() instanceof Target.ToEndpoint to ? to.endpoint() : "";
      RegionDeclaration region = regions.get(code);
      if (region == null) {
        value.report(
            "the branch " + branch.label() + " is not a region, so it has no metrics",
            "use the regions of this file as branches, or remove adjust");
      } else if (region.pinnedOutputs().isPresent()) {
        value.report(
            code + " is pinned, and a pin does not have the load balancer's ARN",
            "remove the pin, or adjust");
      }
      String other = labels.putIfAbsent(code, branch.label());
      if (region != null && other != null) {
        value.report(
            other + " and " + branch.label() + " are the same region, with the same metrics",
            "use each region once");
      }
    }
  }

  private static Optional<Adjustment> read(
      YamlNode value, YamlMapping keys, List<Branch> branches) {
    Optional<Map<String, Integer>> minimums =
        keys.require("minimum", "20").flatMap(node -> weights(node, "minimum", branches));
    Optional<Map<String, Integer>> maximums =
        keys.require("maximum", "200").flatMap(node -> weights(node, "maximum", branches));
    Map<String, Integer> shares = keys.get("share").map(n -> shares(n, branches)).orElse(Map.of());
    Double latency = number(keys, "target-latency", MOST_SECONDS, "seconds, such as 0.25");
    Double errors = number(keys, "error-rate", WHOLE, "a percentage, such as 5");
    checkGoals(value, keys);
    int step = keys.integer("step", Adjustment.USUAL_STEP, n -> check("step", n, 1));
    int delay = seconds(keys, "metric-delay", Adjustment.USUAL_METRIC_DELAY, 0);
    int least = Adjustment.leastCoolDown(delay);
    int coolDown = coolDown(keys, least, delay);
    if (minimums.isEmpty() || maximums.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Adjustment.Bounds> bounds = new LinkedHashMap<>();
    for (Branch branch : branches) {
      Optional.ofNullable(minimums.get().get(branch.label()))
          .flatMap(
              low ->
                  Optional.ofNullable(maximums.get().get(branch.label()))
                      .map(high -> new Adjustment.Bounds(low, high)))
          .ifPresent(
              one -> {
                checkStart(value, branch, one);
                bounds.put(branch.label(), one);
              });
    }
    if (bounds.values().stream().allMatch(one -> one.minimum() == 0)) {
      value.report(
          "all minimums are 0, so no branch is sure to get requests",
          "give at least one branch a minimum above 0");
    }
    return Optional.of(
        new Adjustment(bounds, latency, errors, shares, step, coolDown, delay, value.at()));
  }

  private static void checkGoals(YamlNode value, YamlMapping keys) {
    boolean judged = keys.has("target-latency") || keys.has("error-rate");
    if (!judged && !keys.has("share") && !keys.meant(AllowedKeys.ADJUST.names())) {
      value.report(
          "there is no goal, and Route 53 itself avoids regions without healthy hosts",
          "write target-latency: 0.25, error-rate: 5, or share");
    }
    if (keys.has("share") && keys.has("target-latency")) {
      value.report("share and target-latency can contradict each other", "keep one of them");
    }
  }

  private static void checkStart(YamlNode value, Branch branch, Adjustment.Bounds bounds) {
    int start = branch.policy() instanceof Weighted weighted ? weighted.weight() : 0;
    String range = bounds.minimum() + ".." + bounds.maximum();
    if (bounds.minimum() > bounds.maximum()) {
      value.report(
          "the minimum of " + branch.label() + " is above its maximum: " + range,
          "raise the maximum, or lower the minimum");
    } else if (!bounds.contains(start)) {
      value.report(
          "the weight " + start + " of " + branch.label() + " is not within " + range,
          "start within the bounds, or widen them");
    }
  }

  /** One number for all branches, or one for each. */
  private static Optional<Map<String, Integer>> weights(
      YamlNode node, String key, List<Branch> branches) {
    if (node.isMapping()) {
      return Optional.of(byBranch(node, branches, n -> check(key, n, 0)));
    }
    return node.integer()
        .flatMap(n -> node.checked(n, m -> check(key, m, 0)))
        .map(
            n -> {
              Map<String, Integer> all = new LinkedHashMap<>();
              branches.forEach(branch -> all.put(branch.label(), n));
              return all;
            });
  }

  private static Map<String, Integer> shares(YamlNode node, List<Branch> branches) {
    Map<String, Integer> shares = byBranch(node, branches, AdjustmentReader::checkPercentage);
    int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
    if (shares.size() == branches.size() && sum != WHOLE) {
      node.report("the shares add up to " + sum + ", not to 100", "write percentages of the whole");
    }
    return shares;
  }

  private static Map<String, Integer> byBranch(
      YamlNode node, List<Branch> branches, Consumer<Integer> check) {
    List<String> labels = branches.stream().map(Branch::label).toList();
    Map<String, Integer> found = new LinkedHashMap<>();
    for (YamlNode.Pair pair : node.pairs()) {
      if (labels.contains(pair.name())) {
        pair.value()
            .integer()
            .flatMap(n -> pair.value().checked(n, check))
            .ifPresent(n -> found.put(pair.name(), n));
      } else {
        pair.key().report("there is no such branch", "use " + String.join(", ", labels));
      }
    }
    List<String> missing = labels.stream().filter(label -> node.peek(label).isEmpty()).toList();
    if (node.isMapping() && !missing.isEmpty()) {
      node.report("is missing for " + String.join(", ", missing), "write one for each branch");
    }
    return found;
  }

  private static void check(String what, int number, int least) {
    if (number < least || number > Weighted.MAX_WEIGHT) {
      throw new InvalidValue(
          what + " " + number + " is outside " + least + ".." + Weighted.MAX_WEIGHT,
          "use " + least + " to " + Weighted.MAX_WEIGHT);
    }
  }

  private static void checkPercentage(int number) {
    if (number < 1 || number >= WHOLE) {
      throw new InvalidValue(number + " is not a share", "write a percentage from 1 to 99");
    }
  }

  private static @Nullable Double number(YamlMapping keys, String key, int below, String form) {
    Optional<YamlNode> value = keys.get(key);
    Optional<BigDecimal> number = value.flatMap(YamlNode::decimal);
    if (number.isPresent()
        && (number.get().signum() <= 0 || number.get().compareTo(BigDecimal.valueOf(below)) >= 0)) {
      value.get().report(key + " must be above 0 and below " + below, "write " + form);
    }
    return number.map(BigDecimal::doubleValue).orElse(null);
  }

  private static int seconds(YamlMapping keys, String key, int otherwise, int least) {
    return keys.get(key)
        .flatMap(node -> SecondsReader.read(node, key, least, MOST_SECONDS, otherwise))
        .orElse(otherwise);
  }

  private static int coolDown(YamlMapping keys, int least, int delay) {
    Optional<YamlNode> node = keys.get("cool-down");
    int seconds = seconds(keys, "cool-down", least, 0);
    if (node.isPresent() && seconds < least) {
      node.get()
          .report(
              "cool-down "
                  + seconds
                  + " is too short to see the effect of the last change: twice the TTL of 60 s, the"
                  + " metrics' delay of "
                  + delay
                  + " s, and the "
                  + Adjustment.WINDOW
                  + " s that a decision averages",
              "write " + least + " or more, or leave it out");
    }
    return seconds;
  }
}
