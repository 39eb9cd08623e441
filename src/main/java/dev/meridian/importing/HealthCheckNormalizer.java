package dev.meridian.importing;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normalizes addresses and hosts of health checks to the form that a declaration produces. */
final class HealthCheckNormalizer {
  private HealthCheckNormalizer() {}

  static RoutingPlan of(RoutingPlan plan) {
    RoutingPlan canonical = CanonicalPlan.of(plan);
    return canonical.with(
        canonical.records(),
        canonical.healthChecks().stream().map(HealthCheckNormalizer::of).toList(),
        canonical.cidrCollections());
  }

  private static HealthCheck of(HealthCheck check) {
    if (!(check.config() instanceof HealthCheckConfig.Endpoint config)) {
      return check;
    }
    Destination destination =
        new Destination(
            address(config.destination().ipAddress()), host(config.destination().host()));
    return new HealthCheck(
        check.id(), ProbeWriter.with(config, destination), check.inverted(), check.disabled());
  }

  private static @Nullable Value address(@Nullable Value value) {
    if (!(value instanceof Value.Literal literal)) {
      return value;
    }
    IPAddress parsed = new IPAddressString(literal.text()).getAddress();
    return parsed == null ? value : Value.literal(parsed.toCanonicalString());
  }

  private static @Nullable Value host(@Nullable Value value) {
    if (!(value instanceof Value.Literal literal)) {
      return value;
    }
    String lower = literal.text().toLowerCase(Locale.ROOT);
    return Value.literal(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }
}
