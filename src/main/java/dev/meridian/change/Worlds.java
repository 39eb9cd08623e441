package dev.meridian.change;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.AnswerComparison.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The zone before, in the middle of, and after an apply, to be asked. */
final class Worlds {
  private final Changes changes;
  private final List<HealthCheck> checks;
  private final List<CidrCollection> collections;
  private final List<RecordSet> others;

  Worlds(Changes changes) {
    this.changes = changes;
    Map<String, HealthCheck> byId = new TreeMap<>(changes.after().healthChecksById());
    byId.putAll(changes.before().healthChecksById());
    checks = List.copyOf(byId.values());
    Map<String, CidrCollection> byName = new TreeMap<>();
    changes.after().cidrCollections().forEach(one -> byName.put(one.name(), one));
    changes.before().cidrCollections().forEach(one -> byName.put(one.name(), one));
    collections = List.copyOf(byName.values());
    Set<RecordKey> managed = new HashSet<>();
    changes.records().forEach(one -> managed.addAll(one.before().keys()));
    others =
        changes.before().records().stream()
            .filter(record -> !managed.contains(record.key()))
            .toList();
  }

  Side before() {
    return side(changes.before());
  }

  Side after() {
    return side(changes.after());
  }

  /** The zone when some steps are done. */
  Side when(Set<Operation> done) {
    Map<RecordKey, RecordSet> records = new LinkedHashMap<>();
    others.forEach(record -> records.put(record.key(), record));
    for (RecordChange change : changes.records()) {
      Timeline.of(change)
          .present(done)
          .forEach(record -> records.putIfAbsent(record.key(), record));
    }
    return side(
        new RoutingPlan(
            changes.before().zone(),
            withoutConflicts(List.copyOf(records.values())),
            checks,
            collections));
  }

  private Side side(RoutingPlan plan) {
    Resolver resolver = Resolver.of(plan, changes.kind(), Interpretation.DOCUMENTED);
    return new Side(resolver, OutageModel.of(plan).health(Outage.NONE), Outage.NONE);
  }

  /** Of record sets that Route 53 does not combine, those that exist before. */
  private List<RecordSet> withoutConflicts(List<RecordSet> records) {
    Set<RecordKey> old = new HashSet<>();
    changes.before().records().forEach(record -> old.add(record.key()));
    List<RecordSet> sorted = new ArrayList<>();
    records.stream().filter(record -> old.contains(record.key())).forEach(sorted::add);
    records.stream().filter(record -> !old.contains(record.key())).forEach(sorted::add);
    Map<RrsetKey, PolicyKind> kinds = new HashMap<>();
    Map<dev.meridian.model.DnsName, Boolean> cnames = new HashMap<>();
    List<RecordSet> kept = new ArrayList<>();
    for (RecordSet record : sorted) {
      boolean cname = record.type() == RecordType.CNAME;
      boolean fits =
          kinds.computeIfAbsent(record.group(), key -> record.policy().kind())
                  == record.policy().kind()
              && cnames.computeIfAbsent(record.name(), key -> cname) == cname;
      if (fits) {
        kept.add(record);
      }
    }
    return kept;
  }
}
