package dev.meridian.catalog;

import java.util.Arrays;

/** A group of AWS Regions with its own accounts. An account belongs to exactly one partition. */
public enum Partition {
  AWS("aws", "us-east-1"),
  AWS_CN("aws-cn", "cn-northwest-1"),
  AWS_US_GOV("aws-us-gov", "us-gov-west-1"),
  AWS_EUSC("aws-eusc", "eusc-de-east-1");

  private final String id;
  private final String route53Region;

  Partition(String id, String route53Region) {
    this.id = id;
    this.route53Region = route53Region;
  }

  /** The ID in the second part of an ARN, such as {@code aws-cn}. */
  public String id() {
    return id;
  }

  /**
   * The code of the region with the metrics of Route 53's health checks. Alarms on these metrics
   * work only in this region.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html">Monitoring
   *     hosted zones and health checks</a>
   */
  public String route53Region() {
    return route53Region;
  }

  static Partition of(String id) {
    return Arrays.stream(values())
        .filter(partition -> partition.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no partition " + id));
  }
}
