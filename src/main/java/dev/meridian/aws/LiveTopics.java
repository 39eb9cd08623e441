package dev.meridian.aws;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

/** Reads SNS topics, in the region of Route 53's metrics. */
public final class LiveTopics {
  /** Before its mail is answered, and after an unsubscription, words stand in place of its ARN. */
  private static final String CONFIRMED = "arn:";

  private LiveTopics() {}

  /**
   * A topic.
   *
   * @param mails each address that is told, to whether it wants to be: it has confirmed, and not
   *     unsubscribed
   */
  public record LiveTopic(String arn, SortedMap<String, Boolean> mails) {}

  /** The topic of that name, or empty where there is none. */
  public static Optional<LiveTopic> named(String name, AwsAccess access) throws AwsReadException {
    try (SnsClient sns = access.sns()) {
      return AwsReadException.reading(
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
        .forEach(one -> mails.put(one.endpoint(), one.subscriptionArn().startsWith(CONFIRMED)));
    return mails;
  }
}
