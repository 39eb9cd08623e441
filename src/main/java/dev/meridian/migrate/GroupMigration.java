package dev.meridian.migrate;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stages in which the record sets of one name and type get another policy. Between two applies,
 * every record set of the name gives the same answer, except in the first and the last stage, so it
 * does not matter in which order Route 53 gets them.
 *
 * <ol>
 *   <li>Every old record set points to a hidden group with the new policy.
 *   <li>All old record sets but one are deleted, and the last one becomes the first record set of
 *       the new policy in one batch. The provider sends such a batch if the set identifier changes.
 *       The other new ones follow. All of them point to the hidden group.
 *   <li>Each new record set gets its own target.
 * </ol>
 *
 * <p>A multivalue record set cannot be an alias (API MultiValueAnswer). It gets the addresses of
 * the whole group instead.
 */
final class GroupMigration {
  private static final String MOVING = "__migration";

  private final List<RecordSet> old;
  private final List<RecordSet> fresh;
  private final RecordSet last;
  private final RecordSet first;
  private final RecordData target;
  private final boolean usesTarget;
  private final boolean deleteFirst;
  private final Function<RecordKey, String> oldNames;
  private final Function<RecordKey, String> freshNames;
  private final Set<String> siblingNames;
  private final String lastName;

  /**
   * @param hidden the group with the record sets of the new policy
   * @param deleteFirst whether the deletions need an apply of their own
   * @param oldNames the resource names of the old record sets in Terraform
   * @param freshNames the resource names of the new record sets
   */
  GroupMigration(
      List<RecordSet> old,
      List<RecordSet> fresh,
      RrsetKey hidden,
      boolean deleteFirst,
      Function<RecordKey, String> oldNames,
      Function<RecordKey, String> freshNames) {
    this.old = old;
    this.fresh = fresh;
    this.deleteFirst = deleteFirst;
    this.oldNames = oldNames;
    this.freshNames = freshNames;
    this.last = Everybody.of(old);
    this.first = sameAnswer().orElseGet(() -> Everybody.of(fresh));
    boolean alias = fresh.size() == 1 && !(first.data() instanceof RecordData.Values);
    this.usesTarget = !alias;
    this.target = alias ? first.data() : new RecordData.RecordAlias(hidden.name(), true);
    this.siblingNames =
        old.stream()
            .filter(record -> !record.equals(last))
            .map(record -> oldNames.apply(record.key()))
            .collect(Collectors.toSet());
    String usual = freshNames.apply(first.key());
    this.lastName = siblingNames.contains(usual) ? usual + MOVING : usual;
  }

  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    SortedMap<String, String> moves = new TreeMap<>();
    move(oldNames.apply(last.key()), lastName, moves);
    if (old.size() > 1) {
      stages.add(retargeted(moves));
      moves = new TreeMap<>();
      if (deleteFirst) {
        stages.add(alone());
      }
    }
    boolean last = isOneBatch() || (fresh.size() == 1 && isFinalName() && !hasSameIdentifier());
    if (!last) {
      stages.add(turned(moves));
      moves = new TreeMap<>();
    }
    stages.add(last ? turnedForGood(moves) : retargetedForGood());
    return stages;
  }

  /** A new record set with the answer of the only old one, if it can answer everybody. */
  private Optional<RecordSet> sameAnswer() {
    return fresh.stream()
        .filter(record -> old.size() == 1 && Everybody.isAnswered(record.policy()))
        .filter(record -> answers(record.data()).equals(answers(last.data())))
        .findFirst();
  }

  /** Whether the only old record set gives the answer of one of the new ones. */
  private boolean isOneBatch() {
    return old.size() == 1
        && Everybody.isAnswered(last.policy())
        && Everybody.isAnswered(first.policy())
        && !hasSameIdentifier()
        && answers(last.data()).equals(answers(first.data()));
  }

  private static Object answers(RecordData data) {
    return data instanceof RecordData.Values values ? Set.copyOf(values.values()) : data;
  }

  private boolean hasSameIdentifier() {
    return last.key().equals(first.key());
  }

  private boolean isFinalName() {
    return lastName.equals(freshNames.apply(first.key()));
  }

  private static void move(String from, String to, Map<String, String> moves) {
    if (!from.equals(to)) {
      moves.put(from, to);
    }
  }

  /** Every old record set gives the answers of the new policy. */
  private Stage retargeted(SortedMap<String, String> moves) {
    List<RecordSet> records = new ArrayList<>();
    Map<RecordKey, String> names = new HashMap<>();
    Map<RecordKey, RecordKey> waits = new HashMap<>();
    for (RecordSet record : old) {
      RoutingPolicy policy =
          record.equals(last) ? Everybody.policy(record.policy()) : record.policy();
      records.add(new RecordSet(record.key(), policy, oldData(), null));
      names.put(record.key(), record.equals(last) ? lastName : oldNames.apply(record.key()));
      if (!record.equals(last)) {
        waits.put(record.key(), last.key());
      }
    }
    boolean multivalue = last.policy().kind() == PolicyKind.MULTIVALUE;
    return new Stage(
        records,
        usesTarget && !multivalue,
        names,
        moves,
        waits,
        multivalue
            ? "each " + words(old) + " record set gets all addresses of the group"
            : usesTarget
                ? "the "
                    + words(fresh)
                    + " record sets are created at a hidden name, and the "
                    + words(old)
                    + " record sets point to them"
                : "the " + words(old) + " record sets get the answer of the new one");
  }

  private RecordData oldData() {
    return last.policy().kind() == PolicyKind.MULTIVALUE ? together(old) : target;
  }

  /** The last old record set, without the others. */
  private Stage alone() {
    return new Stage(
        List.of(new RecordSet(last.key(), Everybody.policy(last.policy()), oldData(), null)),
        usesTarget && last.policy().kind() != PolicyKind.MULTIVALUE,
        Map.of(last.key(), lastName),
        new TreeMap<>(),
        Map.of(),
        "all " + words(old) + " record sets but one are deleted");
  }

  /** The new record sets, all with the answers of the hidden group. */
  private Stage turned(SortedMap<String, String> moves) {
    boolean multivalue = first.policy().kind() == PolicyKind.MULTIVALUE;
    List<RecordSet> records = new ArrayList<>();
    Map<RecordKey, String> names = new HashMap<>();
    Map<RecordKey, RecordKey> waits = new HashMap<>();
    RecordKey firstKey = hasSameIdentifier() ? otherIdentifier() : first.key();
    for (RecordSet record : fresh) {
      if (record.equals(first)) {
        RecordData data = multivalue ? together(fresh) : target;
        RoutingPolicy policy = Everybody.policy(record.policy());
        records.add(new RecordSet(firstKey, policy, data, null));
        names.put(firstKey, lastName);
      } else {
        records.add(
            multivalue ? record : new RecordSet(record.key(), record.policy(), target, null));
        names.put(record.key(), newName(record.key()));
        waits.put(record.key(), firstKey);
      }
    }
    return new Stage(records, usesTarget && !multivalue, names, moves, waits, becomes());
  }

  /** A set identifier that no other record set has. */
  private RecordKey otherIdentifier() {
    Set<RecordKey> taken = fresh.stream().map(RecordSet::key).collect(Collectors.toSet());
    String identifier = first.key().identifier().orElse("") + "-" + words(fresh);
    RecordKey key = new RecordKey(first.group(), identifier);
    while (taken.contains(key)) {
      identifier += "-";
      key = new RecordKey(first.group(), identifier);
    }
    return key;
  }

  /** A deleted record set and a new one cannot have the same name in one apply. */
  private String newName(RecordKey key) {
    String usual = freshNames.apply(key);
    boolean taken = siblingNames.contains(usual) || usual.equals(oldNames.apply(last.key()));
    return taken ? usual + MOVING : usual;
  }

  /** The new record sets with their own targets, if no stage before has any of them. */
  private Stage turnedForGood(SortedMap<String, String> moves) {
    Map<RecordKey, RecordKey> waits = new HashMap<>();
    fresh.stream()
        .filter(record -> !record.equals(first))
        .forEach(record -> waits.put(record.key(), first.key()));
    return new Stage(fresh, false, Map.of(), moves, waits, becomes());
  }

  /** The new record sets with their own targets and their usual names. */
  private Stage retargetedForGood() {
    SortedMap<String, String> moves = new TreeMap<>();
    for (RecordSet record : fresh) {
      String name = record.equals(first) ? lastName : newName(record.key());
      move(name, freshNames.apply(record.key()), moves);
    }
    String what = "each " + words(fresh) + " record set gets its own target";
    return new Stage(fresh, false, Map.of(), moves, Map.of(), what);
  }

  private String becomes() {
    String one =
        old.size() > 1 && !deleteFirst
            ? "all " + words(old) + " record sets but one are deleted; one batch turns that one"
            : "one batch turns the " + words(old) + " record set";
    String others = fresh.size() > 1 ? "; then the others are created" : "";
    return one + " into the first " + words(fresh) + " record set" + others;
  }

  private static String words(List<RecordSet> group) {
    return group.get(0).policy().kind().keyword();
  }

  /** All values of a group in one record set, with the TTL of the group's first record set. */
  private static RecordData together(List<RecordSet> group) {
    List<Value> values = new ArrayList<>();
    @Nullable Long ttl = null;
    for (RecordSet record : group) {
      RecordData.Values one = (RecordData.Values) record.data();
      ttl = ttl == null ? Long.valueOf(one.ttl()) : ttl;
      one.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
    }
    return new RecordData.Values(ttl == null ? 0 : ttl, values);
  }
}
