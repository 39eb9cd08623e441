package dev.meridian.resolve;

import dev.meridian.catalog.Countries;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One client's view of the groups: which records can ever answer it, in the order in which the
 * policy prefers them. Health plays no part, so one view serves every failure.
 */
final class Order {
  private static final Member[] NOBODY = {};
  private static final GeoLocation DEFAULT = new GeoLocation.Default();
  private static final String CHINA = "CN";
  private static final String BEIJING = "cn-north-1";

  final Client client;
  final Semantics semantics;
  private final Index index;
  private final ZoneKind zone;
  private final IdentityHashMap<Group, Member[]> known = new IdentityHashMap<>();

  Order(Index index, ZoneKind zone, Semantics semantics, Client client) {
    this.index = index;
    this.zone = zone;
    this.semantics = semantics;
    this.client = client;
  }

  Member[] of(Group group) {
    return switch (group.kind) {
      case SIMPLE, WEIGHTED, MULTIVALUE, FAILOVER -> group.members;
      case LATENCY, GEOLOCATION, GEOPROXIMITY, IP_BASED -> located(group);
    };
  }

  private Member[] located(Group group) {
    Member[] found = known.get(group);
    if (found == null) {
      found = compute(group);
      known.put(group, found);
    }
    return found;
  }

  private Member[] compute(Group group) {
    return switch (group.kind) {
      case LATENCY -> sorted(group, this::latency);
      case GEOPROXIMITY -> sorted(group, this::distance);
      case GEOLOCATION -> places(group);
      case IP_BASED -> networks(group);
      case SIMPLE, WEIGHTED, MULTIVALUE, FAILOVER -> group.members;
    };
  }

  /** Milliseconds to a latency record's Region, for the order and for what people read. */
  double milliseconds(Member member) {
    return Latencies.milliseconds(client, zone, region(member));
  }

  static String region(Member member) {
    return member.record.policy() instanceof RoutingPolicy.Latency policy ? policy.region() : "";
  }

  /** Whether the China rule, not the latency, puts {@code member} first. */
  boolean takesBeijing(Member member) {
    return zone == ZoneKind.PUBLIC
        && CHINA.equals(client.country())
        && region(member).equals(BEIJING);
  }

  /** Whether the latency to a record's Region is the client's own table's. */
  boolean isMeasured(Member member) {
    return client.latencies().containsKey(region(member));
  }

  private double latency(Member member) {
    return takesBeijing(member) ? -1 : milliseconds(member);
  }

  private double distance(Member member) {
    return member.record.policy() instanceof RoutingPolicy.Geoproximity policy
        ? Proximity.biased(client, zone, policy, semantics)
        : Double.POSITIVE_INFINITY;
  }

  private static Member[] sorted(Group group, ToDoubleFunction<Member> measure) {
    Ranked[] ranked = new Ranked[group.members.length];
    for (int i = 0; i < ranked.length; i++) {
      Member member = group.members[i];
      ranked[i] = new Ranked(measure.applyAsDouble(member), place(member), member);
    }
    Arrays.sort(ranked);
    Member[] members = new Member[ranked.length];
    for (int i = 0; i < ranked.length; i++) {
      members[i] = ranked[i].member;
    }
    return members;
  }

  private static String place(Member member) {
    return member.record.policy() instanceof RoutingPolicy.Geoproximity policy
        ? policy.location().code()
        : region(member);
  }

  private record Ranked(double measure, String place, Member member) implements Comparable<Ranked> {
    private static final Comparator<Ranked> NEAREST =
        Comparator.comparingDouble(Ranked::measure).thenComparing(Ranked::place);

    @Override
    public int compareTo(Ranked other) {
      return NEAREST.compare(this, other);
    }
  }

  private Member[] places(Group group) {
    Map<GeoLocation, Member> records = group.byLocation();
    List<Member> found = new ArrayList<>(4);
    if (client.usState() != null) {
      add(found, records.get(new GeoLocation.UsState(client.usState())));
    }
    if (client.country() != null) {
      Countries.byCode(client.country())
          .ifPresent(
              country -> {
                add(found, records.get(new GeoLocation.Country(country.code())));
                add(found, records.get(new GeoLocation.Continent(country.continent().name())));
              });
    }
    add(found, records.get(DEFAULT));
    return found.toArray(NOBODY);
  }

  private static void add(List<Member> found, @Nullable Member member) {
    if (member != null) {
      found.add(member);
    }
  }

  private Member[] networks(Group group) {
    List<String> locations = new ArrayList<>(matches(group));
    locations.add(RoutingPolicy.IpBased.DEFAULT);
    List<Member> found = new ArrayList<>(locations.size());
    for (String location : locations) {
      for (Member member : group.members) {
        if (member.record.policy() instanceof RoutingPolicy.IpBased policy
            && policy.location().equals(location)) {
          found.add(member);
        }
      }
    }
    boolean alone = semantics.has(Semantics.Reading.CIDR_WITHOUT_FALLBACK) && found.size() > 1;
    return (alone ? found.subList(0, 1) : found).toArray(NOBODY);
  }

  private List<String> matches(Group group) {
    IPAddress address = client.address();
    Blocks blocks =
        group.members[0].record.policy() instanceof RoutingPolicy.IpBased policy
            ? index.blocks(policy.collection())
            : null;
    return address == null || blocks == null ? List.of() : blocks.matches(address);
  }
}
