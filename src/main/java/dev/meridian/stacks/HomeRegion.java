package dev.meridian.stacks;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.config.Deployment;

/**
 * The region in which a partition's Route 53 lives: its health checks' metrics, and so the alarms
 * on them, are nowhere else.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html">Monitoring
 *     hosted zones and health checks</a>
 */
public final class HomeRegion {
  private HomeRegion() {}

  /** All regions of a file are in one partition, because one account is. */
  public static String of(Deployment deployment) {
    return deployment.regions().keySet().stream()
        .flatMap(code -> AwsRegions.byCode(code).stream())
        .map(AwsRegion::partition)
        .findFirst()
        .map(HomeRegion::of)
        .orElse(of(Partition.AWS));
  }

  private static String of(Partition partition) {
    return switch (partition) {
      case AWS -> "us-east-1";
      case AWS_CN -> "cn-northwest-1";
      case AWS_US_GOV -> "us-gov-west-1";
      case AWS_EUSC -> "eusc-de-east-1";
    };
  }
}
