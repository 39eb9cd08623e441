package dev.meridian.compile.lint;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.LintId;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds what Route 53 accepts but users regret. */
public final class Lint {
  private static final Map<LintId, LintRule> RULES = rules();

  private Lint() {}

  /** The findings in a plan from any source. */
  public static List<LintFinding> check(RoutingPlan plan) {
    return check(new LintContext(plan, null));
  }

  /** The findings in a plan and its declaration. */
  public static List<LintFinding> check(RoutingPlan plan, Deployment deployment) {
    return check(new LintContext(plan, deployment));
  }

  private static List<LintFinding> check(LintContext examined) {
    List<LintFinding> found = new ArrayList<>();
    RULES.forEach(
        (id, rule) ->
            rule.check(
                examined,
                (subject, what, fix) -> found.add(new LintFinding(id, subject, what, fix))));
    return List.copyOf(found);
  }

  /** {@link LintId#ACCOUNT_QUOTA} is missing: {@code PlanRules} find it. */
  private static Map<LintId, LintRule> rules() {
    Map<LintId, LintRule> rules = new EnumMap<>(LintId.class);
    rules.put(LintId.GEOLOCATION_WITHOUT_DEFAULT, new GeolocationWithoutDefault());
    rules.put(LintId.IP_BASED_WITHOUT_DEFAULT, new IpBasedWithoutDefault());
    rules.put(LintId.EVALUATE_TARGET_HEALTH_OFF, new EvaluateTargetHealthOff());
    rules.put(LintId.TTL_WITH_HEALTH_CHECK, new TtlWithHealthCheck());
    rules.put(LintId.PRIVATE_ADDRESS, new PrivateAddress());
    rules.put(LintId.FAILOVER_PRIMARY_UNCHECKED, new FailoverPrimaryUnchecked());
    rules.put(LintId.BRANCH_UNCHECKED, new BranchUnchecked());
    rules.put(LintId.WEIGHTS_ALL_ZERO, new WeightsAllZero());
    rules.put(LintId.WEIGHT_ZERO_IS_STANDBY, new WeightZeroIsStandby());
    rules.put(LintId.NEGATIVE_BIAS, new NegativeBias());
    rules.put(LintId.NESTING_DEEP, new NestingDeep());
    rules.put(LintId.IPV6_ASYMMETRY, new Ipv6Asymmetry());
    rules.put(LintId.HEALTH_CHECK_NAMES_OWN_RECORD, new HealthCheckNamesOwnRecord());
    rules.put(LintId.FEW_CHECKER_REGIONS, new FewCheckerRegions());
    rules.put(LintId.MULTIVALUE_ABOVE_EIGHT, new MultivalueAboveEight());
    rules.put(LintId.CIDR_OVERLAP, new CidrOverlap());
    rules.put(LintId.HTTP_CHECK_BEHIND_REDIRECT, new HttpCheckBehindRedirect());
    rules.put(LintId.HEALTH_CHECK_UNUSED, new HealthCheckUnused());
    rules.put(LintId.HEALTH_CHECK_MISSING, new HealthCheckMissing());
    rules.put(LintId.CALCULATED_THRESHOLD, new CalculatedThreshold());
    rules.put(LintId.CNAME_LOOP, new CnameLoop());
    rules.put(LintId.SEVERAL_VALUES_ONE_CHECK, new SeveralValuesOneCheck());
    return rules;
  }
}
