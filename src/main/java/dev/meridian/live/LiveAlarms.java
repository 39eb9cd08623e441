package dev.meridian.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads the alarms on health checks. */
public final class LiveAlarms {
  private static final String NAMESPACE = "AWS/Route53";
  private static final String DIMENSION = "HealthCheckId";

  private LiveAlarms() {}

  /**
   * An alarm.
   *
   * @param state {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
   * @param alarmActions ARNs of what it tells, when it goes off
   */
  public record Alarm(
      String name,
      String metric,
      String state,
      boolean actionsEnabled,
      List<String> alarmActions,
      List<String> okActions) {}

  /** The alarms by Route 53's id of their health check. */
  public static SortedMap<String, List<Alarm>> byHealthCheck(AwsAccess access) throws LiveFailed {
    SortedMap<String, List<Alarm>> alarms = new TreeMap<>();
    try (CloudWatchClient cloudWatch = access.cloudWatch()) {
      LiveFailed.reading(
          "the alarms of " + access.home(),
          () -> {
            cloudWatch.describeAlarmsPaginator().metricAlarms().stream()
                .filter(alarm -> NAMESPACE.equals(alarm.namespace()))
                .forEach(alarm -> add(alarm, alarms));
            return alarms;
          });
    }
    return alarms;
  }

  private static void add(MetricAlarm alarm, SortedMap<String, List<Alarm>> alarms) {
    for (Dimension dimension : alarm.dimensions()) {
      if (DIMENSION.equals(dimension.name())) {
        alarms.computeIfAbsent(dimension.value(), id -> new ArrayList<>()).add(read(alarm));
      }
    }
  }

  private static Alarm read(MetricAlarm alarm) {
    return new Alarm(
        alarm.alarmName(),
        alarm.metricName(),
        alarm.stateValueAsString(),
        Boolean.TRUE.equals(alarm.actionsEnabled()),
        List.copyOf(alarm.alarmActions()),
        List.copyOf(alarm.okActions()));
  }
}
