package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.DnsName;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the domain name of a host. Refuses URLs, addresses, and wildcards. */
public final class HostNameReader {
  /** RFC 952 and RFC 1123, and the _ that many host names in DNS have. */
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._-]*");

  private HostNameReader() {}

  /** The name in Route 53's form, or empty after a problem. */
  public static Optional<String> read(YamlNode value) {
    return value.text().flatMap(text -> read(value, text));
  }

  private static Optional<String> read(YamlNode value, String text) {
    if (text.contains("/")) {
      return value.refuse(
          "\"" + text + "\" is not a host name", "write only the name, such as lb.example.org");
    }
    if (IpAddressReader.isAddress(text)) {
      return value.refuse(text + " is an address, not a host name", "write a host name here");
    }
    if (text.contains("*")) {
      return value.refuse("a host name cannot contain *", "write the full name");
    }
    if (!CHARACTERS.matcher(text).matches()) {
      return value.refuse(
          "\"" + text + "\" contains a character that is not allowed in a host name",
          "use letters, digits, -, _ and ., such as lb.example.org");
    }
    return value.make(() -> new DnsName(text).text());
  }
}
