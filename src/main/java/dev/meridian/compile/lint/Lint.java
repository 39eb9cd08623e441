package dev.meridian.compile.lint;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.LintId;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static Map<LintId, LintRule> rules() {
    Map<LintId, LintRule> rules = new EnumMap<>(LintId.class);
    for (LintId id : LintId.values()) {
      rule(id).ifPresent(rule -> rules.put(id, rule));
    }
    return rules;
  }

  /**
   * Empty for a warning that needs more than a plan: {@code compile.DiagnosticReport} raises it.
   */
  private static Optional<LintRule> rule(LintId id) {
    LintRule rule =
        switch (id) {
          case GEOLOCATION_WITHOUT_DEFAULT -> new GeolocationWithoutDefault();
          case IP_BASED_WITHOUT_DEFAULT -> new IpBasedWithoutDefault();
          case AZ_AFFINITY_WITHOUT_GLOBAL -> new AzAffinityWithoutGlobal();
          case EVALUATE_TARGET_HEALTH_OFF -> new EvaluateTargetHealthOff();
          case TTL_WITH_HEALTH_CHECK -> new TtlWithHealthCheck();
          case PRIVATE_ADDRESS -> new PrivateAddress();
          case FAILOVER_PRIMARY_UNCHECKED -> new FailoverPrimaryUnchecked();
          case BRANCH_UNCHECKED -> new BranchUnchecked();
          case WEIGHTS_ALL_ZERO -> new WeightsAllZero();
          case WEIGHT_ZERO_IS_STANDBY -> new WeightZeroIsStandby();
          case NEGATIVE_BIAS -> new NegativeBias();
          case NESTING_DEEP -> new NestingDeep();
          case IPV6_ASYMMETRY -> new Ipv6Asymmetry();
          case HEALTH_CHECK_NAMES_OWN_RECORD -> new HealthCheckNamesOwnRecord();
          case FEW_CHECKER_REGIONS -> new FewCheckerRegions();
          case MULTIVALUE_ABOVE_EIGHT -> new MultivalueAboveEight();
          case CIDR_OVERLAP -> new CidrOverlap();
          case HTTP_CHECK_BEHIND_REDIRECT -> new HttpCheckBehindRedirect();
          case HEALTH_CHECK_UNUSED -> new HealthCheckUnused();
          case HEALTH_CHECK_MISSING -> new HealthCheckMissing();
          case CALCULATED_THRESHOLD -> new CalculatedThreshold();
          case CNAME_LOOP -> new CnameLoop();
          case SEVERAL_VALUES_ONE_CHECK -> new SeveralValuesOneCheck();
          case BELOW_DELEGATION -> new BelowDelegation();
          case INCOMPLETE_HOST -> new IncompleteHost();
          case MISPLACED_RECORD -> new MisplacedRecord();
          case ACCELERATOR_DIALS_ALL_ZERO -> new AcceleratorDialsAllZero();
          case ACCELERATOR_WEIGHT_ZERO -> new AcceleratorWeightZero();
          case ACCELERATOR_CHECK_PORT -> new AcceleratorCheckPort();
          case SWITCH_ALWAYS_REFUSED -> new SwitchAlwaysRefused();
          case SWITCH_NOT_FOLLOWED -> new SwitchNotFollowed();
          case ACCOUNT_QUOTA, NETWORK_BLOCK_ASSIGNED, REGION_PINNED -> null;
        };
    return Optional.ofNullable(rule);
  }
}
