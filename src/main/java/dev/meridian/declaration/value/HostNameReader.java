package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.DnsName;
import java.util.Optional;

/** Domain names of hosts: no URL, no address, no wildcard. */
public final class HostNameReader {

  private HostNameReader() {}

  /** The name in Route 53's form, or empty after a problem. */
  public static Optional<String> read(YamlNode value) {
    return value.text().flatMap(text -> read(value, text));
  }

  private static Optional<String> read(YamlNode value, String text) {
    if (text.contains("/")) {
      return value.refuse(
          "\"" + text + "\" is not a host name", "write the name alone, such as lb.example.org");
    }
    if (IpAddressReader.isAddress(text)) {
      return value.refuse(text + " is an address, not a host name", "write a host name here");
    }
    if (text.contains("*")) {
      return value.refuse("a host name has no *", "write the full name");
    }
    return value.make(() -> new DnsName(text).text());
  }
}
