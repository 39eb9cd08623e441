package dev.meridian.importing;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.List;

/** Plans whose health checks are called after what they do. */
final class WithoutIds {
  private WithoutIds() {}

  static RoutingPlan of(RoutingPlan plan) {
    AnswerSignature meaning = new AnswerSignature(RecordLookup.of(plan), true);
    List<HealthCheck> checks =
        plan.healthChecks().stream().map(check -> renamed(check, meaning)).toList();
    List<RecordSet> records =
        plan.records().stream()
            .map(
                record ->
                    new RecordSet(
                        record.key(),
                        record.policy(),
                        record.data(),
                        record.healthCheckId().map(meaning::check).orElse(null)))
            .toList();
    return CanonicalPlan.of(new RoutingPlan(plan.zone(), records, checks, plan.cidrCollections()));
  }

  private static HealthCheck renamed(HealthCheck check, AnswerSignature meaning) {
    HealthCheckConfig config = check.config();
    if (config instanceof HealthCheckConfig.Calculated calculated) {
      config =
          new HealthCheckConfig.Calculated(
              calculated.threshold(),
              calculated.children().stream().map(meaning::check).sorted().toList());
    }
    return new HealthCheck(meaning.check(check.id()), config, check.inverted(), check.disabled());
  }
}
