package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.compile.PlannedHealthChecks.Owner;
import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles the health checks under {@code health-checks}. Each one is in the plan even if nothing
 * refers to it, because it raises alarms. Only a probe without a host or address depends on the
 * endpoint it is used on.
 */
final class NamedHealthChecks {
  private final Map<String, HealthCheckDeclaration> named;
  private final DeclaredEndpoints endpoints;
  private final PlannedHealthChecks checks;
  private final HealthCheckAssigner checkAssigner;
  private final PlanBuilder builder;

  NamedHealthChecks(
      Deployment deployment,
      DeclaredEndpoints endpoints,
      PlannedHealthChecks checks,
      HealthCheckAssigner checkAssigner,
      PlanBuilder builder) {
    this.named = deployment.healthChecks();
    this.endpoints = endpoints;
    this.checks = checks;
    this.checkAssigner = checkAssigner;
    this.builder = builder;
  }

  void compile() {
    named.forEach(
        (name, declared) -> {
          Origin origin = new Origin(declared.at(), KeyPath.of("health-checks", name));
          String id = declared.nameOr(name);
          builder.setOrigin(new Subject.OfHealthCheck(id), origin);
          builder
              .earlier()
              .healthCheck(id, declared.earlierName().map(EarlierName::text).stream().toList());
          builder
              .attempt(origin, () -> config(declared.kind(), origin))
              .flatMap(found -> found)
              .map(config -> new HealthCheck(id, config, declared.inverted(), declared.disabled()))
              .ifPresent(
                  check -> checks.add(new PlannedHealthChecks.Request(Owner.NAMED, check, origin)));
        });
  }

  private Optional<HealthCheckConfig> config(Kind kind, Origin origin) {
    return kind.accept(
        new Kind.Cases<Optional<HealthCheckConfig>>() {
          @Override
          public Optional<HealthCheckConfig> probe(Kind.Probe probe) {
            return ProbeTarget.isOwn(probe)
                ? Optional.of(ProbeTarget.own(probe))
                : Optional.empty();
          }

          @Override
          public Optional<HealthCheckConfig> calculated(Kind.Calculated calculated) {
            Set<String> children = new LinkedHashSet<>();
            calculated.of().forEach(child -> children.addAll(children(child, origin)));
            // Without children, each child has already been reported.
            return children.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new HealthCheckConfig.Calculated(
                        calculated.threshold(), new ArrayList<>(children)));
          }

          @Override
          public Optional<HealthCheckConfig> cloudWatchMetric(Kind.CloudWatchMetric metric) {
            return Optional.of(metric.config());
          }

          @Override
          public Optional<HealthCheckConfig> recoveryControl(Kind.RecoveryControl control) {
            return Optional.of(control.config());
          }
        });
  }

  /** The id of a named health check, or of every health check of an endpoint, one per address. */
  private Collection<String> children(String name, Origin origin) {
    HealthCheckDeclaration check = named.get(name);
    if (check != null && !(check.kind() instanceof Kind.Probe probe && !ProbeTarget.isOwn(probe))) {
      return List.of(check.nameOr(name));
    }
    List<String> ids = endpoints.find(name).map(this::ofEndpoint).orElse(List.of());
    if (ids.isEmpty()) {
      builder.problem(
          origin,
          name + " has no health check to count",
          "give it a health-check, or remove it from the list");
    }
    return ids;
  }

  private List<String> ofEndpoint(CompiledEndpoint endpoint) {
    List<Address> addresses = new ArrayList<>();
    if (endpoint.target() instanceof EndpointTarget.Addresses some) {
      addresses.addAll(some.ipv4());
      addresses.addAll(some.ipv6());
    }
    if (addresses.isEmpty()) {
      return checkAssigner.of(endpoint, null).stream().toList();
    }
    return addresses.stream()
        .flatMap(address -> checkAssigner.of(endpoint, address).stream())
        .distinct()
        .toList();
  }
}
