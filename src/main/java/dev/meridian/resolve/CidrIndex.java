package dev.meridian.resolve;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The blocks of a CIDR collection, indexed to find those that contain a client.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html">IP-based
 *     routing</a>
 */
public final class CidrIndex {
  private final Map<IPAddress, String> locations = new HashMap<>();
  private final SortedSet<Integer> ipv4Lengths = new TreeSet<>(Comparator.reverseOrder());
  private final SortedSet<Integer> ipv6Lengths = new TreeSet<>(Comparator.reverseOrder());

  CidrIndex(CidrCollection collection) {
    collection.locations().forEach((location, blocks) -> blocks.forEach(b -> put(b, location)));
  }

  private void put(CidrBlock block, String location) {
    IPAddress range = new IPAddressString(block.text()).getAddress();
    // The API refuses a block in two locations; here, the first location by name keeps it.
    locations.putIfAbsent(range, location);
    (range.isIPv4() ? ipv4Lengths : ipv6Lengths).add(range.getNetworkPrefixLength());
  }

  /** Every block of every location. */
  public Set<IPAddress> all() {
    return locations.keySet();
  }

  /**
   * The locations whose blocks contain all of {@code client}, longest prefix first. A client with a
   * shorter prefix than a block is not in that block.
   */
  List<String> matches(IPAddress client) {
    Integer known = client.getNetworkPrefixLength();
    int bits = known == null ? client.getBitCount() : known;
    List<String> found = new ArrayList<>();
    for (int length : client.isIPv4() ? ipv4Lengths : ipv6Lengths) {
      String location = length <= bits ? locations.get(client.toPrefixBlock(length)) : null;
      if (location != null && !found.contains(location)) {
        found.add(location);
      }
    }
    return found;
  }
}
