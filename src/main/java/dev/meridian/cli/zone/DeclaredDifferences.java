package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    Set<DnsName> atOnce = changedAtOnce(now.deployment());
    SortedMap<RrsetKey, PolicyKind> kinds = kinds(before);
    kinds(after)
        .forEach(
            (group, kind) ->
                Optional.ofNullable(kinds.get(group))
                    .filter(earlier -> earlier != kind && !atOnce.contains(group.name()))
                    .ifPresent(earlier -> found.add(refused(group, earlier, kind))));
    return found;
  }

  /** Names of traffic policies: Route 53 replaces all of their records in one step. */
  private static Set<DnsName> changedAtOnce(Deployment deployment) {
    return deployment.names().stream()
        .filter(NameDeclaration::trafficPolicy)
        .map(NameDeclaration::name)
        .collect(Collectors.toSet());
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
}
