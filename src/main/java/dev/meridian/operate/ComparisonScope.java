package dev.meridian.operate;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a declared plan and of a hosted zone that can be compared. For records whose values
 * are an unknown output, everything except the values is compared. Health checks with unknown
 * outputs are omitted from both. Records that no plan can express are omitted too, and are separate
 * findings. In an adopted zone, only declared records count. The others, with their health checks
 * and CIDR collections, belong to others.
 *
 * @param leftOut what is declared but could not be compared, as text
 * @param outside what is declared but never compared, because another team's state has its values
 * @param unread parts of the deployment that a plan cannot express
 */
record ComparisonScope(
    RoutingPlan declared,
    RoutingPlan found,
    List<String> leftOut,
    List<String> outside,
    List<UnsupportedRecord> unread) {

  static ComparisonScope of(Deployment deployment, RoutingPlan declared, LiveZone live) {
    Predicate<String> own =
        source ->
            deployment.regions().containsKey(source)
                || deployment.accelerators().containsKey(source);
    Set<RecordKey> unknownRecords =
        declared.records().stream()
            .filter(record -> isUnknown(declared, List.of(record), List.of(), source -> true))
            .map(RecordSet::key)
            .collect(Collectors.toSet());
    Set<String> unknownChecks =
        declared.healthChecks().stream()
            .filter(check -> isUnknown(declared, List.of(), List.of(check), source -> true))
            .map(HealthCheck::id)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean ownZone = deployment.zone().adoption() instanceof ZoneDeclaration.Adoption.Created;
    Set<RrsetKey> groups = declared.groups().keySet();
    Predicate<RrsetKey> ours = group -> ownZone || groups.contains(group);
    RoutingPlan found = ours(live, ours);
    List<UnsupportedRecord> unread =
        live.unread().stream().filter(one -> isOurs(one, declared, found, ours, ownZone)).toList();
    Set<RecordKey> skippedRecords =
        unread.stream().flatMap(one -> one.key().stream()).collect(Collectors.toSet());
    Set<String> skippedChecks = new TreeSet<>(unknownChecks);
    unread.stream()
        .filter(one -> one.kind() == UnsupportedRecord.Kind.HEALTH_CHECK)
        .forEach(one -> skippedChecks.add(one.name()));
    RoutingPlan comparable = withFoundAnswers(declared, found, unknownRecords);
    return new ComparisonScope(
        without(comparable, skippedRecords, skippedChecks),
        without(found, skippedRecords, skippedChecks),
        unknown(declared, unknownRecords, unknownChecks, own, true),
        unknown(declared, unknownRecords, unknownChecks, own, false),
        unread);
  }

  /** Copies unknown values from the zone, so that policy, TTL and health check are compared. */
  private static RoutingPlan withFoundAnswers(
      RoutingPlan declared, RoutingPlan found, Set<RecordKey> unknown) {
    Map<RecordKey, RecordSet> there = new HashMap<>();
    found.records().forEach(record -> there.put(record.key(), record));
    return declared.with(
        declared.records().stream()
            .map(
                record ->
                    unknown.contains(record.key()) && there.containsKey(record.key())
                        ? new RecordSet(
                            record.key(),
                            record.policy(),
                            answer(record.data(), there.get(record.key()).data()),
                            record.healthCheck())
                        : record)
            .toList(),
        declared.healthChecks(),
        declared.cidrCollections());
  }

  private static RecordData answer(RecordData declared, RecordData found) {
    if (declared instanceof RecordData.Values values && found instanceof RecordData.Values live) {
      return new RecordData.Values(values.ttl(), live.values());
    }
    if (declared instanceof RecordData.ResourceAlias alias
        && found instanceof RecordData.ResourceAlias live) {
      return new RecordData.ResourceAlias(
          live.dnsName(), live.zoneId(), alias.evaluateTargetHealth());
    }
    return declared;
  }

  /** The part of the zone that belongs to the deployment. */
  private static RoutingPlan ours(LiveZone live, Predicate<RrsetKey> ours) {
    RoutingPlan plan = live.plan();
    List<RecordSet> records = plan.records().stream().filter(r -> ours.test(r.group())).toList();
    Set<String> checks = new TreeSet<>(live.owned());
    records.forEach(record -> record.healthCheckId().ifPresent(checks::add));
    plan.healthChecks().stream()
        .filter(check -> checks.contains(check.id()))
        .flatMap(check -> children(check).stream())
        .toList()
        .forEach(checks::add);
    Set<String> collections =
        records.stream().flatMap(ComparisonScope::collection).collect(Collectors.toSet());
    return plan.with(
        records,
        plan.healthChecks().stream().filter(c -> checks.contains(c.id())).toList(),
        plan.cidrCollections().stream().filter(c -> collections.contains(c.name())).toList());
  }

  private static List<String> children(HealthCheck check) {
    return check.config() instanceof HealthCheckConfig.Calculated calculated
        ? calculated.children()
        : List.of();
  }

  private static Stream<String> collection(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? Stream.of(policy.collection())
        : Stream.empty();
  }

  private static boolean isOurs(
      UnsupportedRecord unread,
      RoutingPlan declared,
      RoutingPlan found,
      Predicate<RrsetKey> ours,
      boolean ownZone) {
    return switch (unread.kind()) {
      case RECORD, POLICY_INSTANCE ->
          unread.key().map(key -> ours.test(key.group())).orElse(ownZone);
      case HEALTH_CHECK ->
          declared.healthChecksById().containsKey(unread.name())
              || found.records().stream()
                  .anyMatch(r -> r.healthCheckId().filter(unread.name()::equals).isPresent());
      case CIDR_COLLECTION ->
          found.records().stream()
              .flatMap(ComparisonScope::collection)
              .anyMatch(unread.name()::equals);
    };
  }

  private static RoutingPlan without(RoutingPlan plan, Set<RecordKey> records, Set<String> checks) {
    return plan.with(
        plan.records().stream().filter(record -> !records.contains(record.key())).toList(),
        plan.healthChecks().stream().filter(c -> !checks.contains(c.id())).toList(),
        plan.cidrCollections());
  }

  /** The parts whose values an unknown output has, in the order of the plan. */
  private static List<String> unknown(
      RoutingPlan declared,
      Set<RecordKey> records,
      Set<String> checks,
      Predicate<String> own,
      boolean ours) {
    String output = ours ? "an output that is not known" : "an output of another state";
    return Stream.concat(
            declared.records().stream()
                .filter(record -> records.contains(record.key()))
                .filter(record -> isUnknown(declared, List.of(record), List.of(), own) == ours)
                .map(record -> "the values of record " + record.key() + " are " + output),
            declared.healthChecks().stream()
                .filter(check -> checks.contains(check.id()))
                .filter(check -> isUnknown(declared, List.of(), List.of(check), own) == ours)
                .map(HealthCheck::id)
                .sorted()
                .map(id -> "health check " + id + " reads " + output))
        .toList();
  }

  /** Whether a value is an output of one of those states, and is not known. */
  private static boolean isUnknown(
      RoutingPlan plan,
      List<RecordSet> records,
      List<HealthCheck> checks,
      Predicate<String> states) {
    return new RoutingPlan(plan.zone(), records, checks, List.of())
        .values().stream().flatMap(value -> value.heldBy().stream()).anyMatch(states);
  }
}
