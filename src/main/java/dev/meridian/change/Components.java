package dev.meridian.change;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import java.util.HashMap;
import java.util.Map;

/** Names whose answers depend on each other, because aliases or CNAMEs lead from one to another. */
final class Components {
  private final Map<DnsName, DnsName> parents = new HashMap<>();

  Components(RoutingPlan before, RoutingPlan after) {
    before.records().forEach(this::add);
    after.records().forEach(this::add);
  }

  void add(RecordSet record) {
    record.aliasTarget().ifPresent(target -> join(record.name(), target.name()));
    if (record.type() == RecordType.CNAME) {
      for (Value value : record.data().parts()) {
        DnsName.of(value).ifPresent(target -> join(record.name(), target));
      }
    }
  }

  private void join(DnsName one, DnsName other) {
    parents.put(of(one), of(other));
  }

  /** The name that stands for all names of a component. */
  DnsName of(DnsName name) {
    DnsName root = name;
    for (DnsName next = parents.get(root); next != null && !next.equals(root); ) {
      root = next;
      next = parents.get(root);
    }
    for (DnsName one = name; !one.equals(root); ) { // so that the next search is short
      DnsName next = parents.getOrDefault(one, root);
      parents.put(one, root);
      one = next;
    }
    return root;
  }
}
