package dev.meridian.compile.rule;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One request that changes the records of a zone: all of it happens or nothing. Terraform makes a
 * request for each record, and the records a declaration can have are below the limits of a
 * request; so only the vectors need these rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">API
 *     ChangeResourceRecordSets</a>
 */
public record ChangeBatch(List<Change> changes) {
  /**
   * ResourceRecord elements of one request.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Quotas</a>
   */
  private static final int ELEMENTS_PER_CHANGE = 1_000;

  /** Characters of all values of one request (the same page). */
  private static final int VALUE_CHARACTERS_PER_CHANGE = 32_000;

  /** What happens to a record. */
  public enum Action {
    CREATE,
    UPSERT,
    DELETE
  }

  /** One record of the request; a DELETE repeats all that is stored. */
  public record Change(Action action, RecordSet record) {

    /** An UPSERT deletes and creates, and so counts everything twice. */
    private int times() {
      return action == Action.UPSERT ? 2 : 1;
    }

    private int elements() {
      int own = record.data() instanceof RecordData.Values answer ? answer.values().size() : 1;
      return own * times();
    }

    private int characters() {
      return record.data() instanceof RecordData.Values answer
          ? answer.values().stream().mapToInt(Change::length).sum() * times()
          : 0;
    }

    /** A value that Terraform fills in later counts nothing yet. */
    private static int length(Value value) {
      return value instanceof Value.Literal literal ? literal.text().length() : 0;
    }
  }

  /**
   * The zone after the request.
   *
   * @param violations why the request is refused, none where it is carried out
   */
  public record Outcome(RoutingPlan plan, List<Violation> violations) {
    public Outcome {
      violations = List.copyOf(violations);
    }
  }

  public ChangeBatch {
    changes = List.copyOf(changes);
  }

  /** ResourceRecord elements as AWS counts them; an alias is one. */
  public int elements() {
    return changes.stream().mapToInt(Change::elements).sum();
  }

  /** Characters of all values as AWS counts them. */
  public int valueCharacters() {
    return changes.stream().mapToInt(Change::characters).sum();
  }

  /** What the request makes of a zone, held to the request's own limits and to all rules. */
  public Outcome applyTo(RoutingPlan plan, ZoneKind kind) {
    List<Violation> found = new ArrayList<>();
    limits(new Subject.OfZone(plan.zone()), found::add);
    Map<RecordKey, RecordSet> records = new LinkedHashMap<>();
    plan.records().forEach(record -> records.put(record.key(), record));
    for (Change change : changes) {
      target(change, records).ifPresent(found::add);
      apply(change, records, found::add);
    }
    RoutingPlan changed =
        new RoutingPlan(
            plan.zone(),
            List.copyOf(records.values()),
            plan.healthChecks(),
            plan.cidrCollections());
    found.addAll(PlanRules.check(changed, kind));
    return new Outcome(changed, found);
  }

  private void limits(Subject subject, Consumer<Violation> found) {
    limit(subject, "ResourceRecord elements", elements(), ELEMENTS_PER_CHANGE, found);
    int characters = valueCharacters();
    limit(subject, "characters of values", characters, VALUE_CHARACTERS_PER_CHANGE, found);
  }

  private static void limit(
      Subject subject, String noun, int count, int most, Consumer<Violation> found) {
    if (count > most) {
      found.accept(
          Violation.rejected(
              subject,
              "the change request has "
                  + count
                  + " "
                  + noun
                  + ", more than "
                  + most
                  + " (an UPSERT counts twice)",
              "send several requests"));
    }
  }

  /** An alias finds its target among what is stored and what the request has made before it. */
  private Optional<Violation> target(Change change, Map<RecordKey, RecordSet> records) {
    RecordSet record = change.record();
    if (change.action() == Action.DELETE
        || !(record.data() instanceof RecordData.RecordAlias alias)) {
      return Optional.empty();
    }
    RrsetKey target = new RrsetKey(alias.target(), record.type());
    Predicate<RecordKey> isTarget = key -> key.group().equals(target);
    boolean later = changes.stream().anyMatch(other -> isTarget.test(other.record().key()));
    return records.keySet().stream().anyMatch(isTarget) || !later
        ? Optional.empty()
        : Optional.of(
            Violation.rejected(
                new Subject.OfRecord(record.key()),
                "Tried to create an alias that targets "
                    + alias.target()
                    + ", type "
                    + record.type()
                    + ", but that target was not found: the request makes it later",
                "put the target first"));
  }

  private static void apply(
      Change change, Map<RecordKey, RecordSet> records, Consumer<Violation> found) {
    RecordKey key = change.record().key();
    RecordSet stored = records.get(key);
    switch (change.action()) {
      case UPSERT -> records.put(key, change.record());
      case CREATE -> {
        if (stored != null) {
          found.accept(refused(key, "Tried to create", "but it already exists"));
        }
        records.put(key, change.record());
      }
      case DELETE -> {
        if (stored == null) {
          found.accept(refused(key, "Tried to delete", "but it was not found"));
        } else if (!same(stored, change.record())) {
          found.accept(
              refused(
                  key,
                  "Tried to delete",
                  "but the values provided do not match the current values"));
        }
        records.remove(key);
      }
    }
  }

  /** Values have no order. */
  private static boolean same(RecordSet stored, RecordSet repeated) {
    return sorted(stored).equals(sorted(repeated));
  }

  private static RecordSet sorted(RecordSet record) {
    return record.data() instanceof RecordData.Values answer
        ? new RecordSet(
            record.key(),
            record.policy(),
            new RecordData.Values(
                answer.ttl(),
                answer.values().stream().sorted(Comparator.comparing(Value::toString)).toList()),
            record.healthCheck())
        : record;
  }

  private static Violation refused(RecordKey key, String deed, String reason) {
    return Violation.rejected(
        new Subject.OfRecord(key),
        deed + " resource record set [" + key + "] " + reason,
        "read the zone again, and change what is there now");
  }
}
