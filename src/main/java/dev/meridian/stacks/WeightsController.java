package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformLocal;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTarget;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfig;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermission;
import com.hashicorp.cdktf.providers.aws.ssm_parameter.SsmParameter;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.name.AwsName;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The AWS Lambda function that adjusts weights, with what starts it, what it may do, and what it
 * remembers. docs/weights.md describes it.
 *
 * @param zone the expression that names the hosted zone
 */
record WeightsController(
    Construct stack,
    Deployment deployment,
    RoutingPlan plan,
    String zone,
    ValueReferences references) {
  private static final String WEIGHTS = "weights";
  private static final String FUNCTION = "aws_lambda_function.weights";
  private static final int TIMEOUT = 60;
  private static final int MEMORY = 256;
  private static final int LOG_DAYS = 90;
  private static final int ALARM_PERIOD = 300;

  /** EventBridge API, PutRule.Name. */
  private static final int MAX_RULE = 64;

  /** CloudWatch API, PutMetricAlarm.AlarmName. */
  private static final int MAX_ALARM = 255;

  void add() {
    String name = AwsResourceNames.weights(deployment);
    String path = "/meridian/" + AwsResourceNames.prefix(deployment) + "/weights/";
    WeightsSettings settings = new WeightsSettings(deployment, plan, references);
    parameter("freeze", path, "off");
    parameter("state", path, "{}");
    CloudwatchLogGroup log =
        named(
            WEIGHTS,
            CloudwatchLogGroup.Builder.create(stack, "aws_cloudwatch_log_group.weights")
                .name("/aws/lambda/" + name)
                .retentionInDays(LOG_DAYS)
                .build());
    ITerraformDependable permissions = new WeightsRole(stack, name, zone, settings).add();
    settings(settings);
    function(name, List.of(log, permissions));
    named(
        WEIGHTS,
        LambdaFunctionEventInvokeConfig.Builder.create(
                stack, "aws_lambda_function_event_invoke_config.weights")
            .functionName(reference(FUNCTION + ".function_name"))
            .maximumRetryAttempts(0)
            .maximumEventAgeInSeconds(TIMEOUT)
            .build());
    schedule(name);
    onAlarms(settings);
    alarm(name);
  }

  /** Terraform creates a parameter with its first value, and never changes the value again. */
  private void parameter(String id, String path, String value) {
    named(
        WEIGHTS + "_" + id,
        SsmParameter.Builder.create(stack, "aws_ssm_parameter.weights_" + id)
            .name(path + id)
            .type("String")
            .value(literal(value))
            .lifecycle(TerraformResourceLifecycle.builder().ignoreChanges(List.of("value")).build())
            .build());
  }

  private void settings(WeightsSettings settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("zone", reference(zone + ".zone_id"));
    all.put("freeze", reference("aws_ssm_parameter.weights_freeze.name"));
    all.put("state", reference("aws_ssm_parameter.weights_state.name"));
    all.put("regions", settings.balancers());
    all.put("names", settings.adjusted());
    named(WEIGHTS, new TerraformLocal(stack, "local.weights", all));
  }

  private void function(String name, List<ITerraformDependable> before) {
    named(
        WEIGHTS,
        LambdaFunction.Builder.create(stack, FUNCTION)
            .functionName(name)
            .description("Adjusts Route 53 weights to CloudWatch metrics")
            .role(reference("aws_iam_role.weights.arn"))
            .runtime("python3.13")
            .architectures(List.of("arm64"))
            .handler(WeightsFunction.HANDLER)
            .filename(WeightsFunction.PATH)
            .sourceCodeHash(literal(WeightsFunction.hash()))
            .timeout(TIMEOUT)
            .memorySize(MEMORY)
            .environment(
                LambdaFunctionEnvironment.builder()
                    .variables(Map.of("CONFIG", reference("jsonencode(local.weights)")))
                    .build())
            .dependsOn(before)
            .build());
  }

  private void schedule(String name) {
    named(
        WEIGHTS,
        CloudwatchEventRule.Builder.create(stack, "aws_cloudwatch_event_rule.weights")
            .name(name)
            .description("Adjusts weights every minute")
            .scheduleExpression(literal("rate(1 minute)"))
            .build());
    invokes(WEIGHTS);
  }

  /** The alarms on the health checks, which are in the same region, and those that abort ramps. */
  private void onAlarms(WeightsSettings settings) {
    List<String> alarms = new ArrayList<>();
    if (deployment.alerts().enabled()) {
      alarms.add("{\"prefix\":\"" + AwsResourceNames.topic(deployment) + "-\"}");
    }
    settings.alarms().forEach(alarm -> alarms.add(quoted(alarm)));
    if (alarms.isEmpty()) {
      return;
    }
    String rule = WEIGHTS + "_alarms";
    String pattern =
        "{\"detail\":{\"alarmName\":["
            + String.join(",", alarms)
            + "]},\"detail-type\":[\"CloudWatch Alarm State Change\"],"
            + "\"source\":[\"aws.cloudwatch\"]}";
    named(
        rule,
        CloudwatchEventRule.Builder.create(stack, "aws_cloudwatch_event_rule." + rule)
            .name(AwsName.of(AwsResourceNames.prefix(deployment), "weights-alarms", MAX_RULE))
            .description(
                settings.alarms().isEmpty()
                    ? "Adjusts weights when the alarm on a health check changes its state"
                    : "Adjusts weights when an alarm changes its state")
            .eventPattern(literal(pattern))
            .build());
    invokes(rule);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void invokes(String rule) {
    named(
        rule,
        CloudwatchEventTarget.Builder.create(stack, "aws_cloudwatch_event_target." + rule)
            .rule(reference("aws_cloudwatch_event_rule." + rule + ".name"))
            .arn(reference(FUNCTION + ".arn"))
            .build());
    named(
        rule,
        LambdaPermission.Builder.create(stack, "aws_lambda_permission." + rule)
            .statementId(rule)
            .action("lambda:InvokeFunction")
            .functionName(reference(FUNCTION + ".function_name"))
            .principal("events.amazonaws.com")
            .sourceArn(reference("aws_cloudwatch_event_rule." + rule + ".arn"))
            .build());
  }

  /** A function that fails changes nothing, so somebody has to know. */
  private void alarm(String name) {
    CloudwatchMetricAlarm.Builder alarm =
        CloudwatchMetricAlarm.Builder.create(stack, "aws_cloudwatch_metric_alarm.weights_failing")
            .alarmName(AwsName.of(name, "failing", MAX_ALARM))
            .alarmDescription("The function that adjusts weights fails")
            .namespace("AWS/Lambda")
            .metricName("Errors")
            .dimensions(Map.of("FunctionName", reference(FUNCTION + ".function_name")))
            .statistic("Sum")
            .comparisonOperator("GreaterThanThreshold")
            .threshold(0)
            .period(ALARM_PERIOD)
            .evaluationPeriods(1)
            .treatMissingData("notBreaching");
    if (deployment.alerts().enabled()) {
      List<String> topic = List.of(Notifications.topicArn(deployment.alerts()));
      alarm.alarmActions(topic).okActions(topic);
    }
    named("weights_failing", alarm.build());
  }
}
