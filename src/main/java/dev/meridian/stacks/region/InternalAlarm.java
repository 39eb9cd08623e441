package dev.meridian.stacks.region;

import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import dev.meridian.stacks.hcl.HclText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * The alarm that the health check of an internal load balancer follows: it goes off when no node of
 * the load balancer has a healthy target. Each node reports the targets of its availability zone,
 * so the maximum counts.
 *
 * @param name its name in AWS, which the health check contains
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">Metrics
 *     of Application Load Balancers</a>
 */
public record InternalAlarm(Construct stack, String name) {
  private static final String NAMESPACE = "AWS/ApplicationELB";
  private static final String METRIC = "HealthyHostCount";
  private static final String STATISTIC = "Maximum";
  private static final String COMPARISON = "LessThanThreshold";
  private static final double THRESHOLD = 1;
  private static final int EVALUATION_PERIODS = 1;
  private static final String MISSING_DATA = "breaching";

  /** Elastic Load Balancing reports metrics once a minute. */
  private static final int PERIOD = 60;

  private static final LoadBalancer.Scheme INTERNAL = LoadBalancer.Scheme.INTERNAL;

  /**
   * The alarm's metric and condition, by field.
   *
   * @param balancer the end of the load balancer's ARN, such as {@code app/shop-internal/0123}
   * @param targetGroup the end of the target group's ARN, such as {@code targetgroup/shop/0123}
   */
  public static SortedMap<String, String> fields(String balancer, String targetGroup) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("namespace", NAMESPACE);
    fields.put("metric", METRIC);
    fields.put("LoadBalancer", balancer);
    fields.put("TargetGroup", targetGroup);
    fields.put("statistic", STATISTIC);
    fields.put("comparison", COMPARISON);
    fields.put("threshold", String.valueOf(THRESHOLD));
    fields.put("period", String.valueOf(PERIOD));
    fields.put("evaluation periods", String.valueOf(EVALUATION_PERIODS));
    fields.put("missing data", MISSING_DATA);
    return fields;
  }

  public void build() {
    named(
        "internal",
        CloudwatchMetricAlarm.Builder.create(stack, "aws_cloudwatch_metric_alarm.internal")
            .alarmName(name)
            .alarmDescription("The internal load balancer has no healthy targets")
            .namespace(NAMESPACE)
            .metricName(METRIC)
            .dimensions(
                new TreeMap<>(
                    Map.of(
                        HclText.key("LoadBalancer"),
                        INTERNAL.balancer("arn_suffix"),
                        HclText.key("TargetGroup"),
                        INTERNAL.targetGroup("arn_suffix"))))
            .statistic(STATISTIC)
            .comparisonOperator(COMPARISON)
            .threshold(THRESHOLD)
            .period(PERIOD)
            .evaluationPeriods(EVALUATION_PERIODS)
            .treatMissingData(MISSING_DATA)
            .build());
  }
}
