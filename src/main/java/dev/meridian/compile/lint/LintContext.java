package dev.meridian.compile.lint;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A plan prepared for the rules. */
final class LintContext {
  private final RoutingPlan plan;
  private final SortedMap<RrsetKey, List<RecordSet>> groups;
  private final Map<String, HealthCheck> checks;
  private final @Nullable Deployment deployment;

  LintContext(RoutingPlan plan, @Nullable Deployment deployment) {
    this.plan = plan;
    this.groups = plan.groups();
    this.checks = plan.healthChecksById();
    this.deployment = deployment;
  }

  RoutingPlan plan() {
    return plan;
  }

  SortedMap<RrsetKey, List<RecordSet>> groups() {
    return groups;
  }

  List<List<RecordSet>> groups(PolicyKind kind) {
    return groups.values().stream().filter(group -> group.get(0).policy().kind() == kind).toList();
  }

  List<RecordSet> group(RrsetKey key) {
    return groups.getOrDefault(key, List.of());
  }

  Optional<HealthCheck> check(String id) {
    return Optional.ofNullable(checks.get(id));
  }

  Optional<Deployment> deployment() {
    return Optional.ofNullable(deployment);
  }

  /** The declared names; none for a plan without a declaration. */
  List<NameDeclaration> names() {
    return deployment == null ? List.of() : deployment.names();
  }

  /** The groups at a name. */
  List<RrsetKey> groupsOf(NameDeclaration name) {
    return groups.keySet().stream()
        .filter(key -> key.name().equals(name.name()) && name.covers(key.type()))
        .toList();
  }

  /** The group that an alias to a record points to. */
  static Optional<RrsetKey> target(RecordSet record) {
    return record.data() instanceof RecordData.RecordAlias alias
        ? Optional.of(new RrsetKey(alias.target(), record.type()))
        : Optional.empty();
  }

  /** The name of the record for people: its set identifier. */
  static String label(RecordSet record) {
    return record.key().identifier().orElse(record.name().text());
  }
}
