package dev.meridian.live;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

/** Reads SNS topics, in the region of Route 53's metrics. */
public final class LiveTopics {
  /** What stands in place of a subscription's ARN until its mail is answered. */
  private static final String PENDING = "PendingConfirmation";

  private LiveTopics() {}

  /**
   * A topic.
   *
   * @param mails each address that is told, to whether it has confirmed that it wants to be
   */
  public record LiveTopic(String arn, SortedMap<String, Boolean> mails) {}

  /** The topic of that name, or empty where there is none. */
  public static Optional<LiveTopic> named(String name, AwsAccess access) throws LiveFailed {
    try (SnsClient sns = access.sns()) {
      return LiveFailed.reading(
          "the topic " + name,
          () ->
              sns.listTopicsPaginator().topics().stream()
                  .map(Topic::topicArn)
                  .filter(arn -> arn.endsWith(":" + name))
                  .findFirst()
                  .map(arn -> new LiveTopic(arn, mails(sns, arn))));
    }
  }

  private static SortedMap<String, Boolean> mails(SnsClient sns, String arn) {
    SortedMap<String, Boolean> mails = new TreeMap<>();
    sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(arn)).subscriptions().stream()
        .filter(one -> "email".equals(one.protocol()))
        .forEach(one -> mails.put(one.endpoint(), !PENDING.equals(one.subscriptionArn())));
    return mails;
  }
}
