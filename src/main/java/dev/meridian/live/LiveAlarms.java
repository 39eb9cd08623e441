package dev.meridian.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads metric alarms. */
public final class LiveAlarms {
  /** The most names DescribeAlarms takes. */
  private static final int NAMED_AT_ONCE = 100;

  private LiveAlarms() {}

  /**
   * An alarm.
   *
   * @param fields what it watches and when it goes off, by field such as {@code threshold}
   * @param alarmActions ARNs of what it tells when it goes off
   * @param okActions ARNs of what it tells when all is well again
   */
  public record Alarm(
      String name,
      SortedMap<String, String> fields,
      List<String> alarmActions,
      List<String> okActions) {}

  /** Those of {@code names} that exist, by name; in the region of Route 53's metrics. */
  public static SortedMap<String, Alarm> named(Collection<String> names, AwsAccess access)
      throws LiveFailed {
    List<String> all = List.copyOf(names);
    SortedMap<String, Alarm> alarms = new TreeMap<>();
    try (CloudWatchClient cloudWatch = access.cloudWatch()) {
      return LiveFailed.reading(
          "the alarms of " + access.home(),
          () -> {
            for (int from = 0; from < all.size(); from += NAMED_AT_ONCE) {
              List<String> some = all.subList(from, Math.min(from + NAMED_AT_ONCE, all.size()));
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
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "namespace", alarm.namespace());
    put(fields, "metric", alarm.metricName());
    for (Dimension dimension : alarm.dimensions()) {
      put(fields, dimension.name(), dimension.value());
    }
    put(fields, "statistic", alarm.statisticAsString());
    put(fields, "comparison", alarm.comparisonOperatorAsString());
    put(fields, "threshold", alarm.threshold());
    put(fields, "period", alarm.period());
    put(fields, "evaluation periods", alarm.evaluationPeriods());
    put(fields, "missing data", alarm.treatMissingData());
    put(fields, "actions enabled", Boolean.TRUE.equals(alarm.actionsEnabled()));
    return new Alarm(
        alarm.alarmName(),
        fields,
        new ArrayList<>(alarm.alarmActions()),
        new ArrayList<>(alarm.okActions()));
  }

  private static void put(SortedMap<String, String> fields, String field, @Nullable Object value) {
    if (value != null) {
      fields.put(field, value.toString());
    }
  }
}
