package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;

/** Reads the client subnet of a query (RFC 7871), or a single address. */
final class SubnetReader {

  private SubnetReader() {}

  /** The canonical form, or empty after a problem. */
  static Optional<String> read(YamlNode value, String text) {
    String[] parts = text.split("/", 2);
    IPAddress subnet =
        IpAddressReader.isAddress(parts[0]) ? new IPAddressString(text).getAddress() : null;
    if (subnet == null) {
      return value.refuse(
          "\"" + text + "\" is neither an address nor a block of addresses",
          "write a block or address such as 203.0.113.0/24 or 2001:db8::7");
    }
    if (subnet.getNetworkPrefixLength() == null) {
      return Optional.of(subnet.toCanonicalString());
    }
    IPAddress block = subnet.toPrefixBlock();
    boolean exact =
        subnet.getLower().withoutPrefixLength().equals(block.getLower().withoutPrefixLength());
    return exact
        ? Optional.of(block.toCanonicalString())
        : value.refuse(
            text + " has bits set after its prefix", "write " + block.toCanonicalString());
  }
}
