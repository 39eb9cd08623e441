package dev.meridian.preview;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;

/** Which changes of a health check the AWS provider makes by replacing it. */
final class HealthCheckReplacement implements HealthCheckConfig.Cases<Object> {
  private static final HealthCheckReplacement FIXED = new HealthCheckReplacement();

  private HealthCheckReplacement() {}

  /**
   * Whether the type, the interval, the latency measurement, or the routing control differs. These
   * arguments are {@code ForceNew}.
   *
   * @see <a
   *     href="https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/route53/health_check.go">
   *     schema of aws_route53_health_check</a>
   */
  static boolean isNeeded(HealthCheck before, HealthCheck after) {
    return !before.config().accept(FIXED).equals(after.config().accept(FIXED));
  }

  @Override
  public Object endpoint(HealthCheckConfig.Endpoint config) {
    return config.type()
        + " "
        + config.probing().interval()
        + " "
        + config.probing().measureLatency();
  }

  @Override
  public Object calculated(HealthCheckConfig.Calculated config) {
    return "CALCULATED";
  }

  @Override
  public Object cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
    return "CLOUDWATCH_METRIC";
  }

  @Override
  public Object recoveryControl(HealthCheckConfig.RecoveryControl config) {
    return "RECOVERY_CONTROL " + config.routingControlArn();
  }

  @Override
  public Object unidentified(HealthCheckConfig.Unidentified config) {
    return "";
  }
}
