package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.Map;
import java.util.stream.Collectors;

/** Plans as earlier versions compiled them: groups behind branches have no kind in their names. */
final class EarlierGroups {
  private EarlierGroups() {}

  static RoutingPlan of(RoutingPlan plan) {
    Map<RrsetKey, DnsName> names =
        plan.hiddenGroups().stream()
            .collect(
                Collectors.toMap(key -> key, key -> earlier(key, plan.groups().get(key).get(0))));
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream().map(set -> earlier(set, names)).toList(),
        plan.healthChecks(),
        plan.cidrCollections());
  }

  private static DnsName earlier(RrsetKey group, RecordSet any) {
    PolicyKind kind = any.policy().kind();
    String label = group.name().labels().get(0);
    String suffix = "-" + kind.keyword();
    return label.endsWith(suffix)
        ? group
            .name()
            .parent()
            .orElseThrow()
            .child(label.substring(0, label.length() - suffix.length()))
        : group.name();
  }

  private static RecordSet earlier(RecordSet set, Map<RrsetKey, DnsName> names) {
    DnsName name = names.getOrDefault(set.group(), set.name());
    RecordData data = set.data();
    if (data instanceof RecordData.RecordAlias alias) {
      DnsName target = names.getOrDefault(new RrsetKey(alias.target(), set.type()), alias.target());
      data = new RecordData.RecordAlias(target, alias.evaluateTargetHealth());
    }
    RecordKey key =
        new RecordKey(new RrsetKey(name, set.type()), set.key().identifier().orElse(null));
    return new RecordSet(key, set.policy(), data, set.healthCheck());
  }
}
