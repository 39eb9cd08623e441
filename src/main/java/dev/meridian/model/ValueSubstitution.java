package dev.meridian.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replaces values in a plan, such as outputs with their values from a state. */
public final class ValueSubstitution implements RecordData.Cases<RecordData> {
  private final UnaryOperator<Value> replacement;

  private ValueSubstitution(UnaryOperator<Value> replacement) {
    this.replacement = replacement;
  }

  /** The plan with {@code replacement} applied to each value in its answers and health checks. */
  public static RoutingPlan replace(RoutingPlan plan, UnaryOperator<Value> replacement) {
    ValueSubstitution values = new ValueSubstitution(replacement);
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream().map(values::record).toList(),
        plan.healthChecks().stream().map(values::healthCheck).toList(),
        plan.cidrCollections(),
        plan.accelerators().stream().map(one -> one.with(replacement)).toList(),
        plan.policyRecords());
  }

  private RecordSet record(RecordSet old) {
    return new RecordSet(old.key(), old.policy(), old.data().accept(this), old.healthCheck());
  }

  @Override
  public RecordData values(RecordData.Values data) {
    List<Value> values = data.values().stream().map(replacement).toList();
    return new RecordData.Values(data.ttl(), values);
  }

  @Override
  public RecordData recordAlias(RecordData.RecordAlias data) {
    return data;
  }

  @Override
  public RecordData resourceAlias(RecordData.ResourceAlias data) {
    return new RecordData.ResourceAlias(
        replacement.apply(data.dnsName()),
        replacement.apply(data.zoneId()),
        data.evaluateTargetHealth());
  }

  private HealthCheck healthCheck(HealthCheck old) {
    if (old.config() instanceof HealthCheckConfig.RecoveryControl control) {
      HealthCheckConfig followed =
          new HealthCheckConfig.RecoveryControl(replacement.apply(control.routingControlArn()));
      return new HealthCheck(old.id(), followed, old.inverted(), old.disabled());
    }
    if (!(old.config() instanceof HealthCheckConfig.Endpoint config)) {
      return old;
    }
    Destination destination =
        new Destination(
            replaced(config.destination().address()), replaced(config.destination().hostName()));
    return new HealthCheck(old.id(), config.at(destination), old.inverted(), old.disabled());
  }

  private @Nullable Value replaced(Optional<Value> value) {
    return value.map(replacement).orElse(null);
  }
}
