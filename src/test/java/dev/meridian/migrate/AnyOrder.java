package dev.meridian.migrate;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Terraform, as far as the order of its changes goes: it applies them in a random order that its
 * documentation allows.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/docs/destroying.md">docs</a>
 */
final class AnyOrder {
  private final Random random;
  private final Map<String, RecordSet> state = new TreeMap<>();
  private final Map<String, Set<String>> dependencies = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();

  AnyOrder(RoutingPlan plan, long seed) {
    this.random = new Random(seed);
    plan.records().forEach(record -> state.put(record.key().toString(), record));
    remember(plan, Map.of(), Map.of());
  }

  private static String address(RecordKey key, Map<RecordKey, String> names) {
    return names.getOrDefault(key, key.toString());
  }

  private void remember(
      RoutingPlan plan, Map<RecordKey, String> names, Map<RecordKey, RecordKey> waits) {
    dependencies.clear();
    hidden.clear();
    for (RecordSet record : plan.records()) {
      String address = address(record.key(), names);
      dependencies.put(address, dependencies(plan, record, names, waits));
      if (plan.hiddenGroups().contains(record.group())) {
        hidden.add(address);
      }
    }
  }

  private static Set<String> dependencies(
      RoutingPlan plan,
      RecordSet record,
      Map<RecordKey, String> names,
      Map<RecordKey, RecordKey> waits) {
    Set<String> found = new HashSet<>();
    RrsetKey target = record.aliasTarget().orElse(null);
    plan.records().stream()
        .filter(other -> other.group().equals(target))
        .forEach(other -> found.add(address(other.key(), names)));
    RecordKey before = waits.get(record.key());
    if (before != null) {
      found.add(address(before, names));
    }
    return found;
  }

  /** Applies a step, and shows {@code seen} the record sets after each change. */
  void apply(MigrationStep step, Consumer<List<RecordSet>> seen) {
    step.stack()
        .moves()
        .forEach(
            (from, to) -> move(from.replaceFirst("^.*?[.]", ""), to.replaceFirst("^.*?[.]", "")));
    Map<RecordKey, String> names = step.stack().names();
    Map<String, RecordSet> wanted = new TreeMap<>();
    Map<String, Set<String>> needs = new HashMap<>();
    for (RecordSet record : step.plan().records()) {
      String address = address(record.key(), names);
      if (wanted.put(address, record) != null) {
        throw new AssertionError(address + " is twice in the step");
      }
      needs.put(address, dependencies(step.plan(), record, names, step.stack().waits()));
    }
    Set<String> changes = new HashSet<>(state.keySet());
    changes.addAll(wanted.keySet());
    changes.removeIf(address -> Objects.equals(state.get(address), wanted.get(address)));
    List<String> open = new ArrayList<>(changes.stream().sorted().toList());
    while (!open.isEmpty()) {
      List<String> ready = open.stream().filter(one -> isReady(one, open, wanted, needs)).toList();
      if (ready.isEmpty()) {
        throw new AssertionError("a cycle: " + open);
      }
      String next = ready.get(random.nextInt(ready.size()));
      open.remove(next);
      if (wanted.containsKey(next)) {
        state.put(next, wanted.get(next));
      } else {
        state.remove(next);
      }
      seen.accept(List.copyOf(state.values()));
    }
    remember(step.plan(), names, step.stack().waits());
  }

  private void move(String from, String to) {
    RecordSet record = state.remove(from);
    if (record == null || state.containsKey(to)) {
      throw new AssertionError("cannot move " + from + " to " + to);
    }
    state.put(to, record);
    // Terraform keeps the names of dependencies as they were.
    Set<String> own = dependencies.remove(from);
    dependencies.put(to, own == null ? Set.of() : own);
    if (hidden.remove(from)) {
      hidden.add(to);
    }
  }

  private boolean isReady(
      String address,
      List<String> open,
      Map<String, RecordSet> wanted,
      Map<String, Set<String>> needs) {
    boolean deleted = !wanted.containsKey(address);
    for (String other : open) {
      boolean otherDeleted = !wanted.containsKey(other);
      Set<String> others = dependencies.getOrDefault(other, Set.of());
      if (!deleted && !otherDeleted && needs.getOrDefault(address, Set.of()).contains(other)) {
        return false; // what it needs comes first
      }
      if (otherDeleted && !hidden.contains(other) && others.contains(address)) {
        return false; // what is deleted goes before what it depended on changes
      }
      if (deleted && hidden.contains(address) && others.contains(address)) {
        return false; // create_before_destroy: deleted after what depended on it has changed
      }
    }
    return true;
  }
}
