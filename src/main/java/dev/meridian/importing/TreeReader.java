package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.ImportedGroup.Target;
import dev.meridian.importing.ImportedGroup.ToGroup;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the tree below one name, following aliases to records of the zone. */
final class TreeReader {
  /** A level takes up to four of the 100 levels that a file can have. */
  private static final int MAX_LEVELS = 24;

  /**
   * Several aliases can share a group, and a file repeats it for each of them. So 24 levels can
   * become millions of branches.
   */
  private static final int MAX_BRANCHES = 10_000;

  private final RecordLookup records;
  private final LeafReader leafReader;
  private final Set<RrsetKey> path = new HashSet<>();
  private int total;

  private TreeReader(RecordLookup records) {
    this.records = records;
    this.leafReader = new LeafReader(records);
  }

  /**
   * The tree of a name.
   *
   * @throws NotExpressible if no declaration can express the tree
   */
  static ImportedGroup read(RecordLookup records, DnsName name, Collection<RecordType> types) {
    Map<RecordType, RrsetKey> keys = new EnumMap<>(RecordType.class);
    types.forEach(type -> keys.put(type, new RrsetKey(name, type)));
    return new TreeReader(records).group(keys);
  }

  private ImportedGroup group(Map<RecordType, RrsetKey> keys) {
    for (RrsetKey key : keys.values()) {
      if (!path.add(key)) {
        throw new NotExpressible("the aliases of " + key + " form a loop");
      }
    }
    if (path.size() > MAX_LEVELS * keys.size()) {
      throw new NotExpressible("its aliases form more than " + MAX_LEVELS + " levels");
    }
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
                            .computeIfAbsent(
                                BranchLabels.slot(record), s -> new EnumMap<>(RecordType.class))
                            .put(type, record)));
    RecordSet any = records.group(keys.values().iterator().next()).get(0);
    PolicyKind kind = any.policy().kind();
    ImportedGroup group =
        kind == PolicyKind.MULTIVALUE
            ? new ImportedGroup(kind, leafReader.multivalue(slots.values()))
            : new ImportedGroup(kind, branches(kind, slots.values()));
    path.removeAll(keys.values());
    return group;
  }

  private List<Branch> branches(PolicyKind kind, Collection<Map<RecordType, RecordSet>> slots) {
    BranchLabels labels = new BranchLabels();
    List<Branch> branches = new ArrayList<>();
    for (Map<RecordType, RecordSet> slot : slots) {
      if (++total > MAX_BRANCHES) {
        throw new NotExpressible("its aliases lead to more than " + MAX_BRANCHES + " branches");
      }
      RecordSet first = slot.values().iterator().next();
      RoutingPolicy policy = first.policy();
      same(slot, RecordSet::policy, "the routing policies");
      String label = labels.of(first);
      branches.add(new Branch(label, policy, target(kind, label, slot)));
    }
    return branches;
  }

  private Target target(PolicyKind kind, String label, Map<RecordType, RecordSet> slot) {
    if (all(slot, RecordData.ResourceAlias.class)) {
      return resource(kind, slot);
    }
    Optional<Leaf> servers = leafReader.servers(kind, label, slot);
    if (servers.isPresent()) {
      return servers.get();
    }
    if (all(slot, RecordData.RecordAlias.class)) {
      return below(slot);
    }
    return values(kind, slot);
  }

  private ToGroup below(Map<RecordType, RecordSet> slot) {
    Map<RecordType, RrsetKey> targets = new EnumMap<>(RecordType.class);
    slot.forEach(
        (type, record) ->
            targets.put(
                type, new RrsetKey(((RecordData.RecordAlias) record.data()).target(), type)));
    String check = same(slot, RecordSet::healthCheckId, "the health checks").orElse(null);
    boolean evaluate =
        same(
            slot,
            record -> ((RecordData.RecordAlias) record.data()).evaluateTargetHealth(),
            "evaluate-target-health");
    return new ToGroup(group(targets), check, evaluate);
  }

  private static Leaf resource(PolicyKind kind, Map<RecordType, RecordSet> slot) {
    RecordData.ResourceAlias alias =
        (RecordData.ResourceAlias) same(slot, RecordSet::data, "the aliases");
    if (!slot.containsKey(RecordType.A)) {
      throw new NotExpressible("an alias to an AWS resource has only AAAA records");
    }
    Location location =
        new Location.Resource(
            RecordLookup.literal(alias.dnsName()),
            RecordLookup.literal(alias.zoneId()),
            slot.containsKey(RecordType.AAAA));
    Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
    return new Leaf(location, one(check), saying(kind, check), null, alias.evaluateTargetHealth());
  }

  /** Several values in one record are an endpoint only if it is the only record. */
  private Target values(PolicyKind kind, Map<RecordType, RecordSet> slot) {
    boolean several =
        slot.values().stream().anyMatch(record -> RecordLookup.texts(record).size() > 1);
    if (several && kind != PolicyKind.SIMPLE) {
      Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
      Leaf leaf =
          new Leaf(
              LeafReader.location(slot), new BranchHealthCheck.None(), Saying.IF_OTHER, null, null);
      Branch only = new Branch(PolicyKind.SIMPLE.keyword(), new RoutingPolicy.Simple(), leaf);
      return new ToGroup(
          new ImportedGroup(PolicyKind.SIMPLE, List.of(only)), check.orElse(null), true);
    }
    if (several && slot.size() > 1 && unlike(slot)) {
      return new Leaf(
          LeafReader.location(slot), leafReader.single(slot), Saying.ALWAYS, null, null);
    }
    if (several) {
      Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
      return new Leaf(LeafReader.location(slot), one(check), saying(kind, check), null, null);
    }
    BranchHealthCheck healthCheck = leafReader.healthCheck(slot);
    Saying saying =
        kind == PolicyKind.SIMPLE && !healthCheck.ids().isEmpty() ? Saying.ALWAYS : Saying.IF_OTHER;
    return new Leaf(LeafReader.location(slot), healthCheck, saying, null, null);
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
