package dev.meridian.stacks.region;

import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import dev.meridian.stacks.hcl.HclText;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * The alarm that the health check of an internal load balancer follows: it goes off when no node of
 * the load balancer has a healthy target. Each node reports the targets of its availability zone, so
 * the maximum counts.
 *
 * @param name its name in AWS, which the health check contains
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">Metrics
 *     of Application Load Balancers</a>
 */
public record InternalAlarm(Construct stack, String name) {
  /** Elastic Load Balancing reports metrics once a minute. */
  private static final int PERIOD = 60;

  private static final LoadBalancer.Scheme INTERNAL = LoadBalancer.Scheme.INTERNAL;

  public void build() {
    named(
        "internal",
        CloudwatchMetricAlarm.Builder.create(stack, "aws_cloudwatch_metric_alarm.internal")
            .alarmName(name)
            .alarmDescription("The internal load balancer has no healthy targets")
            .namespace("AWS/ApplicationELB")
            .metricName("HealthyHostCount")
            .dimensions(
                new TreeMap<>(
                    Map.of(
                        HclText.key("LoadBalancer"),
                        INTERNAL.balancer("arn_suffix"),
                        HclText.key("TargetGroup"),
                        INTERNAL.targetGroup("arn_suffix"))))
            .statistic("Maximum")
            .comparisonOperator("LessThanThreshold")
            .threshold(1)
            .period(PERIOD)
            .evaluationPeriods(1)
            .treatMissingData("breaching")
            .build());
  }
}
