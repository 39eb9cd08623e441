package dev.meridian.compile;

import dev.meridian.compile.PlannedHealthChecks.Owner;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.Switches;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.List;
import java.util.Optional;

/**
 * The health checks of {@code switches}. One follows the routing control of each region. It is
 * inverted, because a control is first off, and then the region must be in service. A record set
 * that answers with the region counts it together with its usual health check.
 */
final class RegionSwitches {
  private final Deployment deployment;
  private final PlannedHealthChecks checks;
  private final PlanBuilder builder;

  RegionSwitches(Deployment deployment, PlannedHealthChecks checks, PlanBuilder builder) {
    this.deployment = deployment;
    this.checks = checks;
    this.builder = builder;
  }

  /** Adds the health check of each switch, even if no record set follows it. */
  void compile() {
    Switches switches = deployment.switches();
    Origin origin = new Origin(switches.at(), KeyPath.of("switches"));
    for (String region : switches.regions()) {
      HealthCheckConfig config =
          new HealthCheckConfig.RecoveryControl(Switches.routingControlArn(region));
      HealthCheck check = new HealthCheck(Switches.checkOf(region), config, true, false);
      checks.add(new PlannedHealthChecks.Request(Owner.NAMED, check, origin));
    }
  }

  /**
   * The health check of a record set that answers with {@code endpoint}.
   *
   * @param own the check that it has without switches
   */
  Optional<String> follow(CompiledEndpoint endpoint, Optional<String> own, Origin origin) {
    String region = endpoint.name();
    if (!endpoint.isRegion() || !deployment.switches().regions().contains(region)) {
      return own;
    }
    String control = Switches.checkOf(region);
    if (own.isEmpty()) {
      return Optional.of(control);
    }
    String usual = own.get();
    if (isCalculated(usual)) {
      builder.problem(
          origin,
          region
              + " has a switch, but its health check "
              + usual
              + " is calculated, and Route 53 does not count calculated health checks",
          "use a health check of another kind here, or remove " + region + " from switches");
      return own;
    }
    List<String> both = List.of(usual, control);
    HealthCheckConfig config = new HealthCheckConfig.Calculated(both.size(), both);
    HealthCheck check = new HealthCheck(Switches.inService(region, usual), config, false, false);
    checks.add(new PlannedHealthChecks.Request(Owner.ENDPOINT, check, origin));
    return Optional.of(check.id());
  }

  private boolean isCalculated(String id) {
    return deployment.healthChecks().entrySet().stream()
        .filter(check -> check.getValue().nameOr(check.getKey()).equals(id))
        .map(check -> check.getValue().kind())
        .anyMatch(Kind.Calculated.class::isInstance);
  }
}
