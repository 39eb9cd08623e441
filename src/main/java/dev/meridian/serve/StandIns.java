package dev.meridian.serve;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.resolve.OutageModel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Addresses for endpoints whose addresses are known only after deployment, such as load balancers.
 * They are from the blocks for documentation, which no real host has.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5737">RFC 5737</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3849">RFC 3849</a>
 */
public final class StandIns {
  /** 192.0.2.0/24, 198.51.100.0/24, and 203.0.113.0/24. */
  private static final List<byte[]> BLOCKS =
      List.of(
          new byte[] {(byte) 192, 0, 2},
          new byte[] {(byte) 198, 51, 100},
          new byte[] {(byte) 203, 0, 113});

  /** Addresses of each block: all except the first and the last. */
  private static final int HOSTS = 254;

  private static final int IPV6_BYTES = 16;

  private final SortedMap<String, InetAddress> ipv4;
  private final SortedMap<String, InetAddress> ipv6;

  private StandIns(SortedMap<String, InetAddress> ipv4, SortedMap<String, InetAddress> ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /**
   * Addresses for every endpoint of {@code plan} that needs one, in the order of their names.
   *
   * @param chosen addresses that the user wants, by endpoint as answers contain it
   * @throws IllegalArgumentException if there are more endpoints than addresses
   */
  public static StandIns of(RoutingPlan plan, Map<String, List<InetAddress>> chosen) {
    SortedSet<String> needed = new TreeSet<>(needed(plan));
    needed.addAll(chosen.keySet());
    Set<String> used =
        plan.records().stream()
            .flatMap(record -> record.data().parts().stream())
            .map(Value::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    chosen.values().forEach(all -> all.forEach(one -> used.add(one.getHostAddress())));
    SortedMap<String, InetAddress> four = new TreeMap<>();
    SortedMap<String, InetAddress> six = new TreeMap<>();
    int next = 1;
    int nextSix = 1;
    for (String endpoint : needed) {
      List<InetAddress> own = chosen.getOrDefault(endpoint, List.of());
      InetAddress v4 = first(own, 4);
      while (v4 == null) {
        InetAddress candidate = ipv4(next++);
        v4 = used.contains(candidate.getHostAddress()) ? null : candidate;
      }
      four.put(endpoint, v4);
      InetAddress v6 = first(own, IPV6_BYTES);
      six.put(endpoint, v6 == null ? ipv6(nextSix++) : v6);
    }
    return new StandIns(four, six);
  }

  private static InetAddress first(List<InetAddress> all, int bytes) {
    return all.stream().filter(one -> one.getAddress().length == bytes).findFirst().orElse(null);
  }

  private static InetAddress ipv4(int number) {
    int block = (number - 1) / HOSTS;
    if (block >= BLOCKS.size()) {
      throw new IllegalArgumentException("there are more endpoints than stand-in addresses");
    }
    byte[] prefix = BLOCKS.get(block);
    return address(new byte[] {prefix[0], prefix[1], prefix[2], (byte) ((number - 1) % HOSTS + 1)});
  }

  /** In 2001:db8::/32. */
  private static InetAddress ipv6(int number) {
    byte[] bytes = new byte[IPV6_BYTES];
    bytes[0] = 0x20;
    bytes[1] = 0x01;
    bytes[2] = 0x0d;
    bytes[3] = (byte) 0xb8;
    bytes[14] = (byte) (number >> 8);
    bytes[15] = (byte) number;
    return address(bytes);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // only for a wrong number of bytes
    }
  }

  /** The endpoints whose addresses the plan does not contain, as answers contain them. */
  public static SortedSet<String> needed(RoutingPlan plan) {
    SortedSet<String> endpoints = new TreeSet<>();
    for (RecordSet record : plan.records()) {
      endpoints.addAll(needed(record));
    }
    return Collections.unmodifiableSortedSet(endpoints);
  }

  private static List<String> needed(RecordSet record) {
    return record
        .data()
        .accept(
            new RecordData.Cases<>() {
              @Override
              public List<String> values(RecordData.Values own) {
                RecordType type = record.group().type();
                List<String> endpoints = new ArrayList<>();
                if (type == RecordType.A || type == RecordType.AAAA) {
                  own.values().stream()
                      .filter(value -> !(value instanceof Value.Literal))
                      .map(OutageModel::of)
                      .forEach(endpoints::add);
                }
                return endpoints;
              }

              @Override
              public List<String> recordAlias(RecordData.RecordAlias alias) {
                return List.of();
              }

              @Override
              public List<String> resourceAlias(RecordData.ResourceAlias alias) {
                return List.of(OutageModel.of(alias.dnsName()));
              }
            });
  }

  /** The address of an endpoint; empty for endpoints without a stand-in. */
  Optional<InetAddress> address(String endpoint, RecordType type) {
    return Optional.ofNullable((type == RecordType.AAAA ? ipv6 : ipv4).get(endpoint));
  }

  /** The IPv4 address of each endpoint, sorted by endpoint. */
  public SortedMap<String, InetAddress> ipv4() {
    return Collections.unmodifiableSortedMap(ipv4);
  }

  /** The IPv6 address of each endpoint, sorted by endpoint. */
  public SortedMap<String, InetAddress> ipv6() {
    return Collections.unmodifiableSortedMap(ipv6);
  }
}
