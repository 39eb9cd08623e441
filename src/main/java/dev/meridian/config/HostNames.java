package dev.meridian.config;

import dev.meridian.model.DnsName;
import java.util.Optional;

/** Domain names of hosts: no URL, no address, no wildcard. */
final class HostNames {

  private HostNames() {}

  /** The name in Route 53's form, or empty after a problem. */
  static Optional<String> read(Located value) {
    return value.text().flatMap(text -> read(value, text));
  }

  private static Optional<String> read(Located value, String text) {
    if (text.contains("/")) {
      return value.refuse(
          "\"" + text + "\" is not a host name", "write the name alone, such as lb.example.org");
    }
    if (IpLiteral.isAddress(text)) {
      return value.refuse(text + " is an address, not a host name", "write a host name here");
    }
    if (text.contains("*")) {
      return value.refuse("a host name has no *", "write the full name");
    }
    return value.make(() -> new DnsName(text).text());
  }
}
