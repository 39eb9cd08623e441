package com.example.shop;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A construct of our own: a topic, and an alarm while a load balancer's targets are slow. */
final class SlowAnswers extends Construct {

  /**
   * @param seconds the average response time above which the alarm fires
   */
  SlowAnswers(Construct scope, String id, Lb loadBalancer, double seconds) {
    super(scope, id);
    SnsTopic topic = SnsTopic.Builder.create(this, "topic").namePrefix("slow-answers-").build();
    CloudwatchMetricAlarm.Builder.create(this, "alarm")
        .alarmName("shop-slow-answers")
        .namespace("AWS/ApplicationELB")
        .metricName("TargetResponseTime")
        .dimensions(Map.of("LoadBalancer", loadBalancer.getArnSuffix()))
        .statistic("Average")
        .comparisonOperator("GreaterThanThreshold")
        .threshold(seconds)
        .period(60)
        .evaluationPeriods(5)
        .alarmActions(List.of(topic.getArn()))
        .build();

    // This resource is not in Meridian's bindings, so its arguments are set as overrides.
    TerraformResource webAcl =
        new TerraformResource(
            this,
            "web_acl",
            TerraformResourceConfig.builder()
                .terraformResourceType("aws_wafv2_web_acl_association")
                .build());
    webAcl.addOverride("resource_arn", loadBalancer.getArn());
    webAcl.addOverride(
        "web_acl_arn", "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/shop/1234");
  }
}
