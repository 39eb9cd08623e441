package dev.meridian.declaration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alarms on health checks, and who gets them.
 *
 * @param enabled whether there is an alarm per health check, and a topic that they notify
 * @param emails the addresses that subscribe to the topic, in declared order; AWS asks each of them
 *     to confirm
 * @param https the HTTPS endpoints that subscribe to the topic, in declared order
 * @param topic the ARN of an SNS topic that exists; null to create one
 */
public record Alerts(
    boolean enabled, List<String> emails, List<HttpsEndpoint> https, @Nullable String topic) {
  /** Neither a topic nor alarms. */
  public static final Alerts NONE = new Alerts(false, List.of(), List.of(), null);

  public Alerts {
    emails = List.copyOf(emails);
    https = List.copyOf(https);
  }

  /** The ARN of the topic, unless it is to be created. */
  public Optional<String> existingTopic() {
    return Optional.ofNullable(topic);
  }
}
