package dev.meridian.cli.page;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.PolicyGraph;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.report.Mark;
import dev.meridian.report.MarkedTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trees of one version of a zone, with marks where the other version differs. Record sets are
 * the same if name, type, and set identifier are, as in Route 53. The order of addresses, and other
 * spellings of the same value, don't count as a difference.
 */
final class TreeComparison {
  /** What a record set answers with, without what its other parts say. */
  private record Answering(Object target, long ttl, boolean evaluateTargetHealth) {}

  private static final RecordData.Cases<Answering> ANSWERING =
      new RecordData.Cases<>() {
        @Override
        public Answering values(RecordData.Values data) {
          return new Answering(data.values(), data.ttl(), false);
        }

        @Override
        public Answering recordAlias(RecordData.RecordAlias data) {
          return new Answering(data.target(), 0, data.evaluateTargetHealth());
        }

        @Override
        public Answering resourceAlias(RecordData.ResourceAlias data) {
          return new Answering(data.parts(), 0, data.evaluateTargetHealth());
        }
      };

  private final PolicyGraph graph;
  private final Mark only;
  private final Map<RrsetKey, List<RecordSet>> groups;
  private final Map<RecordKey, RecordSet> others = new HashMap<>();
  private final Map<String, HealthCheck> checks;
  private final Map<String, HealthCheck> otherChecks;

  /**
   * @param only the mark of record sets that the other version lacks
   */
  TreeComparison(QueryContext own, QueryContext other, Mark only) {
    this.graph = new PolicyGraph(own);
    this.only = only;
    this.groups = own.plan().groups();
    RoutingPlan otherPlan = CanonicalPlan.of(other.plan());
    otherPlan.records().forEach(record -> others.put(record.key(), record));
    this.checks = CanonicalPlan.of(own.plan()).healthChecksById();
    this.otherChecks = otherPlan.healthChecksById();
  }

  /** The tree of a group that the version has. */
  MarkedTree of(RrsetKey group) {
    return tree(group, graph.tree(group));
  }

  private MarkedTree tree(RrsetKey group, PolicyGraph.Node node) {
    List<MarkedTree.Branch> branches = new ArrayList<>();
    List<RecordSet> records = groups.getOrDefault(group, List.of());
    for (int i = 0; i < node.branches().size(); i++) {
      branches.add(branch(records.get(i), node.branches().get(i)));
    }
    return new MarkedTree(node.text(), branches);
  }

  private MarkedTree.Branch branch(RecordSet record, PolicyGraph.Branch branch) {
    RecordSet other = others.get(record.key());
    List<String> changed = other == null ? List.of() : changed(CanonicalPlan.of(record), other);
    Mark mark = other == null ? only : changed.isEmpty() ? Mark.SAME : Mark.CHANGED;
    PolicyGraph.Node target = branch.target();
    MarkedTree below =
        target.branches().isEmpty()
            ? new MarkedTree(target.text(), List.of())
            : tree(record.aliasTarget().orElseThrow(), target);
    return new MarkedTree.Branch(
        branch.setting(), details(record, branch), mark, String.join(", ", changed), below);
  }

  private static String details(RecordSet record, PolicyGraph.Branch branch) {
    List<String> parts = new ArrayList<>();
    if (record.data() instanceof RecordData.Values values) {
      parts.add("TTL " + values.ttl() + " s");
    }
    if (!branch.health().isEmpty()) {
      parts.add(branch.health());
    }
    return String.join(", ", parts);
  }

  /** The parts that differ, in words. */
  private List<String> changed(RecordSet record, RecordSet other) {
    List<String> parts = new ArrayList<>();
    if (!record.policy().equals(other.policy())) {
      parts.add(record.policy().kind() == other.policy().kind() ? "setting" : "policy");
    }
    Answering now = record.data().accept(ANSWERING);
    Answering then = other.data().accept(ANSWERING);
    if (!now.target().equals(then.target())) {
      parts.add("target");
    }
    if (now.ttl() != then.ttl()) {
      parts.add("TTL");
    }
    if (now.evaluateTargetHealth() != then.evaluateTargetHealth()) {
      parts.add("target health");
    }
    if (!isSame(record.healthCheckId(), other.healthCheckId())) {
      parts.add("health check");
    }
    return parts;
  }

  /** Whether two health checks do the same; their IDs can differ between two sources. */
  private boolean isSame(Optional<String> id, Optional<String> otherId) {
    if (id.isEmpty() || otherId.isEmpty()) {
      return id.isEmpty() && otherId.isEmpty();
    }
    HealthCheck check = checks.get(id.get());
    HealthCheck other = otherChecks.get(otherId.get());
    return (check == null || other == null) ? id.equals(otherId) : isSame(check, other);
  }

  private boolean isSame(HealthCheck check, HealthCheck other) {
    if (check.inverted() != other.inverted() || check.disabled() != other.disabled()) {
      return false;
    }
    if (check.config() instanceof HealthCheckConfig.Calculated calculated
        && other.config() instanceof HealthCheckConfig.Calculated otherCalculated) {
      return calculated.threshold() == otherCalculated.threshold()
          && children(calculated, checks).equals(children(otherCalculated, otherChecks));
    }
    return check.config().equals(other.config());
  }

  /** A child of a calculated health check: its settings, or its ID if these are not known. */
  private record Child(Object config, boolean inverted, boolean disabled) {}

  /** How often each child occurs. Calculated health checks have no calculated children. */
  private static Map<Child, Long> children(
      HealthCheckConfig.Calculated calculated, Map<String, HealthCheck> checks) {
    return calculated.children().stream()
        .map(id -> child(id, checks.get(id)))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static Child child(String id, @Nullable HealthCheck check) {
    return check == null
        ? new Child(id, false, false)
        : new Child(check.config(), check.inverted(), check.disabled());
  }
}
