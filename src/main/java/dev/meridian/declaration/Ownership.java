package dev.meridian.declaration;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The TXT records that name the application and environment to which names belong. A created zone
 * has one for the whole zone, an adopted one has one for each declared name. Clients don't ask for
 * them, so a {@link RoutingPlan} does not contain them unless {@link #with} adds them.
 */
public final class Ownership {
  /** Nobody waits for a change of them, so they can be cached longer than other records. */
  private static final int TTL = 300;

  private static final Set<RecordType> APEX = EnumSet.of(RecordType.NS, RecordType.SOA);

  private final Owner owner;
  private final Owner earlier;
  private final SortedMap<DnsName, RecordSet> byName = new TreeMap<>();
  private final SortedSet<DnsName> tooLong = new TreeSet<>();
  private final SortedSet<DnsName> declared;

  private Ownership(Owner owner, Owner earlier, SortedSet<DnsName> declared) {
    this.owner = owner;
    this.earlier = earlier;
    this.declared = declared;
  }

  /** The ownership records of a deployment; none with {@code ownership: false}. */
  public static Ownership of(Deployment deployment) {
    boolean whole = deployment.zone().adoption() instanceof ZoneDeclaration.Adoption.Created;
    DnsName zone = deployment.zoneName();
    DnsName scope = whole ? zone : null;
    DeploymentName earlier = deployment.originalName();
    Ownership ownership =
        new Ownership(
            new Owner(deployment.application(), deployment.environment(), scope),
            new Owner(earlier.application(), earlier.environment(), scope),
            names(deployment));
    if (deployment.ownership()) {
      (whole ? Set.of(zone) : ownership.declared).forEach(name -> ownership.add(name, zone));
    }
    return ownership;
  }

  private static SortedSet<DnsName> names(Deployment deployment) {
    SortedSet<DnsName> names = new TreeSet<>();
    deployment.names().forEach(name -> names.add(name.name()));
    deployment.records().forEach(record -> names.add(record.key().name()));
    return names;
  }

  private void add(DnsName name, DnsName zone) {
    Optional<DnsName> at = recordName(name, zone);
    if (at.isEmpty()) {
      tooLong.add(name);
      return;
    }
    RecordKey key = new RecordKey(new RrsetKey(at.get(), RecordType.TXT), null);
    RecordData data = new RecordData.Values(TTL, List.of(Value.literal(owner.text())));
    byName.put(name, new RecordSet(key, new RoutingPolicy.Simple(), data, null));
  }

  /**
   * The name of the ownership record of {@code name}: {@code _meridian.api.example.com}. Route 53
   * takes an asterisk for a character unless it is the first label, so {@code *.example.com} has
   * {@code _meridian-wildcard.example.com}. A name that would be too long has a hash of the name
   * directly below the zone. Empty if even that is too long.
   */
  private static Optional<DnsName> recordName(DnsName name, DnsName zone) {
    try {
      return Optional.of(
          name.isWildcard() && name.parent().isPresent()
              ? name.parent().get().child(Owner.LABEL + "-wildcard")
              : name.child(Owner.LABEL));
    } catch (InvalidValue e) {
      return shortened(name, zone);
    }
  }

  private static Optional<DnsName> shortened(DnsName name, DnsName zone) {
    byte[] octets = name.text().getBytes(StandardCharsets.UTF_8);
    try {
      return Optional.of(zone.child(Owner.LABEL + "-" + UUID.nameUUIDFromBytes(octets)));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** The owner that the records name. */
  public Owner owner() {
    return owner;
  }

  /** The ownership records by the name to which they belong: the zone, or a declared name. */
  public SortedMap<DnsName, RecordSet> byName() {
    return Collections.unmodifiableSortedMap(byName);
  }

  /** The names whose ownership records would have names that are longer than DNS allows. */
  public SortedSet<DnsName> tooLong() {
    return Collections.unmodifiableSortedSet(tooLong);
  }

  /**
   * {@code plan} with the ownership records; if it has record sets in their places, without those.
   */
  public RoutingPlan with(RoutingPlan plan) {
    Set<RrsetKey> own = byName.values().stream().map(RecordSet::group).collect(Collectors.toSet());
    return plan.with(
        Stream.concat(
                plan.records().stream().filter(record -> !own.contains(record.group())),
                byName.values().stream())
            .toList(),
        plan.healthChecks(),
        plan.cidrCollections());
  }

  /**
   * The ownership record for which the record sets of a name and type wait, by their key. A hidden
   * group waits for the one of the name whose aliases point to it.
   *
   * @param plan without ownership records
   */
  public Map<RrsetKey, RecordKey> awaited(RoutingPlan plan) {
    Map<RrsetKey, RecordKey> awaited = new HashMap<>();
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    for (RrsetKey group : groups.keySet()) {
      RecordSet record = byName.get(owner.zone() == null ? group.name() : owner.zone());
      if (record != null) {
        await(group, record.key(), groups, awaited);
      }
    }
    return awaited;
  }

  private void await(
      RrsetKey first,
      RecordKey record,
      Map<RrsetKey, List<RecordSet>> groups,
      Map<RrsetKey, RecordKey> awaited) {
    Deque<RrsetKey> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      RrsetKey group = open.remove();
      if (awaited.putIfAbsent(group, record) == null) {
        groups.getOrDefault(group, List.of()).stream()
            .flatMap(set -> set.aliasTarget().stream())
            .filter(target -> !byName.containsKey(target.name()))
            .forEach(open::add);
      }
    }
  }

  /**
   * The names that belong to somebody else: those whose ownership record names another owner or
   * none and, in a zone that another deployment created, those that have record sets but no
   * ownership record. The name before a declared rename is the same owner.
   *
   * @param live the record sets of the hosted zone
   */
  public List<Claim> others(RoutingPlan live) {
    if (byName.isEmpty()) {
      return List.of();
    }
    Map<RrsetKey, List<RecordSet>> groups = live.groups();
    Optional<Claim> zone =
        claim(live.zone(), there(live.zone(), live.zone(), groups)).filter(Claim::isWholeZone);
    SortedSet<DnsName> used = used(live);
    SortedSet<DnsName> names = new TreeSet<>(declared);
    names.addAll(byName.keySet());
    List<Claim> claims = new ArrayList<>();
    for (DnsName name : names) {
      List<RecordSet> there = there(name, live.zone(), groups);
      if (there.isEmpty() && used.contains(name)) {
        zone.map(all -> new Claim(name, all.record(), all.owner())).ifPresent(claims::add);
      }
      claim(name, there).ifPresent(claims::add);
    }
    return List.copyOf(claims);
  }

  /** The names with record sets, except ownership records, and the NS and SOA records of a zone. */
  private static SortedSet<DnsName> used(RoutingPlan live) {
    return live.records().stream()
        .filter(record -> Owner.of(record).isEmpty())
        .filter(record -> !(record.name().equals(live.zone()) && APEX.contains(record.type())))
        .map(RecordSet::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is in the place of the ownership record of {@code name}. */
  private static List<RecordSet> there(
      DnsName name, DnsName zone, Map<RrsetKey, List<RecordSet>> groups) {
    return recordName(name, zone)
        .map(at -> groups.getOrDefault(new RrsetKey(at, RecordType.TXT), List.of()))
        .orElse(List.of());
  }

  private Optional<Claim> claim(DnsName name, List<RecordSet> there) {
    Owner other = there.size() == 1 ? Owner.of(there.get(0)).orElse(null) : null;
    boolean mine = other != null && (other.isSame(owner) || other.isSame(earlier));
    return there.isEmpty() || mine
        ? Optional.empty()
        : Optional.of(new Claim(name, there.get(0).group(), other));
  }

  /**
   * A declared name, or the zone, that belongs to somebody else.
   *
   * @param subject the name
   * @param record the ownership record, of the name or of the zone
   * @param owner null if the record does not name one
   */
  public record Claim(DnsName subject, RrsetKey record, @Nullable Owner owner) {

    /** Whether the owner created the zone, and has every name in it that nobody else has. */
    public boolean isWholeZone() {
      return owner != null && owner.zone() != null;
    }

    /**
     * Whether the owner is {@code other}.
     *
     * @param other as {@code application/environment}; null for nobody
     */
    public boolean isOf(@Nullable String other) {
      return owner != null && (owner.application() + "/" + owner.environment()).equals(other);
    }

    @Override
    public String toString() {
      if (owner == null) {
        return subject + " has the record " + record + ", which does not name an owner";
      }
      String which = isWholeZone() ? owner + ", which owns the zone" : owner.toString();
      return subject + " is owned by " + which + " (record " + record + ")";
    }
  }
}
