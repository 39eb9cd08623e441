package dev.meridian.adopt;

import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RenamedHealthChecks;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.operate.Difference;
import dev.meridian.operate.PlanComparison;
import dev.meridian.stacks.DnsAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Matches the resources of a DNS stack with what exists. */
public final class Adopter {
  /**
   * Arguments of aws_route53_health_check that the provider cannot change (version 5.100: {@code
   * ForceNew} in its schema), by their names in {@link Difference#field}.
   */
  private static final Set<String> REPLACING =
      Set.of("type", "interval", "measure latency", "routing control");

  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::group).thenComparing(key -> key.identifier().orElse(""));

  private final Deployment deployment;
  private final ExistingZone existing;
  private final DnsAddresses addresses;
  private final RoutingPlan declared;
  private final Map<RecordKey, RecordSet> there = new HashMap<>();
  private final Map<RecordKey, String> unread = new TreeMap<>(ORDER);
  private final SortedMap<String, String> imports = new TreeMap<>();
  private final List<String> created = new ArrayList<>();
  private final List<Difference> changed = new ArrayList<>();
  private final List<Difference> replaced = new ArrayList<>();
  private final List<String> inTheWay = new ArrayList<>();
  private final List<String> notCompared = new ArrayList<>();
  private int unclaimed;

  private Adopter(Deployment deployment, RoutingPlan plan, ExistingZone existing) {
    this.deployment = deployment;
    this.existing = existing;
    this.addresses = DnsAddresses.of(deployment, plan);
    Ownership ownership = Ownership.of(deployment);
    this.declared = CanonicalPlan.of(ownership.with(plan));
    existing
        .zone()
        .plan()
        .withoutPolicyRecords()
        .records()
        .forEach(record -> there.put(record.key(), record));
    existing.zone().unread().stream()
        .filter(UnsupportedRecord::isRecordSet)
        .forEach(one -> one.key().ifPresent(key -> unread.put(key, one.why())));
  }

  /**
   * Matches {@code plan}, compiled from {@code deployment}, with {@code existing}, which is the
   * deployment's zone.
   */
  public static Adoption match(Deployment deployment, RoutingPlan plan, ExistingZone existing) {
    return new Adopter(deployment, plan, existing).match();
  }

  private Adoption match() {
    addresses.zone().ifPresent(address -> imports.put(address, existing.zone().id()));
    CidrMatch cidr = CidrMatch.of(deployment, declared, existing, addresses);
    imports.putAll(cidr.imports());
    created.addAll(cidr.created());
    inTheWay.addAll(cidr.inTheWay());
    RoutingPlan found = cidr.renamed();
    SortedMap<String, String> checks = healthChecks(found);
    records(checks, found);
    if (deployment.alerts().enabled()) {
      declared.healthChecks().forEach(check -> created.add("alarm of health check " + check.id()));
      if (deployment.alerts().existingTopic().isEmpty()) {
        created.add("SNS topic of the alarms");
      }
    }
    List<String> staying = staying();
    return new Adoption(
        imports,
        created.stream().sorted().toList(),
        changed,
        replaced,
        inTheWay.stream().sorted().toList(),
        staying,
        notCompared,
        unclaimed);
  }

  /** Declared id to existing id of the checks that are imported. */
  private SortedMap<String, String> healthChecks(RoutingPlan found) {
    SortedMap<String, String> checks = HealthCheckMatch.of(declared, found);
    checks.values().removeIf(id -> !existing.zone().healthCheckIds().containsKey(id));
    Set<String> recreated = new TreeSet<>();
    for (Difference difference : compareChecks(checks, found)) {
      if (REPLACING.contains(difference.field())) {
        recreated.add(difference.subject());
      }
    }
    compareChecks(checks, found)
        .forEach(d -> (recreated.contains(d.subject()) ? replaced : changed).add(d));
    checks.keySet().removeIf(id -> recreated.contains(subject(id)));
    for (HealthCheck check : declared.healthChecks()) {
      String other = checks.get(check.id());
      if (other != null) {
        imports.put(
            addresses.healthCheck(check.id()),
            Objects.requireNonNull(existing.zone().healthCheckIds().get(other)));
      } else if (!recreated.contains(subject(check.id()))) {
        created.add(subject(check.id()));
      }
    }
    return checks;
  }

  private static String subject(String check) {
    return "health check " + check;
  }

  private List<Difference> compareChecks(SortedMap<String, String> checks, RoutingPlan found) {
    RenamedHealthChecks names =
        new RenamedHealthChecks(checks, declared.healthChecksById().keySet());
    Map<String, HealthCheck> others = found.healthChecksById();
    List<HealthCheck> own = new ArrayList<>();
    List<HealthCheck> theirs = new ArrayList<>();
    for (HealthCheck check : declared.healthChecks()) {
      String matched = checks.get(check.id());
      HealthCheck other = matched == null ? null : others.get(matched);
      if (matched == null) {
        continue;
      }
      if (other == null) {
        note(subject(check.id()) + ": Meridian cannot read what exists");
      } else if (check.values().stream().anyMatch(value -> value.heldBy().isPresent())) {
        note(subject(check.id()) + ": it depends on an output that is not known");
      } else {
        own.add(check);
        theirs.add(names.of(other));
      }
    }
    return PlanComparison.compare(
        plan(List.of(), own, List.of()), plan(List.of(), theirs, List.of()));
  }

  private void note(String text) {
    if (!notCompared.contains(text)) {
      notCompared.add(text);
    }
  }

  private void records(SortedMap<String, String> checks, RoutingPlan found) {
    RenamedHealthChecks names =
        new RenamedHealthChecks(checks, declared.healthChecksById().keySet());
    Map<RecordKey, RecordSet> others = new HashMap<>();
    found.withoutPolicyRecords().records().forEach(record -> others.put(record.key(), record));
    List<RecordSet> own = new ArrayList<>();
    List<RecordSet> theirs = new ArrayList<>();
    for (RecordSet record : declared.records()) {
      RecordSet other = others.get(record.key());
      if (other == null && !unread.containsKey(record.key())) {
        if (Owner.of(record).isPresent()) {
          unclaimed++;
        } else {
          created.add("record " + record.key());
        }
        continue;
      }
      imports.put(addresses.record(record.key()), existing.recordId(record.key()));
      if (other == null) {
        note("record " + record.key() + ": " + unread.get(record.key()));
        continue;
      }
      boolean unknown =
          record.data().parts().stream().anyMatch(value -> value.heldBy().isPresent());
      if (unknown) {
        note("the values of record " + record.key() + ": they are an output that is not known");
      }
      own.add(unknown ? with(record, other) : record);
      spelling(record, other);
      theirs.add(names.of(other));
    }
    changed.addAll(
        PlanComparison.compare(
            plan(own, List.of(), List.of()), plan(theirs, List.of(), List.of())));
    changed.addAll(
        PlanComparison.compare(
            plan(List.of(), List.of(), CidrMatch.common(declared, found)),
            plan(List.of(), List.of(), CidrMatch.common(found, declared))));
  }

  /** Terraform changes values that are spelled differently, although answers are the same. */
  private void spelling(RecordSet record, RecordSet other) {
    boolean routed = RecordType.ROUTED.contains(record.type());
    if (routed && record.data().equals(other.data()) && !spelled(record).equals(spelled(other))) {
      changed.add(
          new Difference(
              "record " + record.key(),
              "spelling",
              String.join(", ", spelled(record)),
              String.join(", ", spelled(other))));
    }
  }

  private static List<String> spelled(RecordSet record) {
    return record.data() instanceof RecordData.Values values
        ? values.values().stream()
            .map(v -> v instanceof Value.Literal known ? known.spelling() : v.toString())
            .sorted()
            .toList()
        : List.of();
  }

  private static RecordSet with(RecordSet record, RecordSet other) {
    return new RecordSet(record.key(), record.policy(), other.data(), record.healthCheck());
  }

  private RoutingPlan plan(
      List<RecordSet> records, List<HealthCheck> checks, List<CidrCollection> collections) {
    return new RoutingPlan(declared.zone(), records, checks, collections);
  }

  private List<String> staying() {
    Set<RecordKey> own = new HashSet<>();
    declared.records().forEach(record -> own.add(record.key()));
    Set<RrsetKey> groups = declared.groups().keySet();
    Set<RecordKey> others = new TreeSet<>(ORDER);
    there.values().stream()
        .filter(record -> Owner.of(record).isEmpty())
        .forEach(record -> others.add(record.key()));
    others.addAll(unread.keySet());
    Set<RrsetKey> instances = existing.zone().policyInstances();
    instances.forEach(instance -> others.add(new RecordKey(instance, null)));
    others.removeAll(own);
    List<String> staying = new ArrayList<>();
    for (RecordKey key : others) {
      (groups.stream().anyMatch(group -> conflicts(key.group(), group)) ? inTheWay : staying)
          .add((instances.contains(key.group()) ? "traffic policy instance " : "record ") + key);
    }
    return staying;
  }

  /** A CNAME cannot have other records at its name (RFC 1034, section 3.6.2). */
  private static boolean conflicts(RrsetKey one, RrsetKey other) {
    return one.name().equals(other.name())
        && (one.type() == other.type()
            || one.type() == RecordType.CNAME
            || other.type() == RecordType.CNAME);
  }
}
