package dev.meridian.stacks;

import dev.meridian.config.Deployment;

/** What a region's resources are called at AWS, for those who look them up there. */
public final class SiteNames {
  private SiteNames() {}

  /** The Application Load Balancer. */
  public static String loadBalancer(Deployment deployment) {
    return AwsName.of(prefix(deployment), "alb", AwsName.LOAD_BALANCER);
  }

  /** The Auto Scaling group. */
  public static String servers(Deployment deployment) {
    return prefix(deployment);
  }

  /** The tag {@code Name} of a static address, counted from 1. */
  public static String staticAddress(Deployment deployment, int number) {
    return prefix(deployment) + "-static-" + number;
  }

  private static String prefix(Deployment deployment) {
    return deployment.application() + "-" + deployment.environment();
  }
}
