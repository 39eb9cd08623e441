package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAlarms;
import dev.meridian.aws.LiveTopics;
import dev.meridian.aws.LiveTopics.LiveTopic;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.HealthAlarm;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the alarm on each health check, and its subscriptions. */
final class AlertComparison {
  private static final String CONFIRMED = "confirmed";
  private static final Pattern PASSWORD = Pattern.compile("^(https://[^/?#:@]*):[^/?#@]*@");

  private final Deployment deployment;
  private final Alerts alerts;
  private final Map<String, String> environment;
  private final FieldComparison comparison = new FieldComparison();
  private final List<String> notCompared = new ArrayList<>();

  /**
   * @param environment the environment variables, which may have the values of variables
   */
  AlertComparison(Deployment deployment, Map<String, String> environment) {
    this.deployment = deployment;
    this.alerts = deployment.alerts();
    this.environment = environment;
  }

  /** What could not be compared, complete after {@link #compare}. */
  List<String> notCompared() {
    return List.copyOf(notCompared);
  }

  /** {@code awsIds} maps the ids of the plan's health checks to Route 53's. */
  List<Difference> compare(RoutingPlan plan, SortedMap<String, String> awsIds, AwsAccess access)
      throws AwsReadException {
    if (!alerts.enabled()) {
      return List.of();
    }
    String arn = topic(access);
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

  /** Compares the topic, and returns its ARN. */
  private String topic(AwsAccess access) throws AwsReadException {
    if (alerts.existingTopic().isEmpty()) {
      String name = AwsResourceNames.topic(deployment);
      Optional<LiveTopic> topic = LiveTopics.named(name, access);
      topic("topic " + name, topic);
      return topic.map(LiveTopic::arn).orElse("the topic");
    }
    String arn = alerts.existingTopic().get();
    try {
      topic("topic " + arn, LiveTopics.at(arn, access));
    } catch (AwsReadException e) {
      // It can belong to another team or account, which lets alarms publish and nobody read.
      notCompared.add("the subscriptions of a topic that exists: " + e.getMessage());
    }
    return arn;
  }

  private void topic(String subject, Optional<LiveTopic> topic) {
    if (topic.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    for (String email : alerts.emails()) {
      subscription(subject + ": email to " + email, topic.get().emails().get(email));
    }
    for (HttpsEndpoint endpoint : alerts.https()) {
      String of = subject + ": " + endpoint.address();
      endpoint
          .address()
          .accept(new KnownUrl(of))
          .ifPresent(url -> subscription(of, topic.get().https().get(url)));
    }
  }

  /**
   * @param confirmed null if there is no subscription
   */
  private void subscription(String subject, @Nullable Boolean confirmed) {
    if (confirmed == null) {
      comparison.missing(subject);
    } else {
      comparison.expect(subject, CONFIRMED, true, confirmed);
    }
  }

  /** The URL as SNS shows it, unless it is not known. */
  private final class KnownUrl implements HttpsEndpoint.Cases<Optional<String>> {
    private final String subject;

    KnownUrl(String subject) {
      this.subject = subject;
    }

    @Override
    public Optional<String> url(HttpsEndpoint.Url url) {
      return Optional.of(url.text());
    }

    @Override
    public Optional<String> variable(HttpsEndpoint.Variable variable) {
      String url = environment.get(variable.environmentVariable());
      if (url == null) {
        notCompared.add(
            subject
                + "; set "
                + variable.environmentVariable()
                + " as for Terraform to compare it");
        return Optional.empty();
      }
      return Optional.of(PASSWORD.matcher(url).replaceFirst("$1:****@"));
    }
  }
}
