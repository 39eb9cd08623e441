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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::type).thenComparing(Key::value);

  private final SortedMap<String, SortedMap<RecordType, List<InetAddress>>> byEndpoint =
      new TreeMap<>();
  private final Map<Key, InetAddress> byValue = new HashMap<>();

  /** A value and the type of record that it is in. */
  private record Key(String value, RecordType type) {}

  private StandIns() {}

  /**
   * An address for every value of {@code plan} that needs one, in the order of endpoints.
   *
   * @param chosen addresses that the user wants, by endpoint as answers contain it
   * @throws IllegalArgumentException if there are more values than addresses
   */
  public static StandIns of(RoutingPlan plan, Map<String, List<InetAddress>> chosen) {
    Set<String> used =
        plan.records().stream()
            .flatMap(record -> record.data().parts().stream())
            .map(Value::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    chosen.values().forEach(all -> all.forEach(one -> used.add(one.getHostAddress())));
    StandIns standIns = new StandIns();
    int ipv4 = 1;
    int ipv6 = 1;
    for (Map.Entry<String, SortedSet<Key>> endpoint : keys(plan).entrySet()) {
      List<InetAddress> own = chosen.getOrDefault(endpoint.getKey(), List.of());
      for (Key key : endpoint.getValue()) {
        boolean six = key.type() == RecordType.AAAA;
        InetAddress address = first(own, six ? IPV6_BYTES : IPV4_BYTES);
        while (address == null) {
          InetAddress candidate = six ? ipv6(ipv6++) : ipv4(ipv4++);
          address = used.contains(candidate.getHostAddress()) ? null : candidate;
        }
        standIns.add(endpoint.getKey(), key, address);
      }
    }
    return standIns;
  }

  private void add(String endpoint, Key key, InetAddress address) {
    byValue.put(key, address);
    List<InetAddress> all =
        byEndpoint
            .computeIfAbsent(endpoint, name -> new TreeMap<>())
            .computeIfAbsent(key.type(), type -> new ArrayList<>());
    if (!all.contains(address)) {
      all.add(address);
    }
  }

  private static @Nullable InetAddress first(List<InetAddress> all, int bytes) {
    return all.stream().filter(one -> one.getAddress().length == bytes).findFirst().orElse(null);
  }

  private static InetAddress ipv4(int number) {
    int block = (number - 1) / HOSTS;
    if (block >= BLOCKS.size()) {
      throw new IllegalArgumentException("there are more values than stand-in addresses");
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
  public static NavigableSet<String> needed(RoutingPlan plan) {
    return Collections.unmodifiableNavigableSet(new TreeSet<>(keys(plan).keySet()));
  }

  private static SortedMap<String, SortedSet<Key>> keys(RoutingPlan plan) {
    SortedMap<String, SortedSet<Key>> keys = new TreeMap<>();
    for (RecordSet record : plan.records()) {
      RecordType type = record.group().type();
      if (type == RecordType.A || type == RecordType.AAAA) {
        for (Value value : unknown(record)) {
          keys.computeIfAbsent(OutageModel.of(value), endpoint -> new TreeSet<>(ORDER))
              .add(new Key(value.toString(), type));
        }
      }
    }
    return keys;
  }

  private static List<Value> unknown(RecordSet record) {
    return record
        .data()
        .accept(
            new RecordData.Cases<>() {
              @Override
              public List<Value> values(RecordData.Values own) {
                return own.values().stream()
                    .filter(value -> !(value instanceof Value.Literal))
                    .toList();
              }

              @Override
              public List<Value> recordAlias(RecordData.RecordAlias alias) {
                return List.of();
              }

              @Override
              public List<Value> resourceAlias(RecordData.ResourceAlias alias) {
                return List.of(alias.dnsName());
              }
            });
  }

  /** The address of a value; empty for values without a stand-in. */
  Optional<InetAddress> address(Value value, RecordType type) {
    return Optional.ofNullable(byValue.get(new Key(value.toString(), type)));
  }

  /** The name of an endpoint's host, as long as it is not known. */
  public static String hostName(String endpoint) {
    return endpoint.replaceAll("[^A-Za-z0-9-]+", "-") + ".known-after-deployment.invalid";
  }

  /** The addresses of each endpoint, sorted by endpoint and type. */
  public SortedMap<String, SortedMap<RecordType, List<InetAddress>>> byEndpoint() {
    return Collections.unmodifiableSortedMap(byEndpoint);
  }
}
