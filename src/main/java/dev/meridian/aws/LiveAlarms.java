package dev.meridian.aws;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads metric alarms. */
public final class LiveAlarms {
  /** The maximum number of names in a DescribeAlarms request. */
  private static final int NAMED_AT_ONCE = 100;

  private static final String UNKNOWN = "not known";

  private LiveAlarms() {}

  /**
   * An alarm.
   *
   * @param fields the metric and the condition, by field such as {@code threshold}
   * @param alarmActions ARNs that it notifies when it goes into the ALARM state
   * @param okActions ARNs that it notifies when it returns to the OK state
   * @param state {@code OK}, {@code ALARM}, or {@code INSUFFICIENT_DATA}
   * @param since when that became its state; null if CloudWatch does not say
   */
  public record Alarm(
      String name,
      SortedMap<String, String> fields,
      List<String> alarmActions,
      List<String> okActions,
      String state,
      @Nullable Instant since) {}

  /** The alarms in {@code names} that exist, by name, in the region of Route 53's metrics. */
  public static SortedMap<String, Alarm> named(List<String> names, AwsAccess access)
      throws AwsReadException {
    SortedMap<String, Alarm> alarms = new TreeMap<>();
    try (CloudWatchClient cloudWatch = access.cloudWatch()) {
      return AwsReadException.reading(
          "the alarms of " + access.home(),
          () -> {
            for (List<String> some : Batches.of(names, NAMED_AT_ONCE)) {
              cloudWatch
                  .describeAlarmsPaginator(request -> request.alarmNames(some))
                  .metricAlarms()
                  .forEach(alarm -> alarms.put(alarm.alarmName(), read(alarm)));
            }
            return alarms;
          });
    }
  }

  private static Alarm read(MetricAlarm alarm) {
    TextFields fields =
        new TextFields()
            .with("namespace", alarm.namespace())
            .with("metric", alarm.metricName())
            .with("statistic", alarm.statisticAsString())
            .with("comparison", alarm.comparisonOperatorAsString())
            .with("threshold", alarm.threshold())
            .with("period", alarm.period())
            .with("evaluation periods", alarm.evaluationPeriods())
            .with("missing data", alarm.treatMissingData())
            .with("actions enabled", Boolean.TRUE.equals(alarm.actionsEnabled()));
    alarm.dimensions().forEach(one -> fields.with(one.name(), one.value()));
    return new Alarm(
        alarm.alarmName(),
        fields.map(),
        List.copyOf(alarm.alarmActions()),
        List.copyOf(alarm.okActions()),
        Objects.requireNonNullElse(alarm.stateValueAsString(), UNKNOWN),
        alarm.stateTransitionedTimestamp());
  }
}
