package dev.meridian.aws;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
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
   * @param https the same for each HTTPS endpoint, by its URL; SNS replaces a password in it with
   *     {@code ****}
   */
  public record LiveTopic(
      String arn, SortedMap<String, Boolean> emails, SortedMap<String, Boolean> https) {}

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
                  .map(arn -> topic(sns, arn)));
    }
  }

  /** The topic with that ARN, or empty if there is none. */
  public static Optional<LiveTopic> at(String arn, AwsAccess access) throws AwsReadException {
    try (SnsClient sns = access.sns()) {
      return AwsReadException.reading("the topic " + arn, () -> found(sns, arn));
    }
  }

  private static Optional<LiveTopic> found(SnsClient sns, String arn) {
    try {
      return Optional.of(topic(sns, arn));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static LiveTopic topic(SnsClient sns, String arn) {
    SortedMap<String, Boolean> emails = new TreeMap<>();
    SortedMap<String, Boolean> https = new TreeMap<>();
    for (Subscription one :
        sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(arn)).subscriptions()) {
      boolean confirmed = one.subscriptionArn().startsWith(CONFIRMED);
      switch (one.protocol()) {
        case "email" -> emails.put(one.endpoint(), confirmed);
        case "https" -> https.put(one.endpoint(), confirmed);
        default -> {
          // Nothing that a declaration can name.
        }
      }
    }
    return new LiveTopic(arn, emails, https);
  }
}
