package dev.meridian.cli;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.sns.SnsClient;

/** Somebody who changes the site of us-east-1 and its alerts by hand, on the local AWS. */
record Drift(URI endpoint) {
  private static final int OTHER_PORT = 81;

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
        .build();
  }

  /** The alarm of that health check goes off later, and tells nobody. */
  void alarm(String healthCheck) {
    try (CloudWatchClient client = client(CloudWatchClient.builder())) {
      MetricAlarm alarm =
          client.describeAlarms().metricAlarms().stream()
              .filter(one -> one.alarmName().endsWith("-" + healthCheck))
              .findFirst()
              .orElseThrow();
      client.putMetricAlarm(
          request ->
              request
                  .alarmName(alarm.alarmName())
                  .namespace(alarm.namespace())
                  .metricName(alarm.metricName())
                  .dimensions(alarm.dimensions())
                  .statistic(alarm.statistic())
                  .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                  .threshold(alarm.threshold())
                  .period(alarm.period())
                  .evaluationPeriods(3)
                  .treatMissingData(alarm.treatMissingData())
                  .actionsEnabled(false)
                  .alarmActions(alarm.alarmActions())
                  .okActions(alarm.okActions()));
    }
  }

  /** Nobody gets mail any more. */
  void subscriptions() {
    try (SnsClient client = client(SnsClient.builder())) {
      client
          .listSubscriptions()
          .subscriptions()
          .forEach(one -> client.unsubscribe(r -> r.subscriptionArn(one.subscriptionArn())));
    }
  }

  /** Port 80 leads away, and the target group checks something else. */
  void loadBalancer() {
    try (ElasticLoadBalancingV2Client client = client(ElasticLoadBalancingV2Client.builder())) {
      client.modifyTargetGroup(
          request ->
              request.targetGroupArn(group(client).targetGroupArn()).healthCheckPath("/other"));
      Listener http = listener(client, 80);
      Action away =
          Action.builder()
              .type(ActionTypeEnum.REDIRECT)
              .redirectConfig(
                  to ->
                      to.protocol("HTTPS")
                          .port("443")
                          .statusCode(RedirectActionStatusCodeEnum.HTTP_301))
              .build();
      client.modifyListener(
          request -> request.listenerArn(http.listenerArn()).defaultActions(away));
    }
  }

  /** A listener and an opening that Terraform knows nothing of. */
  void openDoors() {
    try (ElasticLoadBalancingV2Client client = client(ElasticLoadBalancingV2Client.builder());
        Ec2Client ec2 = client(Ec2Client.builder())) {
      LoadBalancer balancer = balancer(client);
      Action forward =
          Action.builder()
              .type(ActionTypeEnum.FORWARD)
              .targetGroupArn(group(client).targetGroupArn())
              .build();
      client.createListener(
          request ->
              request
                  .loadBalancerArn(balancer.loadBalancerArn())
                  .port(OTHER_PORT)
                  .protocol(ProtocolEnum.HTTP)
                  .defaultActions(forward));
      ec2.authorizeSecurityGroupIngress(
          request -> request.groupId(balancer.securityGroups().get(0)).ipPermissions(door()));
    }
  }

  /** Undoes {@link #openDoors}, which no apply would. */
  void closeDoors() {
    try (ElasticLoadBalancingV2Client client = client(ElasticLoadBalancingV2Client.builder());
        Ec2Client ec2 = client(Ec2Client.builder())) {
      String listener = listener(client, OTHER_PORT).listenerArn();
      client.deleteListener(request -> request.listenerArn(listener));
      ec2.revokeSecurityGroupIngress(
          request ->
              request.groupId(balancer(client).securityGroups().get(0)).ipPermissions(door()));
    }
  }

  private static IpPermission door() {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(OTHER_PORT)
        .toPort(OTHER_PORT)
        .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
        .build();
  }

  /** There may be more servers. */
  void servers() {
    try (AutoScalingClient client = client(AutoScalingClient.builder())) {
      String name =
          client.describeAutoScalingGroups().autoScalingGroups().get(0).autoScalingGroupName();
      client.updateAutoScalingGroup(r -> r.autoScalingGroupName(name).maxSize(9));
    }
  }

  private static LoadBalancer balancer(ElasticLoadBalancingV2Client client) {
    return client.describeLoadBalancers().loadBalancers().stream()
        .filter(one -> one.type() == LoadBalancerTypeEnum.APPLICATION)
        .findFirst()
        .orElseThrow();
  }

  private static Listener listener(ElasticLoadBalancingV2Client client, int port) {
    return client
        .describeListeners(r -> r.loadBalancerArn(balancer(client).loadBalancerArn()))
        .listeners()
        .stream()
        .filter(one -> one.port() == port)
        .findFirst()
        .orElseThrow();
  }

  private static TargetGroup group(ElasticLoadBalancingV2Client client) {
    return client
        .describeTargetGroups(r -> r.loadBalancerArn(balancer(client).loadBalancerArn()))
        .targetGroups()
        .get(0);
  }
}
