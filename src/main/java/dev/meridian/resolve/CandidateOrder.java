package dev.meridian.resolve;

import dev.meridian.catalog.Countries;
import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientZone;
import dev.meridian.resolve.client.Latencies;
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
 * The records of each group that can answer one client, in the order in which the policy prefers
 * them. It does not depend on health, so it is the same in every failure.
 */
public final class CandidateOrder {
  private static final IndexedRecord[] NOBODY = {};
  private static final GeoLocation DEFAULT = new GeoLocation.Default();
  private static final String CHINA = "CN";
  private static final String BEIJING = "cn-north-1";

  /** Set identifiers order records that a broken zone has twice for one location. */
  private static final Comparator<IndexedRecord> MOST_SPECIFIC =
      Comparator.comparingInt(
          member ->
              member.record.policy() instanceof RoutingPolicy.AzAffinity policy
                  ? policy.location().rank()
                  : Integer.MAX_VALUE);

  final Client client;
  final Interpretation interpretation;
  private final PlanIndex index;
  private final ZoneKind zone;
  private final IdentityHashMap<RecordGroup, IndexedRecord[]> known = new IdentityHashMap<>();

  CandidateOrder(PlanIndex index, ZoneKind zone, Interpretation interpretation, Client client) {
    this.index = index;
    this.zone = zone;
    this.interpretation = interpretation;
    this.client = client;
  }

  public IndexedRecord[] of(RecordGroup group) {
    return switch (group.kind) {
      case SIMPLE, WEIGHTED, MULTIVALUE, FAILOVER -> group.members;
      case LATENCY, GEOLOCATION, GEOPROXIMITY, IP_BASED, AZ_AFFINITY -> located(group);
    };
  }

  private IndexedRecord[] located(RecordGroup group) {
    IndexedRecord[] found = known.get(group);
    if (found == null) {
      found = compute(group);
      known.put(group, found);
    }
    return found;
  }

  private IndexedRecord[] compute(RecordGroup group) {
    return switch (group.kind) {
      case LATENCY -> sorted(group, this::latency);
      case GEOPROXIMITY -> sorted(group, this::distance);
      case GEOLOCATION -> places(group);
      case IP_BASED -> networks(group);
      case AZ_AFFINITY -> zones(group);
      case SIMPLE, WEIGHTED, MULTIVALUE, FAILOVER -> group.members;
    };
  }

  /** Milliseconds to a latency record's Region, for the order and for explanations. */
  double milliseconds(IndexedRecord member) {
    return Latencies.milliseconds(client, zone, region(member));
  }

  static String region(IndexedRecord member) {
    return member.record.policy() instanceof RoutingPolicy.Latency policy ? policy.region() : "";
  }

  /** Whether the China rule, not the latency, puts {@code member} first. */
  boolean takesBeijing(IndexedRecord member) {
    return zone == ZoneKind.PUBLIC
        && CHINA.equals(client.country())
        && region(member).equals(BEIJING);
  }

  /** Whether the latency to a record's Region comes from the client's own table. */
  boolean isMeasured(IndexedRecord member) {
    return client.latencies().containsKey(region(member));
  }

  private double latency(IndexedRecord member) {
    return takesBeijing(member) ? -1 : milliseconds(member);
  }

  private double distance(IndexedRecord member) {
    return member.record.policy() instanceof RoutingPolicy.Geoproximity policy
        ? Proximity.biased(client, zone, policy, interpretation)
        : Double.POSITIVE_INFINITY;
  }

  private static IndexedRecord[] sorted(
      RecordGroup group, ToDoubleFunction<IndexedRecord> measure) {
    Ranked[] ranked = new Ranked[group.members.length];
    for (int i = 0; i < ranked.length; i++) {
      IndexedRecord member = group.members[i];
      ranked[i] = new Ranked(measure.applyAsDouble(member), place(member), member);
    }
    Arrays.sort(ranked);
    IndexedRecord[] members = new IndexedRecord[ranked.length];
    for (int i = 0; i < ranked.length; i++) {
      members[i] = ranked[i].member;
    }
    return members;
  }

  private static String place(IndexedRecord member) {
    return member.record.policy() instanceof RoutingPolicy.Geoproximity policy
        ? policy.location().code()
        : region(member);
  }

  private record Ranked(double measure, String place, IndexedRecord member)
      implements Comparable<Ranked> {
    private static final Comparator<Ranked> NEAREST =
        Comparator.comparingDouble(Ranked::measure).thenComparing(Ranked::place);

    @Override
    public int compareTo(Ranked other) {
      return NEAREST.compare(this, other);
    }
  }

  private IndexedRecord[] places(RecordGroup group) {
    Map<GeoLocation, IndexedRecord> records = group.byLocation();
    List<IndexedRecord> found = new ArrayList<>(4);
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

  private static void add(List<IndexedRecord> found, @Nullable IndexedRecord member) {
    if (member != null) {
      found.add(member);
    }
  }

  private IndexedRecord[] networks(RecordGroup group) {
    List<String> locations = new ArrayList<>(matches(group));
    locations.add(RoutingPolicy.IpBased.DEFAULT);
    List<IndexedRecord> found = new ArrayList<>(locations.size());
    for (String location : locations) {
      for (IndexedRecord member : group.members) {
        if (member.record.policy() instanceof RoutingPolicy.IpBased policy
            && policy.location().equals(location)) {
          found.add(member);
        }
      }
    }
    boolean alone =
        interpretation.has(Interpretation.Reading.CIDR_WITHOUT_FALLBACK) && found.size() > 1;
    return (alone ? found.subList(0, 1) : found).toArray(NOBODY);
  }

  /** The records whose location holds the client's zone, the most specific first. */
  private IndexedRecord[] zones(RecordGroup group) {
    List<IndexedRecord> found = new ArrayList<>();
    for (IndexedRecord member : group.members) {
      if (member.record.policy() instanceof RoutingPolicy.AzAffinity policy
          && matches(policy.location())) {
        found.add(member);
      }
    }
    found.sort(MOST_SPECIFIC);
    return found.toArray(NOBODY);
  }

  /** Where Route 53 does not know the zone of a query, only the global record matches. */
  private boolean matches(AzLocation location) {
    ClientZone from = client.zone();
    return from == null ? location instanceof AzLocation.Global : from.isIn(location);
  }

  private List<String> matches(RecordGroup group) {
    IPAddress address = client.address();
    CidrIndex blocks =
        group.members[0].record.policy() instanceof RoutingPolicy.IpBased policy
            ? index.blocks(policy.collection())
            : null;
    return address == null || blocks == null ? List.of() : blocks.matches(address);
  }
}
