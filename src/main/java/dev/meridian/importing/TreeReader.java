package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.ImportedGroup.Target;
import dev.meridian.importing.ImportedGroup.ToGroup;
import dev.meridian.importing.ImportedGroup.ToName;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree below one name. A branch that is an alias becomes a nested policy if its target
 * has the name that Meridian generates for that policy. Otherwise, the target is a name of the
 * declaration.
 */
final class TreeReader {
  /** A level takes up to four of the 100 levels that a file can have. */
  private static final int MAX_LEVELS = 24;

  private final RecordLookup records;
  private final LeafReader leafReader;
  private final DnsName name;
  private final Naming naming;
  private final boolean oneType;
  private boolean typeMatters;

  /**
   * How aliases are read.
   *
   * @param names the names that the declaration has anyway
   * @param literal whether each record set is read for itself: every target of an alias is a name,
   *     and no endpoint stands for a group of addresses
   */
  record Naming(Set<DnsName> names, boolean literal) {
    static final Naming NESTED = new Naming(Set.of(), false);
  }

  private TreeReader(RecordLookup records, DnsName name, Naming naming, boolean oneType) {
    this.oneType = oneType;
    this.records = records;
    this.leafReader = new LeafReader(records);
    this.name = name;
    this.naming = naming;
  }

  /**
   * The tree of a name. It says for which type it is if its targets have other types too.
   *
   * @throws NotExpressible if no declaration can express the tree
   */
  static ImportedName.Part read(
      RecordLookup records, DnsName name, Collection<RecordType> types, Naming naming) {
    Map<RecordType, RrsetKey> keys = new EnumMap<>(RecordType.class);
    types.forEach(type -> keys.put(type, new RrsetKey(name, type)));
    TreeReader reader = new TreeReader(records, name, naming, keys.size() == 1);
    Optional<Map<RecordType, RrsetKey>> behind = FrontDoor.groupsBehind(records, keys, naming);
    ImportedGroup group = reader.group(behind.orElse(keys), List.of());
    RecordType only = keys.keySet().iterator().next();
    return new ImportedName.Part(reader.typeMatters ? only : null, group, behind.isPresent());
  }

  /**
   * @param trail the labels of the branches down to the group
   */
  private ImportedGroup group(Map<RecordType, RrsetKey> keys, List<String> trail) {
    keys.values().stream()
        .flatMap(key -> records.group(key).stream())
        .flatMap(record -> record.healthCheckId().stream())
        .forEach(records::check);
    Map<String, Map<RecordType, RecordSet>> slots = new LinkedHashMap<>();
    keys.forEach(
        (type, key) ->
            records
                .group(key)
                .forEach(
                    record ->
                        slots
                            .computeIfAbsent(record.slot(), s -> new EnumMap<>(RecordType.class))
                            .put(type, record)));
    PolicyKind kind = kind(keys);
    Optional<List<Branch>> endpoints =
        kind == PolicyKind.MULTIVALUE && !naming.literal()
            ? leafReader.multivalue(slots.values())
            : Optional.empty();
    return new ImportedGroup(kind, endpoints.orElseGet(() -> branches(kind, slots, trail)));
  }

  private PolicyKind kind(Map<RecordType, RrsetKey> keys) {
    Set<PolicyKind> kinds =
        keys.values().stream()
            .flatMap(key -> records.group(key).stream())
            .map(record -> record.policy().kind())
            .collect(Collectors.toSet());
    if (kinds.size() > 1) {
      throw new NotExpressible("the routing policies of its " + keys.keySet() + " records differ");
    }
    return kinds.iterator().next();
  }

  private List<Branch> branches(
      PolicyKind kind, Map<String, Map<RecordType, RecordSet>> slots, List<String> trail) {
    BranchLabels labels = new BranchLabels();
    List<Branch> branches = new ArrayList<>();
    for (Map<RecordType, RecordSet> slot : slots.values()) {
      RecordSet first = slot.values().iterator().next();
      same(slot, RecordSet::policy, "the routing policies");
      Optional<String> identifier =
          same(slot, record -> record.key().identifier(), "the set identifiers");
      String label = labels.of(first);
      // The record sets of a multivalue branch without an identifier are named after its addresses.
      String unlike =
          identifier
              .filter(text -> kind == PolicyKind.MULTIVALUE || !text.equals(label))
              .orElse(null);
      branches.add(branch(kind, label, unlike, slot, trail));
    }
    return branches;
  }

  private Branch branch(
      PolicyKind kind,
      String label,
      @Nullable String identifier,
      Map<RecordType, RecordSet> slot,
      List<String> trail) {
    List<String> below = Stream.concat(trail.stream(), Stream.of(label)).toList();
    RoutingPolicy policy = slot.values().iterator().next().policy();
    if (all(slot, RecordData.ResourceAlias.class)) {
      return new Branch(label, policy, resource(kind, slot), identifier, null, false);
    }
    Optional<LeafReader.Servers> servers =
        naming.literal() ? Optional.empty() : leafReader.servers(kind, label, slot);
    if (servers.filter(found -> isGroup(found, slot, below)).isPresent()) {
      Leaf leaf = servers.get().leaf();
      return new Branch(label, policy, leaf, identifier, servers.get().ttl(), false);
    }
    if (all(slot, RecordData.RecordAlias.class)) {
      return new Branch(label, policy, below(slot, below), identifier, null, false);
    }
    long ttl = same(slot, TreeReader::ttl, "the TTLs");
    boolean several =
        slot.values().stream().anyMatch(record -> RecordLookup.texts(record).size() > 1);
    boolean one = several && kind != PolicyKind.SIMPLE;
    return new Branch(label, policy, values(kind, slot, several), identifier, ttl, one);
  }

  private boolean isGroup(
      LeafReader.Servers servers, Map<RecordType, RecordSet> slot, List<String> trail) {
    return servers.shared()
        ? slot.values().stream()
            .flatMap(record -> record.aliasTarget().stream())
            .allMatch(key -> isGroup(key.name()))
        : isGenerated(slot, trail);
  }

  /** Whether the target of an alias can be a group without a place of its own in {@code names}. */
  private boolean isGroup(DnsName target) {
    return !naming.names().contains(target);
  }

  /** Whether all targets of a slot have the name that Meridian generates for its branch. */
  private boolean isGenerated(Map<RecordType, RecordSet> slot, List<String> trail) {
    return slot.values().stream()
        .flatMap(record -> record.aliasTarget().stream())
        .allMatch(key -> isGenerated(key, trail));
  }

  private boolean isGenerated(RrsetKey target, List<String> trail) {
    return trail.size() <= MAX_LEVELS
        && isGroup(target.name())
        && new BranchGroups(records, name).isGenerated(target, trail);
  }

  private Target below(Map<RecordType, RecordSet> slot, List<String> trail) {
    DnsName target =
        same(
            slot, record -> ((RecordData.RecordAlias) record.data()).target(), "the alias targets");
    Map<RecordType, RrsetKey> targets = new EnumMap<>(RecordType.class);
    slot.keySet().forEach(type -> targets.put(type, new RrsetKey(target, type)));
    targets.values().forEach(records::group);
    String check = same(slot, RecordSet::healthCheckId, "the health checks").orElse(null);
    boolean evaluate =
        same(
            slot,
            record -> ((RecordData.RecordAlias) record.data()).evaluateTargetHealth(),
            "evaluate-target-health");
    if (!naming.literal() && targets.values().stream().allMatch(key -> isGenerated(key, trail))) {
      return new ToGroup(group(targets, trail), check, evaluate);
    }
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      if (!slot.containsKey(type) && records.groups().containsKey(new RrsetKey(target, type))) {
        notOf(slot, type);
      }
    }
    return new ToName(target, check, evaluate);
  }

  /** The target of a slot has records of {@code type}, but the slot has none. */
  private void notOf(Map<RecordType, RecordSet> slot, RecordType type) {
    if (!oneType) {
      throw new NotExpressible(
          "one of its aliases has " + slot.keySet() + " records, but no " + type + " records");
    }
    typeMatters = true;
  }

  private Leaf resource(PolicyKind kind, Map<RecordType, RecordSet> slot) {
    RecordData.ResourceAlias alias =
        (RecordData.ResourceAlias) same(slot, RecordSet::data, "the aliases");
    if (!slot.containsKey(RecordType.A)) {
      notOf(slot, RecordType.A);
    }
    Location location =
        new Location.Resource(
            RecordLookup.literal(alias.dnsName()),
            RecordLookup.literal(alias.zoneId()),
            slot.containsKey(RecordType.AAAA));
    Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
    return new Leaf(location, one(check), saying(kind, check), null, alias.evaluateTargetHealth());
  }

  private Leaf values(PolicyKind kind, Map<RecordType, RecordSet> slot, boolean several) {
    if (several && kind == PolicyKind.SIMPLE && slot.size() > 1 && unlike(slot)) {
      return new Leaf(
          LeafReader.location(slot), leafReader.single(slot), Saying.ALWAYS, null, null);
    }
    if (several || naming.literal()) {
      Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
      return new Leaf(LeafReader.location(slot), one(check), saying(kind, check), null, null);
    }
    BranchHealthCheck healthCheck = leafReader.healthCheck(slot);
    Saying saying =
        kind == PolicyKind.SIMPLE && !healthCheck.ids().isEmpty() ? Saying.ALWAYS : Saying.IF_OTHER;
    return new Leaf(LeafReader.location(slot), healthCheck, saying, null, null);
  }

  private static long ttl(RecordSet record) {
    RecordLookup.texts(record); // Refuses aliases next to values.
    return ((RecordData.Values) record.data()).ttl();
  }

  private static boolean unlike(Map<RecordType, RecordSet> slot) {
    return slot.values().stream().map(RecordSet::healthCheckId).distinct().count() > 1;
  }

  private static BranchHealthCheck one(Optional<String> check) {
    return check
        .<BranchHealthCheck>map(BranchHealthCheck.One::new)
        .orElse(new BranchHealthCheck.None());
  }

  private static Saying saying(PolicyKind kind, Optional<String> check) {
    return kind == PolicyKind.SIMPLE && check.isPresent() ? Saying.ALWAYS : Saying.IF_OTHER;
  }

  private static boolean all(
      Map<RecordType, RecordSet> slot, Class<? extends RecordData> kindOfAnswer) {
    return slot.values().stream().allMatch(record -> kindOfAnswer.isInstance(record.data()));
  }

  /** The property that all records of a slot have in common. */
  private static <T> T same(
      Map<RecordType, RecordSet> slot, Function<RecordSet, T> property, String words) {
    Set<T> found = slot.values().stream().map(property).collect(Collectors.toSet());
    if (found.size() > 1) {
      throw new NotExpressible(
          words
              + " of its "
              + slot.keySet().stream().map(Enum::name).sorted().toList()
              + " differ");
    }
    return found.iterator().next();
  }
}
