package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.moved;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.TerraformVariable;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.model.HealthCheck;
import dev.meridian.stacks.name.Named;
import dev.meridian.stacks.name.TerraformNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Messages when a health check fails, and when it recovers. The default policy of the topic lets
 * alarms of the same account publish.
 *
 * @param name the name of the topic, and the prefix of the alarms' names
 */
record Notifications(Construct stack, String name, TerraformNames names, Alerts alerts) {

  /** The ARN of the topic, as text or as a reference. */
  static String topicArn(Alerts alerts) {
    return alerts.existingTopic().orElse(reference("aws_sns_topic.health.arn"));
  }

  /** Adds everything, and returns the topic unless it exists already. */
  Optional<SnsTopic> add(List<HealthCheck> checks) {
    Optional<SnsTopic> topic =
        alerts.existingTopic().isPresent()
            ? Optional.empty()
            : Optional.of(
                named(
                    "health",
                    SnsTopic.Builder.create(stack, "aws_sns_topic.health").name(name).build()));
    Named<String> subscriptions = TerraformNames.ofEmails(alerts.emails());
    for (String email : subscriptions.keys()) {
      String resource = subscriptions.of(email);
      SnsTopicSubscription added =
          subscription(resource).protocol("email").endpoint(literal(email)).build();
      moved(subscriptions.earlier(email), resource, added);
    }
    alerts.https().forEach(this::https);
    checks.forEach(this::alarm);
    return topic;
  }

  private SnsTopicSubscription.Builder subscription(String resource) {
    return SnsTopicSubscription.Builder.create(stack, "aws_sns_topic_subscription." + resource)
        .topicArn(topicArn(alerts));
  }

  /**
   * Without {@code endpoint_auto_confirms}: an apply neither waits for an endpoint that is down nor
   * fails because of it (docs/adr/0066).
   */
  private void https(HttpsEndpoint endpoint) {
    String resource = TerraformNames.httpsEndpoint(endpoint.address());
    SnsTopicSubscription.Builder subscription =
        subscription(resource)
            .protocol("https")
            .endpoint(endpoint.address().accept(new Endpoint()));
    if (endpoint.raw()) {
      subscription.rawMessageDelivery(true);
    }
    named(resource, subscription.build());
  }

  /** The argument {@code endpoint}, with the variable that it needs. */
  private final class Endpoint implements HttpsEndpoint.Cases<String> {
    @Override
    public String url(HttpsEndpoint.Url url) {
      return literal(url.text());
    }

    @Override
    public String variable(HttpsEndpoint.Variable variable) {
      named(
          variable.name(),
          TerraformVariable.Builder.create(stack, "variable." + variable.name())
              .type("string")
              .description("HTTPS endpoint that gets alerts")
              .sensitive(true)
              .build());
      return reference("var." + variable.name());
    }
  }

  private void alarm(HealthCheck check) {
    String resource = names.healthCheck(check.id());
    String id = reference("aws_route53_health_check." + resource + ".id");
    named(
        resource,
        CloudwatchMetricAlarm.Builder.create(stack, "aws_cloudwatch_metric_alarm." + resource)
            .alarmName(literal(HealthAlarm.name(name, check.id())))
            .alarmDescription(literal("Route 53 health check " + check.id() + " is unhealthy"))
            .namespace(HealthAlarm.NAMESPACE)
            .metricName(HealthAlarm.METRIC)
            .dimensions(Map.of(HealthAlarm.DIMENSION, id))
            .statistic(HealthAlarm.STATISTIC)
            .comparisonOperator(HealthAlarm.COMPARISON)
            .threshold(HealthAlarm.THRESHOLD)
            .period(HealthAlarm.PERIOD)
            .evaluationPeriods(HealthAlarm.EVALUATION_PERIODS)
            .treatMissingData(HealthAlarm.MISSING_DATA)
            .alarmActions(List.of(topicArn(alerts)))
            .okActions(List.of(topicArn(alerts)))
            .build());
  }
}
