package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.name.AwsName;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.Map;
import java.util.TreeMap;

/** The alarm on a health check, as the DNS stack creates it. */
public final class HealthAlarm {
  static final String NAMESPACE = "AWS/Route53";
  static final String METRIC = "HealthCheckStatus";
  static final String DIMENSION = "HealthCheckId";
  static final String STATISTIC = "Minimum";
  static final String COMPARISON = "LessThanThreshold";
  static final double THRESHOLD = 1;
  static final int EVALUATION_PERIODS = 1;
  static final String MISSING_DATA = "breaching";

  /** Route 53 publishes one data point per minute (Developer Guide, monitoring-health-checks). */
  static final int PERIOD = 60;

  /** CloudWatch API, PutMetricAlarm.AlarmName. */
  private static final int MAX_NAME = 255;

  private HealthAlarm() {}

  /** The name of the alarm on the health check {@code id}. */
  public static String name(Deployment deployment, String id) {
    return name(AwsResourceNames.topic(deployment), id);
  }

  static String name(String topic, String id) {
    return AwsName.of(topic, id, MAX_NAME);
  }

  /**
   * The alarm's metric and condition, by field; {@code awsId} is the health check's id in Route 53.
   */
  public static Map<String, String> fields(String awsId) {
    return new TreeMap<>(
        Map.of(
            "namespace",
            NAMESPACE,
            "metric",
            METRIC,
            DIMENSION,
            awsId,
            "statistic",
            STATISTIC,
            "comparison",
            COMPARISON,
            "threshold",
            String.valueOf(THRESHOLD),
            "period",
            String.valueOf(PERIOD),
            "evaluation periods",
            String.valueOf(EVALUATION_PERIODS),
            "missing data",
            MISSING_DATA,
            "actions enabled",
            "true"));
  }
}
