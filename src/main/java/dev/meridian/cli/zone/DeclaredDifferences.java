package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a comparison of answers does not show, if both versions are declarations: Terraform would
 * not find what it manages, or Route 53 refuses the change while it is made.
 */
public final class DeclaredDifferences {
  private DeclaredDifferences() {}

  /** Empty unless both versions are declarations. */
  public static List<Notice> between(LoadedPlan before, LoadedPlan after) {
    DeclarationOption.Loaded old = before.declared();
    DeclarationOption.Loaded now = after.declared();
    if (old == null || now == null) {
      return List.of();
    }
    List<Notice> found =
        new ArrayList<>(StackDifferences.between(old.deployment(), now.deployment()));
    found.addAll(PrivateZoneDifferences.between(old, now));
    Set<RrsetKey> oldPolicies = before.plan().policyGroups();
    Set<RrsetKey> policies = after.plan().policyGroups();
    SortedMap<RrsetKey, PolicyKind> kinds = kinds(before);
    kinds(after)
        .forEach(
            (group, kind) -> {
              PolicyKind earlier = kinds.get(group);
              boolean isPolicy = policies.contains(group);
              if (earlier != null && isPolicy != oldPolicies.contains(group)) {
                found.add(otherOwner(group, isPolicy));
              } else if (earlier != null && earlier != kind && !isPolicy) {
                // Route 53 replaces all records of a traffic policy in one step.
                found.add(refused(group, earlier, kind));
              }
            });
    return found;
  }

  private static SortedMap<RrsetKey, PolicyKind> kinds(LoadedPlan plan) {
    SortedMap<RrsetKey, PolicyKind> kinds = new TreeMap<>();
    for (RecordSet record : plan.plan().records()) {
      kinds.putIfAbsent(record.group(), record.policy().kind());
    }
    return kinds;
  }

  private static Notice refused(RrsetKey group, PolicyKind before, PolicyKind now) {
    return new Notice(
        "refused",
        group.toString(),
        "the policy was "
            + before.keyword()
            + ", and becomes "
            + now.keyword()
            + ". Route 53 refuses record sets of both next to each other, and until Terraform has"
            + " deleted the old ones and created the new ones, the name has no answer",
        "change it with ./meridian migrate, or use front-door: true",
        false);
  }

  private static Notice otherOwner(RrsetKey group, boolean policy) {
    return new Notice(
        "refused",
        group.toString(),
        (policy
                ? "a traffic policy replaces the record sets"
                : "record sets replace the traffic policy")
            + ". Route 53 refuses both for one name and type, and until Terraform has deleted the"
            + " old ones and created the new ones, the name has no answer",
        "apply twice, or use a new name and an alias to it; see docs/traffic-policies.md#pitfalls",
        false);
  }
}
