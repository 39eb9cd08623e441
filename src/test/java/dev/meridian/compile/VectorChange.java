package dev.meridian.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.compile.rule.ChangeBatch;
import dev.meridian.compile.rule.ChangeBatch.Action;
import dev.meridian.compile.rule.ChangeBatch.Change;
import dev.meridian.compile.rule.PlanRules;
import dev.meridian.compile.rule.Violation;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One change of the vectors, put to the model's constructors and the plan's rules. Whatever the
 * change refers to outside the zone, such as health checks, exists.
 */
final class VectorChange {
  /** The id under which the vectors' aliases name the zone itself. */
  private static final String ZONE_ID = "ZEXAMPLE";

  private final String zone;
  private final ZoneKind kind;
  private final List<RecordSet> existing = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();
  private final List<CidrCollection> collections = new ArrayList<>();

  private VectorChange(String zone, String kind) {
    this.zone = zone;
    this.kind = ZoneKind.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  /**
   * The violations of a vector's change, none where it is accepted.
   *
   * @throws InvalidValue where the model refuses a value
   */
  static List<Violation> violations(FieldsOf vector) {
    String zone = Objects.requireNonNullElse(vector.text("zone"), "example.com.");
    String kind = vector.text("zone_kind");
    return vector.object(
        fields -> {
          String inner = fields.text("zone_kind");
          String told =
              Objects.requireNonNullElse(inner, Objects.requireNonNullElse(kind, "public"));
          return new VectorChange(zone, told).read(fields);
        },
        "change");
  }

  private List<Violation> read(FieldsOf fields) {
    fields
        .any("existing")
        .ifPresent(
            list -> each(list, node -> existing.add(stored(ValidationVectorRecords.record(node)))));
    requireGood();
    for (Action action : Action.values()) {
      fields
          .any(action.name().toLowerCase(Locale.ROOT))
          .ifPresent(node -> each(node, record -> change(action, record)));
    }
    fields.any("changes").ifPresent(list -> list.forEach(this::change));
    fields.object(this::batch, "batch");
    fields.object(this::group, "group");
    fields.object(this::cidr, "cidr_put");
    fields.object(this::check, "health_check");
    Optional.ofNullable(fields.text("delete_health_check")).ifPresent(this::deleteCheck);
    return outcome();
  }

  /** A zone that is wrong before the change would make any vector pass. */
  private void requireGood() {
    List<Violation> found = PlanRules.check(plan(), kind);
    if (found.stream().anyMatch(each -> each.severity() != Violation.Severity.QUOTA)) {
      throw new AssertionError("the existing records are refused already: " + found);
    }
  }

  private List<Violation> outcome() {
    if (changes.isEmpty()) {
      return PlanRules.check(plan(), kind);
    }
    changes.forEach(change -> provide(change.record()));
    return new ChangeBatch(changes).applyTo(plan(), kind).violations();
  }

  private RoutingPlan plan() {
    existing.forEach(this::provide);
    return new RoutingPlan(new DnsName(zone), existing, checks, collections);
  }

  private void provide(RecordSet record) {
    Account.collectionOf(record, collections).ifPresent(collections::add);
    record
        .healthCheckId()
        .filter(id -> !id.equals(Account.DELETED))
        .filter(id -> checks.stream().noneMatch(check -> check.id().equals(id)))
        .ifPresent(id -> checks.add(Account.check(id)));
  }

  private static RecordSet set(ApiRecordSet record) {
    return record.toRecordSet(ZONE_ID);
  }

  /** A record of the zone before the change: refusing it would refuse the wrong thing. */
  private static RecordSet stored(ApiRecordSet record) {
    try {
      return set(record);
    } catch (InvalidValue e) {
      throw new AssertionError("the existing records are refused already", e);
    }
  }

  private static void each(JsonNode node, Consumer<JsonNode> consumer) {
    if (node.isArray()) {
      node.forEach(consumer);
    } else {
      consumer.accept(node);
    }
  }

  private void change(Action action, JsonNode record) {
    changes.add(new Change(action, set(ValidationVectorRecords.record(record))));
  }

  private void change(JsonNode json) {
    FieldsOf.read(
        "changes",
        json,
        fields -> {
          Action action = Action.valueOf(fields.text("action").toUpperCase(Locale.ROOT));
          Optional<JsonNode> nested = fields.any("record", "resource_record_set");
          ApiRecordSet record =
              nested
                  .map(ValidationVectorRecords::record)
                  .orElseGet(() -> ValidationVectorRecords.record(fields));
          return changes.add(new Change(action, set(record)));
        });
  }

  private boolean batch(FieldsOf fields) {
    Action action = Action.valueOf(fields.text("action").toUpperCase(Locale.ROOT));
    Long count = fields.number("resource_records", "records", "count");
    Long characters = fields.number("value_characters", "characters", "value_chars");
    int records = count == null ? Account.recordsFor(characters) : Math.toIntExact(count);
    List<ApiRecordSet> made = Account.batch(zone, records, characters);
    if (action == Action.DELETE) {
      made.forEach(record -> existing.add(set(record)));
    }
    made.forEach(record -> changes.add(new Change(action, set(record))));
    return true;
  }

  private boolean group(FieldsOf fields) {
    int count = Math.toIntExact(fields.number("count", "records"));
    // Counts are a zone's, not a request's: the records are there, whoever put them.
    ManyNames.group(zone, fields.text("policy"), count)
        .forEach(record -> existing.add(set(record)));
    return true;
  }

  private boolean cidr(FieldsOf fields) {
    String location = fields.text("location", "location_name");
    String collection = Objects.requireNonNullElse(fields.text("collection"), "c1");
    JsonNode blocks = fields.any("blocks", "cidr_list").orElseThrow();
    List<String> texts =
        blocks.isIntegralNumber()
            ? ManyNames.texts(blocks.intValue(), i -> "10." + i / 256 + "." + i % 256 + ".0/24")
            : ManyNames.texts(blocks.size(), i -> blocks.get(i).asText());
    List<CidrBlock> list = texts.stream().map(CidrBlock::new).toList();
    collections.add(new CidrCollection(collection, Map.of(location, list)));
    return true;
  }

  private boolean check(FieldsOf fields) {
    HealthCheck check = ValidationVectorRecords.healthCheck(fields).toHealthCheck("new");
    checks.addAll(Account.childrenOf(check));
    return checks.add(check);
  }

  /** Route 53 lets the records keep an id that leads nowhere; a calculated check it does not. */
  private void deleteCheck(String use) {
    if (use.contains("calculated")) {
      checks.add(Account.check("calculated:1"));
    } else if (use.contains("record")) {
      existing.add(set(Account.checkedRecord(zone)));
    } else {
      throw new AssertionError("the test does not know a health check " + use);
    }
  }
}
