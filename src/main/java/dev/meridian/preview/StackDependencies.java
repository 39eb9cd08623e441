package dev.meridian.preview;

import dev.meridian.change.Dependencies;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which order Terraform handles the resources of a DNS stack. */
final class StackDependencies {
  private StackDependencies() {}

  static Dependencies of(ManagedZone before, ManagedZone after) {
    return new Dependencies(of(before), of(after), Set.of(), createdFirst(before));
  }

  /** A record set depends on its health check, and an alias on all record sets of its target. */
  private static Map<String, Set<String>> of(ManagedZone zone) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (RecordSet record : zone.plan().records()) {
      String address = zone.records().get(record.key());
      if (address != null) {
        Set<String> needed = all.computeIfAbsent(address, key -> new TreeSet<>());
        record.healthCheckId().ifPresent(id -> addCheck(zone, id, needed));
        record
            .aliasTarget()
            .ifPresent(
                target ->
                    zone.plan().groups().getOrDefault(target, List.of()).stream()
                        .flatMap(
                            other -> Optional.ofNullable(zone.records().get(other.key())).stream())
                        .filter(other -> !other.equals(address))
                        .forEach(needed::add));
      }
    }
    for (HealthCheck check : zone.plan().healthChecks()) {
      String address = zone.healthChecks().get(check.id());
      if (address != null && check.config() instanceof HealthCheckConfig.Calculated calculated) {
        Set<String> needed = new TreeSet<>();
        calculated.children().forEach(child -> addCheck(zone, child, needed));
        all.put(address, needed);
      }
    }
    return all;
  }

  private static void addCheck(ManagedZone zone, String id, Set<String> needed) {
    String address = zone.healthChecks().get(id);
    if (address != null) {
      needed.add(address);
    }
  }

  /** The stacks give {@code create_before_destroy} to hidden groups and health checks. */
  private static Set<String> createdFirst(ManagedZone zone) {
    Set<String> addresses = new TreeSet<>(zone.healthChecks().values());
    Set<RrsetKey> hidden = new TreeSet<>(zone.plan().aliasTargets());
    hidden.removeAll(zone.plan().policyGroups());
    for (RecordSet record : zone.plan().records()) {
      String address = zone.records().get(record.key());
      if (address != null && hidden.contains(record.group())) {
        addresses.add(address);
      }
    }
    return addresses;
  }
}
