package dev.meridian.declaration.reader;

import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code alerts}; without it there is neither topic nor alarm. */
final class AlertsReader {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s.,;<>]+");

  /** A path has at most 256 octets, with its angle brackets (RFC 5321, section 4.5.3.1.3). */
  private static final int MOST_CHARACTERS = 254;

  private AlertsReader() {}

  static Alerts read(Optional<YamlNode> alerts) {
    return alerts
        .flatMap(value -> value.mapping(AllowedKeys.ALERTS))
        .map(mapping -> new Alerts(mapping.flag("enabled", true), emails(mapping)))
        .orElse(new Alerts(false, List.of()));
  }

  private static List<String> emails(YamlMapping mapping) {
    List<String> emails = new ArrayList<>();
    for (YamlNode item : mapping.get("email").map(YamlNode::items).orElse(List.of())) {
      item.text().flatMap(email -> check(item, email, emails)).ifPresent(emails::add);
    }
    return emails;
  }

  private static Optional<String> check(YamlNode item, String email, List<String> earlier) {
    if (!EMAIL.matcher(email).matches()) {
      return item.refuse(
          "\"" + email + "\" is not an email address", "write an address such as ops@example.com");
    }
    if (email.length() > MOST_CHARACTERS) {
      return item.refuse(
          "the email address has " + email.length() + " characters, more than " + MOST_CHARACTERS,
          "use a shorter address");
    }
    return earlier.contains(email)
        ? item.refuse("duplicate address " + email, "remove one")
        : Optional.of(email);
  }
}
