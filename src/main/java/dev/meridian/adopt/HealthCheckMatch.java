package dev.meridian.adopt;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the existing health check for each declared one. Both plans are canonical. A check is
 * matched by the records that use it, by the calculated check that counts it, by its configuration,
 * and then by its name. An existing check is matched at most once.
 */
final class HealthCheckMatch {
  private final Map<String, HealthCheck> declared;
  private final Map<String, HealthCheck> existing;
  private final SortedMap<String, String> found = new TreeMap<>();

  private HealthCheckMatch(RoutingPlan declared, RoutingPlan existing) {
    this.declared = declared.healthChecksById();
    this.existing = existing.healthChecksById();
  }

  /** Declared id to existing id. */
  static SortedMap<String, String> of(RoutingPlan declared, RoutingPlan existing) {
    HealthCheckMatch match = new HealthCheckMatch(declared, existing);
    Map<String, List<String>> used = uses(declared, existing);
    match.among(used, match::isSame);
    match.among(used, (own, other) -> true);
    match.children();
    match.others();
    return match.found;
  }

  /** Whether an existing check can be the declared one. */
  @FunctionalInterface
  private interface Test {
    boolean test(String own, String other);
  }

  /** The existing checks at the records that use a declared check. */
  private static Map<String, List<String>> uses(RoutingPlan declared, RoutingPlan existing) {
    Map<RecordKey, RecordSet> there = new HashMap<>();
    existing.records().forEach(record -> there.put(record.key(), record));
    Map<String, List<String>> used = new TreeMap<>();
    for (RecordSet record : declared.records()) {
      Optional<String> other =
          Optional.ofNullable(there.get(record.key())).flatMap(RecordSet::healthCheckId);
      if (record.healthCheckId().isPresent() && other.isPresent()) {
        used.computeIfAbsent(record.healthCheckId().get(), id -> new ArrayList<>())
            .add(other.get());
      }
    }
    return used;
  }

  private void among(Map<String, List<String>> candidates, Test test) {
    candidates.forEach((own, others) -> match(own, others, other -> test.test(own, other)));
  }

  private void match(String own, Collection<String> others, Predicate<String> test) {
    if (!found.containsKey(own) && declared.containsKey(own)) {
      others.stream()
          .filter(other -> !found.containsValue(other))
          .filter(test)
          .findFirst()
          .ifPresent(other -> found.put(own, other));
    }
  }

  private void children() {
    for (Map.Entry<String, String> pair : List.copyOf(found.entrySet())) {
      List<String> own = children(declared.get(pair.getKey()));
      List<String> others = children(existing.get(pair.getValue()));
      among(own, others);
      if (own.size() == 1 && others.size() == 1) {
        match(own.get(0), others, other -> true);
      }
    }
  }

  private void others() {
    among(declared.keySet(), existing.keySet());
  }

  /** Equal checks first, because nothing changes then. */
  private void among(Collection<String> own, Collection<String> others) {
    own.forEach(one -> match(one, others, other -> one.equals(other) && isSame(one, other)));
    own.forEach(one -> match(one, others, other -> isSame(one, other)));
    own.forEach(one -> match(one, others, one::equals));
  }

  private static List<String> children(@Nullable HealthCheck check) {
    return check != null && check.config() instanceof HealthCheckConfig.Calculated calculated
        ? calculated.children()
        : List.of();
  }

  /** Compares calculated checks by their number of children, because the children have new ids. */
  private boolean isSame(String own, String other) {
    HealthCheck one = declared.get(own);
    HealthCheck two = existing.get(other);
    if (one == null || two == null) {
      return false;
    }
    boolean flags = one.inverted() == two.inverted() && one.disabled() == two.disabled();
    if (one.config() instanceof HealthCheckConfig.Calculated a
        && two.config() instanceof HealthCheckConfig.Calculated b) {
      return flags && a.threshold() == b.threshold() && a.children().size() == b.children().size();
    }
    return flags && one.config().equals(two.config());
  }
}
