package dev.meridian.drill.simulate;

import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.TargetTimes;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Zones and scenarios for tests of the simulation. */
public final class DrilledPlans {
  /** A size that takes a fraction of a second. */
  public static final SimulationSettings SMALL = SimulationSettings.STANDARD.of(2_000, 20);

  static final String ROUTING_CONTROL =
      "arn:aws:route53-recovery-control::111122223333:controlpanel/panel/routingcontrol/switch";

  private DrilledPlans() {}

  static DrilledZone zone(SamplePlans plans) {
    return zone(plans, TrafficModel.NONE);
  }

  public static DrilledZone zone(SamplePlans plans, TrafficModel traffic) {
    return new DrilledZone(
        plans.plan(),
        plans.resolver(),
        OutageModel.of(plans.plan()),
        traffic,
        Population.locations(),
        TargetTimes.STANDARD,
        null);
  }

  /** A health check of an endpoint. */
  static HealthCheck check(String id, Probing probing, boolean inverted, boolean disabled) {
    HealthCheckConfig probe =
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTP,
            new Destination(null, new Value.Output(id, "alb_dns_name")),
            80,
            "/health",
            null,
            probing,
            false);
    return new HealthCheck(id, probe, inverted, disabled);
  }

  static Probing probing(int interval, int threshold) {
    return new Probing(interval, threshold, Set.of(), false);
  }

  static HealthCheck routingControl(String id) {
    return new HealthCheck(
        id, new HealthCheckConfig.RecoveryControl(ROUTING_CONTROL), false, false);
  }

  /** {@code www} with static addresses of two regions, the first with the health check. */
  static SamplePlans failover(HealthCheck check) {
    return new SamplePlans()
        .add(check)
        .add(
            "www",
            "primary",
            new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY),
            "us-east-1 address",
            check.id())
        .add(
            "www",
            "secondary",
            new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY),
            "eu-west-1 address",
            "");
  }

  /** An outage of health checks only. */
  static Outage failing(String... healthChecks) {
    return new Outage(new TreeSet<>(), new TreeSet<>(List.of(healthChecks)));
  }

  public static Scenario scenario(int duration, String name, ScheduledOutage... outages) {
    return scenario(duration, List.of(SamplePlans.ask(name)), outages);
  }

  static Scenario scenario(int duration, List<Question> questions, ScheduledOutage... outages) {
    return new Scenario(List.of(outages), questions, duration);
  }
}
