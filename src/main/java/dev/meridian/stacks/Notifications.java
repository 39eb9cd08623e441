package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.moved;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import dev.meridian.declaration.Alerts;
import dev.meridian.model.HealthCheck;
import dev.meridian.stacks.name.Named;
import dev.meridian.stacks.name.TerraformNames;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Email when a health check fails, and when it recovers. The default policy of the topic lets
 * alarms of the same account publish.
 *
 * @param name the name of the topic, and the prefix of the alarms' names
 */
record Notifications(Construct stack, String name, TerraformNames names) {
  private static final String TOPIC_ARN = reference("aws_sns_topic.health.arn");

  SnsTopic add(Alerts alerts, List<HealthCheck> checks) {
    SnsTopic topic =
        named("health", SnsTopic.Builder.create(stack, "aws_sns_topic.health").name(name).build());
    Named<String> subscriptions = TerraformNames.ofEmails(alerts.emails());
    subscriptions.keys().forEach(email -> subscription(email, subscriptions));
    checks.forEach(this::alarm);
    return topic;
  }

  private void subscription(String email, Named<String> subscriptions) {
    String resource = subscriptions.of(email);
    moved(
        subscriptions.earlier(email),
        resource,
        SnsTopicSubscription.Builder.create(stack, "aws_sns_topic_subscription." + resource)
            .topicArn(TOPIC_ARN)
            .protocol("email")
            .endpoint(literal(email))
            .build());
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
            .alarmActions(List.of(TOPIC_ARN))
            .okActions(List.of(TOPIC_ARN))
            .build());
  }
}
