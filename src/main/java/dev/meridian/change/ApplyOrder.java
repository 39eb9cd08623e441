package dev.meridian.change;

import dev.meridian.change.Operation.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The order of Terraform's steps, as far as dependencies decide it. Steps that do not depend on
 * each other run at the same time.
 *
 * <ul>
 *   <li>A resource is written after everything that its configuration refers to.
 *   <li>A resource is removed after the removal of everything that depends on it in the state.
 *   <li>A resource with {@code create_before_destroy} is removed after everything that depends on
 *       it is written.
 * </ul>
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/docs/destroying.md">Terraform Core
 *     Resource Destruction Notes</a>
 */
final class ApplyOrder {
  /** The key of an instance: a number, or a quoted text. */
  private static final Pattern KEY = Pattern.compile("\\[(?:\\d+|\"(?:[^\"\\\\]|\\\\.)*+\")\\]");

  private final Map<String, Action> actions = new HashMap<>();
  private final Map<String, Set<Kind>> active = new HashMap<>();
  private final Map<String, List<String>> instances = new HashMap<>();
  private final Set<String> createsFirst = new HashSet<>();
  private final Map<String, Set<String>> written;
  private final Map<String, Set<String>> removed = new HashMap<>();
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Map<Step, Integer> depths = new HashMap<>();

  /** A step for all instances of a resource; dependencies are between whole resources. */
  private record Step(String resource, Kind kind) {}

  /**
   * @param assumed whether resources that are only deleted have {@code create_before_destroy} if
   *     that is not known
   */
  private ApplyOrder(Changes changes, boolean assumed) {
    Dependencies known = changes.dependencies();
    written = known.after();
    known
        .before()
        .forEach(
            (user, targets) ->
                targets.forEach(
                    target ->
                        removed.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(user)));
    removed.forEach((target, by) -> users.put(target, new LinkedHashSet<>(by)));
    written.forEach(
        (user, targets) ->
            targets.forEach(
                target -> users.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(user)));
    changes.records().forEach(one -> add(one.address(), one.action()));
    changes.healthChecks().forEach(one -> add(one.address(), one.action()));
    actions.forEach(
        (address, action) -> {
          boolean first =
              action == Action.CREATE_THEN_DELETE
                  || (action == Action.DELETE
                      && (assumed || known.createBeforeDestroy().contains(address)));
          if (first) {
            createsFirst.add(resource(address));
          }
        });
  }

  /** The order that is certain. */
  static ApplyOrder certain(Changes changes) {
    return new ApplyOrder(changes, false);
  }

  /** The order if everything that is only deleted has {@code create_before_destroy}. */
  static ApplyOrder creatingFirst(Changes changes) {
    return new ApplyOrder(changes, true);
  }

  private void add(String address, Action action) {
    actions.put(address, action);
    instances.computeIfAbsent(resource(address), key -> new ArrayList<>(1)).add(address);
    Set<Kind> kinds = active.computeIfAbsent(resource(address), key -> new HashSet<>());
    Operation.of(address, action).forEach(step -> kinds.add(step.kind()));
  }

  static String resource(String address) {
    return address.indexOf('[') < 0 ? address : KEY.matcher(address).replaceAll("");
  }

  /** The writes that are certainly done before {@code operation} begins. */
  List<Operation> writesBefore(Operation operation) {
    return before(operation, Kind.WRITE);
  }

  /** The removals that are certainly done before {@code operation} begins. */
  List<Operation> removalsBefore(Operation operation) {
    return before(operation, Kind.REMOVE);
  }

  private List<Operation> before(Operation operation, Kind kind) {
    Step own = step(operation);
    Set<Step> seen = new LinkedHashSet<>(earlier(own));
    Deque<Step> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      earlier(open.pop()).stream().filter(seen::add).forEach(open::push);
    }
    List<Operation> found = new ArrayList<>();
    for (Step step : seen) {
      for (String address : instances.getOrDefault(step.resource(), List.of())) {
        Operation one = new Operation(address, step.kind());
        boolean acts =
            Operation.of(address, actions.getOrDefault(address, Action.NO_CHANGE)).contains(one);
        if (acts && step.kind() == kind && !step.resource().equals(own.resource())) {
          found.add(one);
        }
      }
    }
    List<Operation> steps =
        Operation.of(
            operation.address(), actions.getOrDefault(operation.address(), Action.NO_CHANGE));
    steps.stream()
        .limit(Math.max(0, steps.indexOf(operation)))
        .filter(one -> one.kind() == kind)
        .forEach(found::add);
    return found;
  }

  /** Whether {@code first} is certainly done before {@code second} begins. */
  boolean isBefore(Operation first, Operation second) {
    if (first.address().equals(second.address())) {
      List<Operation> own =
          Operation.of(first.address(), actions.getOrDefault(first.address(), Action.NO_CHANGE));
      return own.indexOf(first) < own.indexOf(second);
    }
    Step from = step(first);
    Step to = step(second);
    if (from.resource().equals(to.resource())) {
      return false;
    }
    Deque<Step> open = new ArrayDeque<>(earlier(to));
    Set<Step> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (step.equals(from)) {
        return true;
      }
      earlier(step).stream().filter(seen::add).forEach(open::push);
    }
    return false;
  }

  private static Step step(Operation operation) {
    return new Step(resource(operation.address()), operation.kind());
  }

  /** The steps that come immediately before a step. */
  private Collection<Step> earlier(Step step) {
    List<Step> steps = new ArrayList<>();
    String resource = step.resource();
    boolean first = createsFirst.contains(resource);
    Set<Kind> kinds = active.getOrDefault(resource, Set.of());
    if (step.kind() == Kind.WRITE) {
      targets(resource).forEach(target -> steps.add(new Step(target, Kind.WRITE)));
      if (!first && kinds.size() > 1) {
        steps.add(new Step(resource, Kind.REMOVE));
      }
    } else {
      removed
          .getOrDefault(resource, Set.of())
          .forEach(user -> steps.add(new Step(user, Kind.REMOVE)));
      if (first) {
        steps.add(new Step(resource, Kind.WRITE));
        users
            .getOrDefault(resource, Set.of())
            .forEach(user -> steps.add(new Step(user, Kind.WRITE)));
      }
    }
    return steps;
  }

  /** What a resource refers to; a module stands for everything in it. */
  private Collection<String> targets(String resource) {
    Set<String> all = new LinkedHashSet<>();
    for (String target : written.getOrDefault(resource, Set.of())) {
      all.add(target);
      if (isModule(target)) {
        active.keySet().stream().filter(one -> one.startsWith(target + ".")).forEach(all::add);
      }
    }
    return all;
  }

  private static boolean isModule(String address) {
    int dot = address.lastIndexOf('.', address.lastIndexOf('.') - 1);
    return address.startsWith("module.", dot + 1);
  }

  /** How many steps that change something come before this one, on the longest way. */
  int depth(Operation operation) {
    return depth(step(operation));
  }

  private int depth(Step step) {
    Integer known = depths.get(step);
    if (known != null) {
      return known;
    }
    depths.put(step, 0); // so that a loop ends
    int longest = 0;
    for (Step earlier : earlier(step)) {
      boolean acts = active.getOrDefault(earlier.resource(), Set.of()).contains(earlier.kind());
      longest = Math.max(longest, depth(earlier) + (acts ? 1 : 0));
    }
    depths.put(step, longest);
    return longest;
  }
}
