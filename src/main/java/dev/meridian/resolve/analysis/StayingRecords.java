package dev.meridian.resolve.analysis;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A zone of which a plan manages only a part: the plan's record sets, and those that stay because
 * the plan does not manage them. If the plan has any record set of a name and type, all of them are
 * the plan's. A CNAME in the plan takes the place of everything else at its name, and everything
 * else takes the place of a CNAME, because a name with a CNAME has no other record set.
 *
 * @param plan the zone as a whole
 * @param unread the record sets that it lacks
 * @param staying the record sets that stay, sorted by name and type, without ownership records
 * @param stayingUnread the names and types of record sets that stay but could not be read
 */
public record StayingRecords(
    RoutingPlan plan,
    List<UnreadRecord> unread,
    List<RecordKey> staying,
    Set<RrsetKey> stayingUnread) {

  public StayingRecords {
    unread = List.copyOf(unread);
    staying = List.copyOf(staying);
    stayingUnread = Set.copyOf(stayingUnread);
  }

  /** A plan, and the record sets that it lacks because they could not be read. */
  public record Part(RoutingPlan plan, List<UnreadRecord> unread) {
    public Part {
      unread = List.copyOf(unread);
    }
  }

  /**
   * Adds to {@code managed} what stays of {@code zone}.
   *
   * @param deleted record sets of the zone that do not stay
   */
  public static StayingRecords of(Part managed, Part zone, Set<RecordKey> deleted) {
    return new Merger(managed, zone).merge(deleted);
  }

  private static final class Merger {
    private final RoutingPlan managed;
    private final List<UnreadRecord> unread;
    private final Part zone;
    private final Set<RrsetKey> groups;
    private final Map<DnsName, Boolean> cnames = new HashMap<>();
    private final Map<String, HealthCheck> zoneChecks;
    private final Map<String, HealthCheck> checks = new TreeMap<>();
    private final Map<String, String> checkIds = new HashMap<>();
    private final Map<String, CidrCollection> collections = new TreeMap<>();
    private final Map<String, String> collectionNames = new HashMap<>();

    Merger(Part managed, Part zone) {
      this.managed = managed.plan();
      this.unread = managed.unread();
      this.zone = zone;
      zoneChecks = zone.plan().healthChecksById();
      groups = new HashSet<>(managed.plan().groups().keySet());
      unread.forEach(record -> record.group().ifPresent(groups::add));
      groups.forEach(key -> cnames.put(key.name(), key.type() == RecordType.CNAME));
      checks.putAll(managed.plan().healthChecksById());
      managed.plan().cidrCollections().forEach(one -> collections.put(one.name(), one));
    }

    StayingRecords merge(Set<RecordKey> deleted) {
      List<RecordSet> records = new ArrayList<>(managed.records());
      List<RecordKey> staying = new ArrayList<>();
      zone.plan()
          .groups()
          .forEach(
              (key, group) -> {
                List<RecordSet> kept =
                    group.stream().filter(record -> !deleted.contains(record.key())).toList();
                if (stays(key)) {
                  kept.forEach(record -> records.add(adapted(record)));
                  if (!Owner.isRecord(kept)) {
                    kept.forEach(record -> staying.add(record.key()));
                  }
                }
              });
      List<UnreadRecord> lacking = new ArrayList<>(unread);
      Set<RrsetKey> stayingUnread = new HashSet<>();
      for (UnreadRecord record : zone.unread()) {
        if (record.group().map(this::stays).orElse(true)) {
          lacking.add(record);
          record.group().ifPresent(stayingUnread::add);
        }
      }
      RoutingPlan plan =
          managed.with(records, List.copyOf(checks.values()), List.copyOf(collections.values()));
      return new StayingRecords(plan, lacking, staying, stayingUnread);
    }

    private boolean stays(RrsetKey key) {
      Boolean cname = cnames.get(key.name());
      boolean excluded = cname != null && (cname || key.type() == RecordType.CNAME);
      return !groups.contains(key) && !excluded;
    }

    private RecordSet adapted(RecordSet record) {
      Optional<String> check = record.healthCheckId().map(this::check);
      RoutingPolicy policy =
          record.policy() instanceof RoutingPolicy.IpBased ip
              ? new RoutingPolicy.IpBased(collection(ip.collection()), ip.location())
              : record.policy();
      return new RecordSet(record.key(), policy, record.data(), check.orElse(null));
    }

    /** The ID, in the merged plan, of the zone's health check {@code id}. */
    private String check(String id) {
      String known = checkIds.get(id);
      if (known != null) {
        return known;
      }
      HealthCheck check = zoneChecks.get(id);
      String own = unlike(checks.get(id), check) ? unused(id, checks::containsKey) : id;
      checkIds.put(id, own);
      if (check != null) {
        checks.put(own, new HealthCheck(own, config(check), check.inverted(), check.disabled()));
      }
      return own;
    }

    private HealthCheckConfig config(HealthCheck check) {
      return check.config() instanceof HealthCheckConfig.Calculated calculated
          ? new HealthCheckConfig.Calculated(
              calculated.threshold(), calculated.children().stream().map(this::check).toList())
          : check.config();
    }

    private String collection(String name) {
      String known = collectionNames.get(name);
      if (known != null) {
        return known;
      }
      CidrCollection collection =
          zone.plan().cidrCollections().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElse(null);
      String own =
          unlike(collections.get(name), collection) ? unused(name, collections::containsKey) : name;
      collectionNames.put(name, own);
      if (collection != null) {
        collections.put(own, new CidrCollection(own, collection.locations()));
      }
      return own;
    }

    private static boolean unlike(@Nullable Object managed, @Nullable Object inZone) {
      return managed != null && !Objects.equals(managed, inZone);
    }

    /** A short name, because those of CIDR collections have at most 64 characters. */
    private static String unused(String name, Predicate<String> used) {
      String stem = name.substring(0, Math.min(name.length(), 50));
      int number = 2;
      while (used.test(stem + "-" + number)) {
        number++;
      }
      return stem + "-" + number;
    }
  }
}
