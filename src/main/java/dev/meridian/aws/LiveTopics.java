package dev.meridian.aws;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

/** Reads SNS topics, in the region of Route 53's metrics. */
public final class LiveTopics {
  /** AWS returns a word instead of an ARN for unconfirmed and deleted subscriptions. */
  private static final String CONFIRMED = "arn:";

  private LiveTopics() {}

  /**
   * A topic.
   *
   * @param emails maps each subscribed email address to whether the subscription is confirmed
   */
  public record LiveTopic(String arn, SortedMap<String, Boolean> emails) {}

  /** The topic with that name, or empty if there is none. */
  public static Optional<LiveTopic> named(String name, AwsAccess access) throws AwsReadException {
    try (SnsClient sns = access.sns()) {
      return AwsReadException.reading(
          "the topic " + name,
          () ->
              sns.listTopicsPaginator().topics().stream()
                  .map(Topic::topicArn)
                  .filter(arn -> arn.endsWith(":" + name))
                  .findFirst()
                  .map(arn -> new LiveTopic(arn, emails(sns, arn))));
    }
  }

  private static SortedMap<String, Boolean> emails(SnsClient sns, String arn) {
    SortedMap<String, Boolean> emails = new TreeMap<>();
    sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(arn)).subscriptions().stream()
        .filter(one -> "email".equals(one.protocol()))
        .forEach(one -> emails.put(one.endpoint(), one.subscriptionArn().startsWith(CONFIRMED)));
    return emails;
  }
}
