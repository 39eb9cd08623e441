package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertComparisonTest {
  private RecordedRegion region;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void start() throws IOException {
    region = new RecordedRegion();
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void whatTheStackCreatesIsAsDeclared() throws Exception {
    assertThat(differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AWS/Route53       | AWS/EC2            | namespace is AWS/EC2, expected AWS/Route53
          HealthCheckStatus | ConnectionTime     | metric is ConnectionTime, expected HealthCheckStatus
          aaaa-bbbb         | cccc               | HealthCheckId is cccc, expected aaaa-bbbb
          Minimum           | Maximum            | statistic is Maximum, expected Minimum
          LessThanThreshold | GreaterThanThreshold | comparison is GreaterThanThreshold, expected LessThanThreshold
          <Threshold>1.0    | <Threshold>0.5     | threshold is 0.5, expected 1.0
          <Period>60        | <Period>300        | period is 300, expected 60
          <EvaluationPeriods>1 | <EvaluationPeriods>3 | evaluation periods is 3, expected 1
          breaching         | ignore             | missing data is ignore, expected breaching
          <ActionsEnabled>true | <ActionsEnabled>false | actions enabled is false, expected true
          <AlarmActions><member>arn | <AlarmActions><member>x | alarm actions is [x:aws:sns:us-east-1:123456789012:shop-test-health], expected [arn:aws:sns:us-east-1:123456789012:shop-test-health]
          <OKActions><member>arn | <OKActions><member>x | ok actions is [x:aws:sns:us-east-1:123456789012:shop-test-health], expected [arn:aws:sns:us-east-1:123456789012:shop-test-health]
          """)
  void everyFieldOfAnAlarmIsCompared(String old, String other, String finding) throws Exception {
    region.aws.change("DescribeAlarms.xml", old, other);

    assertThat(differences()).containsExactly("alarm of health check eu-west-1: " + finding);
  }

  @Test
  void aMissingAlarmIsNamedByItsHealthCheck() throws Exception {
    region.aws.change("DescribeAlarms.xml", "health-eu-west-1", "other");

    assertThat(differences())
        .containsExactly("alarm of health check eu-west-1: presence is absent, expected present");
  }

  @Test
  void theAlarmOfAMissingHealthCheckIsNotAFindingOfItsOwn() throws Exception {
    assertThat(differences(Map.of())).isEmpty();
  }

  @Test
  void aMissingTopicIsNamedAndSoAreTheAlarmsThatCannotNotifyIt() throws Exception {
    region.aws.change("ListTopics.xml", "shop-test-health", "other");

    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: presence is absent, expected present",
            "alarm of health check eu-west-1: alarm actions is"
                + " [arn:aws:sns:us-east-1:123456789012:shop-test-health], expected [the topic]",
            "alarm of health check eu-west-1: ok actions is"
                + " [arn:aws:sns:us-east-1:123456789012:shop-test-health], expected [the topic]");
  }

  @Test
  void anAddressThatIsNotSubscribedIsNamed() throws Exception {
    region.aws.change("ListSubscriptionsByTopic.xml", "ops@example.com", "dev@example.com");

    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: email to ops@example.com: presence is absent, expected"
                + " present");
  }

  @Test
  void anUnconfirmedSubscriptionIsAFinding() throws Exception {
    region.aws.change(
        "ListSubscriptionsByTopic.xml",
        "arn:aws:sns:us-east-1:123456789012:shop-test-health:1c2d3e4f",
        "PendingConfirmation");

    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: email to ops@example.com: confirmed is false, expected true");
  }

  @Test
  void aSubscriptionOfAnotherProtocolIsNotAMail() throws Exception {
    region.aws.change("ListSubscriptionsByTopic.xml", "<Protocol>email", "<Protocol>email-json");

    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: email to ops@example.com: presence is absent, expected"
                + " present");
  }

  @Test
  void alertsThatAreTurnedOffAreNotCompared() throws Exception {
    region.declared("{email: [ops@example.com]}", "{enabled: false}");
    region.aws.change("ListTopics.xml", "shop-test-health", "other");

    assertThat(differences()).isEmpty();
  }

  @Test
  void anHttpsEndpointThatConfirmedIsAsDeclared() throws Exception {
    region.declared("{email: [ops@example.com]}", "{https: ['https://hooks.example.com/dns']}");
    subscribed("https://hooks.example.com/dns");

    assertThat(differences()).isEmpty();
  }

  @Test
  void anHttpsEndpointThatIsNotSubscribedIsNamedByItsHostOnly() throws Exception {
    region.declared("{email: [ops@example.com]}", "{https: ['https://hooks.example.com/s3cret']}");

    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: an endpoint on hooks.example.com: presence is absent,"
                + " expected present");
  }

  @Test
  void theUrlInAVariableIsComparedIfTheEnvironmentHasIt() throws Exception {
    region.declared("{email: [ops@example.com]}", "{https: [{variable: page_url}]}");
    subscribed("https://me:****@hooks.example.com/dns");
    environment = Map.of("TF_VAR_page_url", "https://me:s3cret@hooks.example.com/dns");

    assertThat(differences()).isEmpty();
    environment = Map.of("TF_VAR_page_url", "https://me:s3cret@hooks.example.com/other");
    assertThat(differences())
        .containsExactly(
            "topic shop-test-health: the endpoint in variable page_url: presence is absent,"
                + " expected present");
  }

  @Test
  void theUrlInAVariableIsOtherwiseNotCompared() throws Exception {
    region.declared("{email: [ops@example.com]}", "{https: [{variable: page_url}]}");
    AlertComparison comparison = new AlertComparison(region.deployment(), Map.of());
    comparison.compare(region.plan(), new TreeMap<>(), region.access());

    assertThat(comparison.notCompared())
        .containsExactly(
            "topic shop-test-health: the endpoint in variable page_url; set TF_VAR_page_url as for"
                + " Terraform to compare it");
  }

  @Test
  void alarmsNotifyTheTopicThatExists() throws Exception {
    String topic = "arn:aws:sns:us-east-1:123456789012:oncall";
    region.declared("{email: [ops@example.com]}", "{topic: '" + topic + "'}");
    String found =
        "[arn:aws:sns:us-east-1:123456789012:shop-test-health], expected [" + topic + "]";

    assertThat(differences())
        .containsExactly(
            "alarm of health check eu-west-1: alarm actions is " + found,
            "alarm of health check eu-west-1: ok actions is " + found);
  }

  @Test
  void theSubscriptionsOfATopicThatNobodyMayReadAreNotCompared() throws Exception {
    region.declared(
        "{email: [ops@example.com]}",
        "{topic: 'arn:aws:sns:us-east-1:123456789012:shop-test-health', email: [a@example.com]}");
    region.aws.fail("ListSubscriptionsByTopic.xml", 403);
    AlertComparison comparison = new AlertComparison(region.deployment(), Map.of());

    assertThat(
            comparison.compare(
                region.plan(), new TreeMap<>(Map.of("eu-west-1", "aaaa-bbbb")), region.access()))
        .isEmpty();
    assertThat(comparison.notCompared())
        .singleElement(STRING)
        .startsWith("the subscriptions of a topic that exists: AWS did not let us read the topic");
  }

  @Test
  void aTopicThatShouldExistAndDoesNotIsAFinding() throws Exception {
    region.declared(
        "{email: [ops@example.com]}", "{topic: 'arn:aws:sns:us-east-1:123456789012:oncall'}");
    region.aws.fail("ListSubscriptionsByTopic.xml", 404);

    assertThat(differences())
        .contains(
            "topic arn:aws:sns:us-east-1:123456789012:oncall: presence is absent, expected"
                + " present");
  }

  /** Somebody subscribed and confirmed that URL, instead of the email address. */
  private void subscribed(String url) throws IOException {
    String file = "ListSubscriptionsByTopic.xml";
    region.aws.change(file, "<Protocol>email", "<Protocol>https");
    region.aws.change(file, "ops@example.com", url);
  }

  private List<String> differences() throws Exception {
    return differences(Map.of("eu-west-1", "aaaa-bbbb"));
  }

  private List<String> differences(Map<String, String> awsIds) throws Exception {
    return new AlertComparison(region.deployment(), environment)
        .compare(region.plan(), new TreeMap<>(awsIds), region.access()).stream()
            .map(Difference::toString)
            .toList();
  }
}
