package dev.meridian.migrate;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.stacks.DnsStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps in which names get policies of other kinds. Each step is one apply. */
public final class PolicyMigration {
  private static final String RESOURCE = "aws_route53_record.";
  private final RoutingPlan before;
  private final RoutingPlan after;
  private final Collection<DnsName> names;
  private final Reached reached;
  private final Function<RecordKey, String> oldNames;
  private final Function<RecordKey, String> freshNames;

  /** A group whose policy changes, with the hidden group that has its new policy meanwhile. */
  private record Changed(RrsetKey key, RrsetKey hidden, List<Stage> stages) {
    Stage at(int step) {
      return stages.get(Math.min(step, stages.size() - 1));
    }
  }

  private PolicyMigration(
      RoutingPlan before,
      RoutingPlan after,
      Collection<DnsName> names,
      Function<RecordKey, String> oldNames,
      Function<RecordKey, String> freshNames) {
    this.before = before;
    this.after = after;
    this.names = names;
    this.reached = new Reached(before, after);
    this.oldNames = oldNames;
    this.freshNames = freshNames;
  }

  /**
   * The steps; empty if no policy of the names changes its kind. The last step is {@code after}.
   *
   * @param before the zone as the last apply left it
   * @param after the zone as it is declared
   * @param oldNames the resource names of the record sets of {@code before} in Terraform
   * @param freshNames those of {@code after}
   * @throws CannotMigrate if there are no such steps
   */
  public static List<MigrationStep> steps(
      RoutingPlan before,
      RoutingPlan after,
      Collection<DnsName> names,
      Function<RecordKey, String> oldNames,
      Function<RecordKey, String> freshNames)
      throws CannotMigrate {
    return new PolicyMigration(before, after, names, oldNames, freshNames).steps();
  }

  /** The names whose record sets of some type get a policy of another kind. */
  public static Set<DnsName> changed(RoutingPlan before, RoutingPlan after) {
    Set<DnsName> all = after.records().stream().map(RecordSet::name).collect(Collectors.toSet());
    return groups(before, after, all).stream()
        .map(RrsetKey::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The groups whose policies change their kind. */
  public static Set<RrsetKey> groups(
      RoutingPlan before, RoutingPlan after, Collection<DnsName> names) {
    SortedMap<RrsetKey, List<RecordSet>> old = before.groups();
    SortedMap<RrsetKey, List<RecordSet>> fresh = after.groups();
    return fresh.keySet().stream()
        .filter(key -> names.contains(key.name()) && old.containsKey(key))
        .filter(key -> kind(in(old, key)) != kind(in(fresh, key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The record sets of the names with the kinds of their policies, for comparison. */
  public static String policies(RoutingPlan plan, Collection<DnsName> names) {
    return names.stream()
        .sorted()
        .flatMap(name -> of(plan, name).values().stream().flatMap(List::stream))
        .map(
            record ->
                record.type()
                    + " "
                    + record.policy().kind().keyword()
                    + record.key().identifier().map(identifier -> " " + identifier).orElse(""))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private List<MigrationStep> steps() throws CannotMigrate {
    List<Changed> changed = new ArrayList<>();
    for (DnsName name : names) {
      changed.addAll(changed(name));
    }
    int count = changed.stream().mapToInt(one -> one.stages().size()).max().orElse(0);
    List<MigrationStep> steps = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      steps.add(step(changed, step, step == count - 1));
    }
    return steps;
  }

  private List<Changed> changed(DnsName name) throws CannotMigrate {
    Map<RrsetKey, List<RecordSet>> old = of(before, name);
    Map<RrsetKey, List<RecordSet>> fresh = of(after, name);
    if (old.isEmpty() || fresh.isEmpty()) {
      throw new CannotMigrate(
          name,
          name + (old.isEmpty() ? " had no record sets before" : " has no record sets any more"),
          "run ./meridian synth: nothing has to be migrated");
    }
    refuseOtherTypes(name, old.keySet(), fresh.keySet());
    List<Changed> changed = new ArrayList<>();
    for (RrsetKey key : groups(before, after, List.of(name))) {
      changed.add(changed(key, in(old, key), in(fresh, key)));
    }
    return changed;
  }

  private Changed changed(RrsetKey key, List<RecordSet> old, List<RecordSet> fresh)
      throws CannotMigrate {
    refuseAzAffinity(key, kind(old));
    refuseAzAffinity(key, kind(fresh));
    RrsetKey hidden =
        new RrsetKey(
            GeneratedNames.frontDoorGroup(after.zone(), key.name(), kind(fresh)), key.type());
    List<RecordSet> there = after.groups().getOrDefault(hidden, before.groups().get(hidden));
    if (there != null && kind(there) != kind(fresh)) {
      throw new CannotMigrate(
          key.name(),
          "its new records would be at " + hidden.name() + " meanwhile, which has records already",
          "rename the name or endpoint that they belong to");
    }
    boolean deleteFirst = reached.fromHidden(key);
    GroupMigration migration =
        new GroupMigration(old, fresh, hidden, deleteFirst, oldNames, freshNames);
    return new Changed(key, hidden, migration.stages());
  }

  private static void refuseAzAffinity(RrsetKey key, PolicyKind kind) throws CannotMigrate {
    if (kind == PolicyKind.AZ_AFFINITY) {
      throw new CannotMigrate(
          key.name(),
          "the AWS provider has no az-affinity policy",
          "change these records outside of Terraform");
    }
  }

  /** A CNAME record excludes all other types, so neither can be created before the other goes. */
  private static void refuseOtherTypes(DnsName name, Set<RrsetKey> old, Set<RrsetKey> fresh)
      throws CannotMigrate {
    boolean hadHosts = old.stream().anyMatch(key -> key.type() == RecordType.CNAME);
    boolean hasHosts = fresh.stream().anyMatch(key -> key.type() == RecordType.CNAME);
    if (hadHosts != hasHosts) {
      throw new CannotMigrate(
          name,
          "a CNAME record excludes all other types, so " + name + " cannot change between them",
          "change all its record sets in one batch (aws route53 change-resource-record-sets), then"
              + " run terraform apply, which finds the records as they are");
    }
  }

  private MigrationStep step(List<Changed> changed, int step, boolean isLast) throws CannotMigrate {
    Set<RrsetKey> keys = changed.stream().map(Changed::key).collect(Collectors.toSet());
    Map<RecordKey, RecordSet> records = new LinkedHashMap<>();
    after.records().stream()
        .filter(record -> !keys.contains(record.group()))
        .forEach(record -> records.put(record.key(), record));
    SortedMap<String, String> moves = new TreeMap<>();
    Map<RecordKey, String> names = new HashMap<>();
    Map<RecordKey, RecordKey> waits = new HashMap<>();
    List<String> does = new ArrayList<>();
    for (Changed one : changed) {
      Stage stage = one.at(step);
      stage.records().forEach(record -> records.put(record.key(), record));
      if (stage.usesTarget()) {
        in(after.groups(), one.key()).stream()
            .map(record -> at(one.hidden(), record))
            .forEach(record -> records.put(record.key(), record));
      }
      names.putAll(stage.names());
      waits.putAll(stage.waits());
      if (step < one.stages().size()) {
        stage.moves().forEach((from, to) -> moves.put(RESOURCE + from, RESOURCE + to));
        does.add(one.key() + ": " + stage.what() + ".");
      }
    }
    Kept kept = new Kept(before, after);
    if (!isLast) {
      for (Changed one : changed) {
        kept.behind(one.key());
      }
    }
    kept.records().forEach(record -> records.putIfAbsent(record.key(), record));
    RoutingPlan plan =
        after.with(
            List.copyOf(records.values()),
            Stream.concat(after.healthChecks().stream(), kept.healthChecks().stream()).toList(),
            after.cidrCollections());
    DnsStack.Migration stack = new DnsStack.Migration(new TreeMap<>(), moves, names, waits);
    return new MigrationStep(isLast ? after : plan, stack, does);
  }

  private static RecordSet at(RrsetKey hidden, RecordSet record) {
    RecordKey key = new RecordKey(hidden, record.key().setIdentifier());
    return new RecordSet(key, record.policy(), record.data(), record.healthCheck());
  }

  private static Map<RrsetKey, List<RecordSet>> of(RoutingPlan plan, DnsName name) {
    Map<RrsetKey, List<RecordSet>> found = new TreeMap<>();
    plan.groups()
        .forEach(
            (key, group) -> {
              boolean routed = RecordType.ROUTED.contains(key.type());
              if (key.name().equals(name) && routed) {
                found.put(key, group);
              }
            });
    return found;
  }

  private static List<RecordSet> in(Map<RrsetKey, List<RecordSet>> groups, RrsetKey key) {
    return groups.getOrDefault(key, List.of());
  }

  private static PolicyKind kind(List<RecordSet> group) {
    return group.get(0).policy().kind();
  }
}
