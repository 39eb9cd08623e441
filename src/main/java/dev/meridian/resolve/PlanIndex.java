package dev.meridian.resolve;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.Delegations;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.Owner;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan prepared for many questions: groups are linked to the groups that their aliases point to.
 */
public final class PlanIndex {
  final DnsName zone;
  private final Map<RrsetKey, RecordGroup> groups = new LinkedHashMap<>();
  private final Map<String, CidrIndex> blocks = new HashMap<>();
  private final Map<String, CidrCollection> collections = new HashMap<>();
  private final Map<String, HealthCheck> checks;
  private final List<UnreadRecord> unread;
  private final Set<DnsName> owners = new HashSet<>();
  private final Set<DnsName> ancestors = new HashSet<>();
  private final Set<DnsName> plainAncestors = new HashSet<>();
  private final Set<RrsetKey> hidden;
  private final Map<RrsetKey, RecordGroup> apex = new HashMap<>();
  private final Delegations delegations;
  final ApexRecords apexRecords;

  /**
   * @param unread what the plan lacks; its names exist nevertheless
   */
  PlanIndex(RoutingPlan plan, Collection<UnreadRecord> unread, ApexRecords apexRecords) {
    zone = plan.zone();
    checks = plan.healthChecksById();
    this.unread = List.copyOf(unread);
    this.unread.forEach(record -> record.owner().ifPresent(this::addName));
    int number = 0;
    for (Map.Entry<RrsetKey, List<RecordSet>> group : plan.groups().entrySet()) {
      List<IndexedRecord> members = new ArrayList<>();
      for (RecordSet record : group.getValue()) {
        members.add(new IndexedRecord(asAnswered(record), number++));
      }
      groups.put(group.getKey(), new RecordGroup(group.getKey(), members));
      addName(group.getKey().name());
    }
    Set<RecordKey> loops = plan.aliasLoops();
    groups.values().forEach(group -> link(group, loops));
    hidden = plan.hiddenGroups();
    delegations = Delegations.of(zone, groups.keySet());
    this.apexRecords = apexRecords;
    for (RecordSet record : apexRecords.known()) {
      apex.put(
          record.group(),
          new RecordGroup(record.group(), List.of(new IndexedRecord(record, number++))));
    }
    for (CidrCollection collection : plan.cidrCollections()) {
      collections.put(collection.name(), collection);
      blocks.put(collection.name(), new CidrIndex(collection));
    }
  }

  /** Clients do not see how the hosts in MX records and the like are spelled. */
  private static RecordSet asAnswered(RecordSet record) {
    return OutageModel.connects(record.type()) ? record : CanonicalPlan.of(record);
  }

  private void addName(DnsName owner) {
    owners.add(owner);
    boolean plain = owner.labels().stream().noneMatch("*"::equals);
    Optional<DnsName> up = owner.parent();
    while (up.isPresent() && up.get().isWithin(zone)) {
      ancestors.add(up.get());
      if (plain) {
        plainAncestors.add(up.get());
      }
      up = up.get().parent();
    }
  }

  private void link(RecordGroup group, Set<RecordKey> loops) {
    for (IndexedRecord member : group.members) {
      member.record.aliasTarget().ifPresent(target -> member.link(groups.get(target)));
      if (loops.contains(member.record.key())) {
        member.markLooped();
      }
    }
  }

  Collection<RecordGroup> groups() {
    return groups.values();
  }

  @Nullable RecordGroup group(DnsName name, RecordType type) {
    return groups.get(new RrsetKey(name, type));
  }

  /**
   * The values of the simple record set with this name and type; empty for aliases and other
   * policies. It does not matter whether the name is delegated, so this finds glue.
   */
  public Optional<RecordData.Values> simpleValues(DnsName name, RecordType type) {
    return Optional.ofNullable(group(name, type))
        .filter(group -> group.kind == PolicyKind.SIMPLE)
        .map(group -> group.members[0].record.data())
        .filter(RecordData.Values.class::isInstance)
        .map(RecordData.Values.class::cast);
  }

  /** Whether answers of the zone depend on clients' addresses, and not only on their places. */
  public boolean usesAddresses() {
    return groups.values().stream().anyMatch(group -> group.kind == PolicyKind.IP_BASED);
  }

  /** The NS or SOA records of the zone itself; null if they are not known. */
  @Nullable RecordGroup apex(RecordType type) {
    RecordGroup own = group(zone, type);
    return own == null ? apex.get(new RrsetKey(zone, type)) : own;
  }

  /** The NS records that delegate what is asked for; null if the zone itself answers. */
  @Nullable RecordGroup delegation(RrsetKey asked) {
    return delegations.of(asked).map(name -> group(name, RecordType.NS)).orElse(null);
  }

  /** The groups that delegate a part of the zone. */
  public List<RecordGroup> delegations() {
    return groups.values().stream()
        .filter(group -> group.key.type() == RecordType.NS)
        .filter(group -> group == delegation(group.key))
        .toList();
  }

  /**
   * The groups whose names are delegated, so that the zone never answers with them; without
   * ownership records, which answer nobody.
   */
  public List<RecordGroup> occluded() {
    return groups.values().stream()
        .filter(group -> isOccluded(group) && !isOwnership(group))
        .toList();
  }

  private static boolean isOwnership(RecordGroup group) {
    return group.members.length == 1 && Owner.of(group.members[0].record).isPresent();
  }

  boolean isOccluded(RecordGroup group) {
    return delegations.occlude(group.key);
  }

  public @Nullable CidrIndex blocks(String collection) {
    return blocks.get(collection);
  }

  @Nullable CidrCollection collection(String name) {
    return collections.get(name);
  }

  @Nullable HealthCheck check(String id) {
    return checks.get(id);
  }

  /** The record sets of this zone that could not be read. */
  List<UnreadRecord> unread() {
    return unread;
  }

  boolean owns(DnsName name) {
    return owners.contains(name);
  }

  /** Whether there are records below {@code name}. */
  boolean hasNamesBelow(DnsName name) {
    return ancestors.contains(name);
  }

  /** The same, except for the wildcard and names below it. */
  boolean hasPlainNamesBelow(DnsName name) {
    return plainAncestors.contains(name);
  }

  /** Groups that clients ask for. They do not ask for ownership records. */
  List<RecordGroup> asked() {
    return groups.values().stream()
        .filter(group -> !hidden.contains(group.key))
        .filter(group -> !isOccluded(group) && !isOwnership(group))
        .toList();
  }

  /**
   * The same for record sets that could not be read, if their name is known. Their type might not
   * be.
   */
  List<UnreadRecord> askedUnread() {
    Set<DnsName> hiddenNames =
        hidden.stream().map(RrsetKey::name).collect(Collectors.toUnmodifiableSet());
    return unread.stream()
        .filter(record -> !record.isOfOtherType())
        .filter(record -> record.owner().filter(name -> !hiddenNames.contains(name)).isPresent())
        .toList();
  }

  /** {@code root} and every group that its aliases point to, each once, in order of discovery. */
  public static List<RecordGroup> closure(RecordGroup root) {
    Set<RecordGroup> seen = new LinkedHashSet<>();
    List<RecordGroup> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      RecordGroup group = open.remove(open.size() - 1);
      if (seen.add(group)) {
        for (IndexedRecord member : group.members) {
          if (member.target() != null) {
            open.add(member.target());
          }
        }
      }
    }
    return List.copyOf(seen);
  }
}
