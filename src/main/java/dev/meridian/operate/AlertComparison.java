package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAlarms;
import dev.meridian.aws.LiveTopics;
import dev.meridian.aws.LiveTopics.LiveTopic;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.HealthAlarm;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Compares the alarm on each health check, and its subscriptions. */
final class AlertComparison {
  private final Deployment deployment;
  private final FieldComparison comparison = new FieldComparison();

  AlertComparison(Deployment deployment) {
    this.deployment = deployment;
  }

  /** {@code awsIds} maps the ids of the plan's health checks to Route 53's. */
  List<Difference> compare(RoutingPlan plan, SortedMap<String, String> awsIds, AwsAccess access)
      throws AwsReadException {
    if (!deployment.alerts().enabled()) {
      return List.of();
    }
    Optional<LiveTopic> topic = LiveTopics.named(AwsResourceNames.topic(deployment), access);
    topic(topic);
    String arn = topic.map(LiveTopic::arn).orElse("the topic");
    List<String> names =
        plan.healthChecks().stream().map(c -> HealthAlarm.name(deployment, c.id())).toList();
    Map<String, LiveAlarms.Alarm> alarms = LiveAlarms.named(names, access);
    for (HealthCheck check : plan.healthChecks()) {
      String subject = "alarm of health check " + check.id();
      LiveAlarms.Alarm alarm = alarms.get(HealthAlarm.name(deployment, check.id()));
      if (alarm == null) {
        comparison.missing(subject);
        continue;
      }
      Map<String, String> expected = HealthAlarm.fields(awsIds.getOrDefault(check.id(), ""));
      // If the health check is missing, that is already a finding.
      expected.values().removeIf(String::isEmpty);
      comparison.expect(subject, expected, alarm.fields());
      comparison.expect(subject, "alarm actions", List.of(arn), alarm.alarmActions());
      comparison.expect(subject, "ok actions", List.of(arn), alarm.okActions());
    }
    return comparison.differences();
  }

  private void topic(Optional<LiveTopic> topic) {
    String subject = "topic " + AwsResourceNames.topic(deployment);
    if (topic.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    for (String email : deployment.alerts().emails()) {
      Boolean confirmed = topic.get().emails().get(email);
      if (confirmed == null) {
        comparison.missing(subject + ": email to " + email);
      } else {
        comparison.expect(subject + ": email to " + email, "confirmed", true, confirmed);
      }
    }
  }
}
