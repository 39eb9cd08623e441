package dev.meridian.compile.rule;

import dev.meridian.catalog.Limits;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Route 53 refuses because of more than one value. The same rules apply to compiled
 * plans and to those of states and live zones. The time they take is proportional to the number of
 * records.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
public final class PlanRules {

  private PlanRules() {}

  /** The rules that a plan for a public hosted zone breaks; empty for a valid plan. */
  public static List<Violation> check(RoutingPlan plan) {
    return check(plan, ZoneKind.PUBLIC);
  }

  public static List<Violation> check(RoutingPlan plan, ZoneKind kind) {
    return check(new IndexedPlan(plan, kind, null));
  }

  /**
   * The same for an existing hosted zone.
   *
   * @param id null if it is not known
   */
  public static List<Violation> check(RoutingPlan plan, ZoneKind kind, @Nullable String id) {
    return check(new IndexedPlan(plan, kind, id));
  }

  private static List<Violation> check(IndexedPlan zone) {
    RoutingPlan plan = zone.plan();
    List<Violation> found = new ArrayList<>();
    zone.groups().values().forEach(group -> GroupRules.check(group, found::add));
    plan.records().forEach(record -> RecordRules.check(zone, record, found::add));
    NameRules.check(zone, found::add);
    AliasRules.check(zone, found::add);
    CidrRules.check(zone, found::add);
    HealthCheckRules.check(zone, found::add);
    records(zone, found::add);
    return List.copyOf(found);
  }

  private static void records(IndexedPlan zone, Consumer<Violation> found) {
    int records = zone.plan().records().size();
    if (records > Limits.RECORDS_PER_ZONE) {
      found.accept(
          Violation.quota(
              new Subject.OfZone(zone.name()),
              "the zone has " + records + " records, more than " + Limits.RECORDS_PER_ZONE,
              "ask AWS to raise the quota (more records cost extra), or use a second zone"));
    }
    int policies = zone.plan().policyRecords().size();
    if (policies > Limits.POLICY_RECORDS) {
      found.accept(
          Violation.quota(
              new Subject.OfZone(zone.name()),
              "the zone has "
                  + policies
                  + " traffic policy records, more than "
                  + Limits.POLICY_RECORDS,
              "ask AWS to raise the quota, or remove via from some names"));
    }
  }
}
