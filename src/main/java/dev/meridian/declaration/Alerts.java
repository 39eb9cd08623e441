package dev.meridian.declaration;

import java.util.List;

/**
 * Who is told when a health check fails.
 *
 * @param enabled whether there are a topic and alarms at all
 * @param emails subscribers of the topic, in declared order; each confirms by a mail from AWS
 */
public record Alerts(boolean enabled, List<String> emails) {
  public Alerts {
    emails = List.copyOf(emails);
  }
}
