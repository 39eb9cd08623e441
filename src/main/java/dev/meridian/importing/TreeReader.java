package dev.meridian.importing;

import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.importing.Group.Below;
import dev.meridian.importing.Group.End;
import dev.meridian.importing.Group.Leaf;
import dev.meridian.importing.Group.Saying;
import dev.meridian.importing.Group.Twig;
import dev.meridian.model.Answer;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
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
  private final Records records;
  private final Leaves leaves;
  private final Set<GroupKey> path = new HashSet<>();

  private TreeReader(Records records) {
    this.records = records;
    this.leaves = new Leaves(records);
  }

  /**
   * The tree of a name.
   *
   * @throws NotExpressible where no declaration says the same
   */
  static Group read(Records records, DnsName name, Collection<RecordType> types) {
    Map<RecordType, GroupKey> keys = new EnumMap<>(RecordType.class);
    types.forEach(type -> keys.put(type, new GroupKey(name, type)));
    return new TreeReader(records).group(keys);
  }

  private Group group(Map<RecordType, GroupKey> keys) {
    for (GroupKey key : keys.values()) {
      if (!path.add(key)) {
        throw new NotExpressible("the aliases of " + key + " lead in a circle");
      }
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
                                Labels.slot(record), s -> new EnumMap<>(RecordType.class))
                            .put(type, record)));
    RecordSet any = records.group(keys.values().iterator().next()).get(0);
    PolicyKind kind = any.policy().kind();
    Group group =
        kind == PolicyKind.MULTIVALUE
            ? new Group(kind, leaves.multivalue(slots.values()))
            : new Group(kind, twigs(kind, slots.values()));
    path.removeAll(keys.values());
    return group;
  }

  private List<Twig> twigs(PolicyKind kind, Collection<Map<RecordType, RecordSet>> slots) {
    Labels labels = new Labels();
    List<Twig> twigs = new ArrayList<>();
    for (Map<RecordType, RecordSet> slot : slots) {
      RecordSet first = slot.values().iterator().next();
      RoutingPolicy policy = first.policy();
      same(slot, RecordSet::policy, "the routing policies");
      String label = labels.of(first);
      twigs.add(new Twig(label, policy, end(kind, label, slot)));
    }
    return twigs;
  }

  private End end(PolicyKind kind, String label, Map<RecordType, RecordSet> slot) {
    if (all(slot, Answer.ResourceAlias.class)) {
      return resource(kind, slot);
    }
    Optional<Leaf> servers = leaves.servers(kind, label, slot);
    if (servers.isPresent()) {
      return servers.get();
    }
    if (all(slot, Answer.RecordAlias.class)) {
      return below(slot);
    }
    return values(kind, slot);
  }

  private Below below(Map<RecordType, RecordSet> slot) {
    Map<RecordType, GroupKey> targets = new EnumMap<>(RecordType.class);
    slot.forEach(
        (type, record) ->
            targets.put(type, new GroupKey(((Answer.RecordAlias) record.answer()).target(), type)));
    String check = same(slot, RecordSet::healthCheckId, "the health checks").orElse(null);
    boolean evaluate =
        same(
            slot,
            record -> ((Answer.RecordAlias) record.answer()).evaluateTargetHealth(),
            "evaluate-target-health");
    return new Below(group(targets), check, evaluate);
  }

  private static Leaf resource(PolicyKind kind, Map<RecordType, RecordSet> slot) {
    Answer.ResourceAlias alias =
        (Answer.ResourceAlias) same(slot, RecordSet::answer, "the aliases");
    if (!slot.containsKey(RecordType.A)) {
      throw new NotExpressible("an alias to an AWS resource answers AAAA alone");
    }
    Location location =
        new Location.Resource(
            Records.literal(alias.dnsName()),
            Records.literal(alias.zoneId()),
            slot.containsKey(RecordType.AAAA));
    Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
    return new Leaf(location, one(check), saying(kind, check), null, alias.evaluateTargetHealth());
  }

  /** Several values in one record are an endpoint only where it is the only record. */
  private End values(PolicyKind kind, Map<RecordType, RecordSet> slot) {
    boolean several = slot.values().stream().anyMatch(record -> Records.texts(record).size() > 1);
    if (several && kind != PolicyKind.SIMPLE) {
      Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
      Leaf leaf = new Leaf(Leaves.location(slot), new Guard.None(), Saying.IF_OTHER, null, null);
      Twig only = new Twig(PolicyKind.SIMPLE.word(), new RoutingPolicy.Simple(), leaf);
      return new Below(new Group(PolicyKind.SIMPLE, List.of(only)), check.orElse(null), true);
    }
    if (several && slot.size() > 1 && unlike(slot)) {
      return new Leaf(Leaves.location(slot), leaves.single(slot), Saying.ALWAYS, null, null);
    }
    if (several) {
      Optional<String> check = same(slot, RecordSet::healthCheckId, "the health checks");
      return new Leaf(Leaves.location(slot), one(check), saying(kind, check), null, null);
    }
    Guard guard = leaves.guard(slot);
    Saying saying =
        kind == PolicyKind.SIMPLE && !(guard instanceof Guard.None)
            ? Saying.ALWAYS
            : Saying.IF_OTHER;
    return new Leaf(Leaves.location(slot), guard, saying, null, null);
  }

  private static boolean unlike(Map<RecordType, RecordSet> slot) {
    return slot.values().stream().map(RecordSet::healthCheckId).distinct().count() > 1;
  }

  private static Guard one(Optional<String> check) {
    return check.<Guard>map(Guard.One::new).orElse(new Guard.None());
  }

  private static Saying saying(PolicyKind kind, Optional<String> check) {
    return kind == PolicyKind.SIMPLE && check.isPresent() ? Saying.ALWAYS : Saying.IF_OTHER;
  }

  private static boolean all(
      Map<RecordType, RecordSet> slot, Class<? extends Answer> kindOfAnswer) {
    return slot.values().stream().allMatch(record -> kindOfAnswer.isInstance(record.answer()));
  }

  /** What the records of a slot have in common; they differ only in their types. */
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
