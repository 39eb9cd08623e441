package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanSource;
import dev.meridian.declaration.Ownership;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.preview.ManagedZone;
import dev.meridian.stacks.DnsAddresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Terraform addresses of two versions of a zone. A declaration has those of its DNS stack, and
 * a state those in the state.
 *
 * @param basis how the addresses of the first version were found out; empty for the obvious way
 */
record ManagedZones(ManagedZone before, ManagedZone after, Optional<String> basis) {

  /** {@code after} is compiled from a declaration. */
  static ManagedZones of(ComparedZone compared, DeclarationOption.Loaded declared) {
    DnsAddresses addresses = DnsAddresses.of(declared.deployment(), declared.compiled().plan());
    ManagedZone after =
        zone(
            compared.after().plan(),
            declared,
            addresses,
            addresses.moves(declared.compiled().earlier()));
    LoadedPlan before = compared.before();
    DeclarationOption.Loaded earlier = before.declared();
    if (earlier != null) {
      DnsAddresses old = DnsAddresses.of(earlier.deployment(), earlier.compiled().plan());
      return new ManagedZones(
          zone(before.plan(), earlier, old, new TreeMap<>()), after, Optional.empty());
    }
    return before.source().kind() == PlanSource.Kind.LIVE
        ? live(before, after, DnsAddresses.of(declared.deployment(), before.plan()))
        : stored(before, after);
  }

  private static ManagedZone zone(
      RoutingPlan whole,
      DeclarationOption.Loaded declared,
      DnsAddresses addresses,
      SortedMap<String, String> moves) {
    Ownership ownership = Ownership.of(declared.deployment());
    RoutingPlan own = ownership.with(declared.compiled().plan());
    Map<RecordKey, String> records = new HashMap<>();
    own.records().forEach(one -> records.put(one.key(), addresses.record(one.key())));
    SortedMap<String, String> checks = new TreeMap<>();
    own.healthChecks().forEach(one -> checks.put(one.id(), addresses.healthCheck(one.id())));
    return new ManagedZone(ownership.with(whole), records, checks, moves);
  }

  /**
   * A zone has no addresses, so what is declared counts as the stack's.
   *
   * @param same what the stack would call the resources of {@code before}
   */
  private static ManagedZones live(LoadedPlan before, ManagedZone after, DnsAddresses same) {
    Map<RecordKey, String> records = new HashMap<>();
    Set<RrsetKey> policies = before.plan().policyGroups();
    for (RecordSet record : before.plan().records()) {
      String address = after.records().get(record.key());
      if (address != null && !policies.contains(record.group())) {
        records.put(
            record.key(), DnsAddresses.isPolicy(address) ? same.record(record.key()) : address);
      }
    }
    before
        .plan()
        .policyRecords()
        .forEach(root -> addInstance(root, before.plan(), after, same, records));
    SortedMap<String, String> checks = new TreeMap<>();
    for (HealthCheck check : before.plan().healthChecks()) {
      String address = after.healthChecks().get(check.id());
      if (address != null) {
        checks.put(check.id(), address);
      }
    }
    return new ManagedZones(
        new ManagedZone(before.plan(), records, checks, new TreeMap<>()),
        after,
        Optional.of(
            before.name()
                + " has no Terraform addresses. What is declared and exists counts as managed by the"
                + " stack; the rest of the zone stays. To see what the stack deletes, use its state."));
  }

  /** All record sets of an instance belong to it, if its name and type are declared. */
  private static void addInstance(
      RrsetKey root,
      RoutingPlan plan,
      ManagedZone after,
      DnsAddresses same,
      Map<RecordKey, String> records) {
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    List<RecordSet> declared = after.plan().groups().getOrDefault(root, List.of());
    if (declared.isEmpty()) {
      return;
    }
    String own = after.records().getOrDefault(declared.get(0).key(), "");
    for (RrsetKey group : plan.reachableFrom(root)) {
      for (RecordSet record : groups.getOrDefault(group, List.of())) {
        records.put(record.key(), DnsAddresses.isPolicy(own) ? own : same.record(record.key()));
      }
    }
  }

  private static ManagedZones stored(LoadedPlan before, ManagedZone after) {
    Map<RecordKey, String> records = new HashMap<>();
    for (RecordSet record : before.plan().records()) {
      before
          .origins()
          .of(record.key())
          .ifPresent(origin -> records.put(record.key(), address(origin)));
    }
    if (!isOwn(records, after)) {
      return new ManagedZones(
          new ManagedZone(before.plan(), Map.of(), new TreeMap<>(), new TreeMap<>()),
          after,
          Optional.of(
              before.name()
                  + " is taken as another stack, because its record sets have other Terraform"
                  + " addresses. To take them over, run ./meridian adopt."));
    }
    SortedMap<String, String> checks = new TreeMap<>();
    for (HealthCheck check : before.plan().healthChecks()) {
      before
          .origins()
          .ofHealthCheck(check.id())
          .ifPresent(origin -> checks.put(check.id(), address(origin)));
    }
    return new ManagedZones(
        new ManagedZone(before.plan(), records, checks, new TreeMap<>()), after, Optional.empty());
  }

  private static String address(Origin origin) {
    return origin.path().text();
  }

  /** Whether the record sets that both have are at the addresses of the stack, or move to them. */
  private static boolean isOwn(Map<RecordKey, String> stored, ManagedZone after) {
    return stored.entrySet().stream()
        .allMatch(
            entry -> {
              String own = after.records().get(entry.getKey());
              String address = entry.getValue();
              boolean other =
                  own == null || DnsAddresses.isPolicy(own) != DnsAddresses.isPolicy(address);
              return other
                  ? DnsAddresses.isRootRecord(address)
                  : address.equals(own) || after.moves().containsValue(address);
            });
  }
}
