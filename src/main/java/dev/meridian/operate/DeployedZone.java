package dev.meridian.operate;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hosted zone of a deployment.
 *
 * @param deployment the deployment, or {@linkplain Deployment#ofPrivateZone its private zone}
 * @param plan compiled from it
 * @param id the zone's ID, if it is known; null to look up the zone by name, although an account
 *     can have several with one name
 */
public record DeployedZone(Deployment deployment, RoutingPlan plan, @Nullable String id) {

  /**
   * The zone of a deployment, and its private zone if it has one. Compiles the private zone.
   *
   * @param plan compiled from {@code deployment}
   */
  public static List<DeployedZone> of(Deployment deployment, RoutingPlan plan) {
    List<DeployedZone> zones = new ArrayList<>();
    zones.add(new DeployedZone(deployment, plan, null));
    deployment
        .ofPrivateZone()
        .map(zone -> new DeployedZone(zone, Compiler.compile(zone).plan(), null))
        .ifPresent(zones::add);
    return List.copyOf(zones);
  }

  /** The zones with the IDs that {@code ids} has; it returns null if it does not know one. */
  public static List<DeployedZone> identified(
      List<DeployedZone> zones, Function<Deployment, @Nullable String> ids) {
    return zones.stream()
        .map(zone -> new DeployedZone(zone.deployment(), zone.plan(), ids.apply(zone.deployment())))
        .toList();
  }
}
