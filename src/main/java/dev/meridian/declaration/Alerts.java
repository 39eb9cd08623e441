package dev.meridian.declaration;

import java.util.List;

/**
 * Alarms on health checks, and who gets them.
 *
 * @param enabled whether there is an SNS topic and an alarm per health check
 * @param emails the addresses that subscribe to the topic, in declared order; AWS asks each of them
 *     to confirm
 */
public record Alerts(boolean enabled, List<String> emails) {
  /** No alarms. */
  static final Alerts NONE = new Alerts(false, List.of());

  public Alerts {
    emails = List.copyOf(emails);
  }
}
