package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.ReasonFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policies that decide an answer, as a tree. Record sets that only aliases use are parts of the
 * name that points to them.
 */
public final class PolicyGraph {
  private final QueryContext context;
  private final Map<RrsetKey, List<RecordSet>> groups;
  private final Set<RrsetKey> hidden;

  /** The trees of a plan, for several groups. */
  public PolicyGraph(QueryContext context) {
    this.context = context;
    this.groups = context.plan().groups();
    this.hidden = context.plan().hiddenGroups();
  }

  /**
   * A group of record sets, or what a record set answers with.
   *
   * @param text such as {@code api.example.com A}, {@code latency}, or the name of an endpoint
   * @param branches one per record set of a group; empty for an answer
   */
  public record Node(String text, List<Branch> branches) {
    public Node {
      branches = List.copyOf(branches);
    }
  }

  /**
   * A record set.
   *
   * @param setting of its policy, such as {@code weight 50}; empty for a simple policy
   * @param health what decides whether it is healthy; empty if it is always healthy
   */
  public record Branch(String setting, String health, Node target) {}

  /** The tree of a group; its text is the name and the type, and then the policy. */
  public Node tree(RrsetKey group) {
    Node tree = node(group, List.of());
    return new Node(group + ": " + tree.text(), tree.branches());
  }

  private Node node(RrsetKey group, List<RrsetKey> above) {
    List<RecordSet> records = groups.getOrDefault(group, List.of());
    List<RrsetKey> path = new ArrayList<>(above);
    path.add(group);
    int weights = records.stream().mapToInt(record -> weight(record.policy())).sum();
    List<Branch> branches = records.stream().map(record -> branch(record, weights, path)).toList();
    return new Node(records.get(0).policy().kind().keyword(), branches);
  }

  private Branch branch(RecordSet record, int weights, List<RrsetKey> path) {
    return new Branch(setting(record.policy(), weights), health(record), target(record, path));
  }

  private static int weight(RoutingPolicy policy) {
    return policy instanceof RoutingPolicy.Weighted weighted ? weighted.weight() : 0;
  }

  private static String health(RecordSet record) {
    List<String> parts = new ArrayList<>();
    if (record.healthCheck() != null) {
      parts.add("health check " + record.healthCheck());
    }
    if (record.data() instanceof RecordData.ResourceAlias alias && alias.evaluateTargetHealth()) {
      parts.add("target health");
    }
    if (record.data() instanceof RecordData.RecordAlias alias && alias.evaluateTargetHealth()) {
      parts.add("health of the target's records");
    }
    return String.join(", ", parts);
  }

  private Node target(RecordSet record, List<RrsetKey> path) {
    if (record.aliasTarget().isEmpty()) {
      String answers =
          record.data().parts().stream()
              .filter(value -> isShown(record.data(), value))
              .map(value -> context.names().shown(OutageModel.of(value)))
              .distinct()
              .collect(Collectors.joining(", "));
      return new Node(answers, List.of());
    }
    RrsetKey group = record.aliasTarget().get();
    boolean known = groups.containsKey(group);
    boolean below = known && hidden.contains(group) && !path.contains(group);
    return below
        ? node(group, path)
        : new Node(group.name() + (known ? "" : " (no record set)"), List.of());
  }

  /** An alias to an AWS resource is shown without the ID of the resource's hosted zone. */
  private static boolean isShown(RecordData data, Value value) {
    return !(data instanceof RecordData.ResourceAlias alias) || value.equals(alias.dnsName());
  }

  private static String setting(RoutingPolicy policy, int weights) {
    String setting = ReasonFormatter.setting(policy);
    return policy instanceof RoutingPolicy.Weighted weighted && weights > 0
        ? setting + " (" + Percent.of((double) weighted.weight() / weights) + ")"
        : setting;
  }
}
