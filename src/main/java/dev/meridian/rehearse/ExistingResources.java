package dev.meridian.rehearse;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveResources;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import java.util.SortedSet;
import java.util.TreeSet;

/** What exists where a deployment is rehearsed. */
final class ExistingResources {
  private ExistingResources() {}

  /**
   * The resources of the types that the stacks of {@code deployment} create. Services that it does
   * not use are not asked, because other emulators lack some of them.
   *
   * @param plan compiled from {@code deployment}
   */
  static SortedSet<String> of(Deployment deployment, RoutingPlan plan, AwsAccess access)
      throws AwsReadException {
    SortedSet<String> regions = new TreeSet<>(deployment.regions().keySet());
    SortedSet<String> found =
        new TreeSet<>(LiveResources.in(regions, !deployment.accelerators().isEmpty(), access));
    if (!deployment.switches().isEmpty()) {
      found.addAll(LiveResources.ofRecoveryControl(access));
    }
    if (deployment.privateZone().filter(zone -> !zone.resolver().isEmpty()).isPresent()) {
      found.addAll(LiveResources.ofResolver(regions, access));
    }
    if (hasLogs(deployment, plan)) {
      regions.add(deployment.stacks().dns().awsRegion());
      found.addAll(LiveResources.logGroups(regions, access));
    }
    return found;
  }

  /** Query logs, or the log of the function that adjusts weights. */
  private static boolean hasLogs(Deployment deployment, RoutingPlan plan) {
    return !AdjustedWeights.of(deployment, plan).isEmpty()
        || deployment
            .privateZone()
            .filter(zone -> zone.resolver().queryLog().isPresent())
            .isPresent();
  }
}
