package dev.meridian.operate;

import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.StackKind;
import dev.meridian.model.DnsName;
import dev.meridian.terraform.StacksFailed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The steps that destroy several stacks: read their states, plan, and apply the plans. */
public record Destruction(StackSet set, ProgressLines progress) {
  private static final int REGIONS = 2;

  /**
   * The states of {@code stacks}, and of the declared stacks that are not regions, by the stacks'
   * names.
   */
  public Map<String, StackContents> read(List<String> stacks)
      throws StacksFailed, InterruptedException {
    Set<String> wanted = new LinkedHashSet<>(stacks);
    set.deployment().stacks().all().stream()
        .map(DeploymentStack::name)
        .filter(stack -> turn(stack) < REGIONS)
        .forEach(wanted::add);
    List<String> all = List.copyOf(wanted);
    Map<String, StackContents> contents = new ConcurrentHashMap<>();
    ParallelStacks.run(
        all,
        stack -> {
          progress.begin(stack, "read state");
          StackContents found = StackContents.read(set, stack);
          contents.put(stack, found);
          progress.end(stack, "read state", found.resources().size() + " in it");
        });
    return Map.copyOf(contents);
  }

  /**
   * Plans {@code stacks}, in their order.
   *
   * @param contents their states
   * @param zones the names of the hosted zones to destroy
   * @param folder where to write the plans
   */
  public List<StackDestruction> plan(
      List<String> stacks, Map<String, StackContents> contents, Set<DnsName> zones, Path folder)
      throws StacksFailed, InterruptedException {
    Map<String, StackDestruction> planned = new ConcurrentHashMap<>();
    ParallelStacks.run(
        stacks,
        stack -> {
          progress.begin(stack, "plan");
          StackContents found = Objects.requireNonNull(contents.get(stack));
          planned.put(stack, StackDestruction.plan(set, found, folder.resolve(stack), zones));
          progress.end(stack, "plan", "");
        });
    return stacks.stream().map(planned::get).toList();
  }

  /**
   * Destroys DNS first, so that no record points to a load balancer that is gone. Accelerators and
   * the network of a private zone come before regions, because they can have network interfaces in
   * the regions' subnets.
   */
  public void apply(List<StackDestruction> planned) throws StacksFailed, InterruptedException {
    Map<String, StackDestruction> wanted = new LinkedHashMap<>();
    planned.stream().filter(one -> !one.isEmpty()).forEach(one -> wanted.put(one.stack(), one));
    SortedMap<Integer, List<String>> turns =
        wanted.keySet().stream()
            .collect(Collectors.groupingBy(this::turn, TreeMap::new, Collectors.toList()));
    for (List<String> stacks : turns.values()) {
      apply(stacks, wanted);
    }
  }

  /** When a stack is destroyed, whether it is declared or left over. */
  private int turn(String stack) {
    return switch (set.deployment().stackKind(stack).orElse(StackKind.REGION)) {
      case DNS, PRIVATE_DNS -> 0;
      case ACCELERATOR, PRIVATE_NETWORK -> 1;
      case REGION -> REGIONS;
    };
  }

  private void apply(List<String> stacks, Map<String, StackDestruction> planned)
      throws StacksFailed, InterruptedException {
    ParallelStacks.run(
        stacks,
        stack -> {
          progress.begin(stack, "destroy");
          Objects.requireNonNull(planned.get(stack)).apply(set);
          progress.end(stack, "destroy", "");
        });
  }
}
