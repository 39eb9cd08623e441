package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps the values or the alias of an {@code aws_route53_record} to the flat form. */
final class RecordDataReader {
  private static final String RECORD = "aws_route53_record";

  /** The resources whose names are those of record sets. */
  private static final List<String> NAMED = List.of(RECORD, TrafficPolicyReader.INSTANCE);

  private final Resources resources;
  private final HostedZones zones;
  private final UnknownValues unknowns;

  RecordDataReader(Resources resources, HostedZones zones) {
    this.resources = resources;
    this.zones = zones;
    this.unknowns = new UnknownValues(resources);
  }

  /**
   * The values, or null if none are set. If one of them is not known, a plan contains none of them,
   * so that one reference stands for all.
   */
  @Nullable List<@Nullable Value> values(Resource resource, RecordType type) {
    JsonNode records = resource.values().path("records");
    List<@Nullable Value> values = new ArrayList<>();
    records.forEach(
        record -> {
          if (!record.isNull()) {
            values.add(Value.literal(text(type, record.asText())));
          }
        });
    if (resource.unknown().path("records").toString().contains("true")) {
      Expression expression = resource.expression("records");
      List<Value> outputs = RemoteOutput.allIn(expression);
      if (outputs.isEmpty() && type == RecordType.CNAME && mentionsRecord(resource, expression)) {
        throw new InvalidValue(
            "which record it points to is known after apply", "read the state after apply instead");
      }
      values.addAll(
          outputs.isEmpty() ? List.of(unknowns.of(resource, "records", expression)) : outputs);
    }
    return values.isEmpty() ? null : values;
  }

  private boolean mentionsRecord(Resource resource, Expression expression) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    return namesRecord(search) || (search.isComplete() && isCandidate(resource, expression));
  }

  private boolean isCandidate(Resource resource, Expression expression) {
    return NAMED.stream()
        .anyMatch(type -> !resources.candidates(resource, expression, type).isEmpty());
  }

  private static boolean namesRecord(ReferenceSearch search) {
    return search.found().stream().anyMatch(one -> NAMED.contains(one.type()));
  }

  /** Route 53 stores texts in quotes. The provider adds the outer quotes if they are missing. */
  static String text(RecordType type, String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return (type == RecordType.TXT || type == RecordType.SPF) && !quoted
        ? "\"" + value + "\""
        : value;
  }

  /**
   * The alias, or null if there is none. A zone that is not created yet has no id, so the alias
   * contains {@link HostedZones.Zone#key}.
   */
  ApiRecordSet.@Nullable Alias alias(Resource resource, HostedZones.Zone zone) {
    Attributes alias = resource.block("alias");
    if (!alias.present()) {
      return resource.isUnknown("alias") ? dynamicAlias(resource, alias, zone) : null;
    }
    Boolean evaluate =
        alias.isUnknown("evaluate_target_health")
            ? (Boolean) false // RecordSetReader adds an unidentified health check
            : alias.flag("evaluate_target_health");
    return isRecord(resource, alias, zone)
        ? new ApiRecordSet.Alias(
            Value.literal(zone.key()),
            Value.literal(recordName(resource, alias, zone).text()),
            evaluate)
        : new ApiRecordSet.Alias(zoneId(resource, alias), target(resource, alias), evaluate);
  }

  /** Whether Route 53 evaluates the health of an alias target; empty if that is not known yet. */
  static Optional<Boolean> evaluatesHealth(Resource resource) {
    Attributes alias = resource.block("alias");
    return resource.isUnknown("alias") || alias.isUnknown("evaluate_target_health")
        ? Optional.empty()
        : Optional.of(Boolean.TRUE.equals(alias.flag("evaluate_target_health")));
  }

  /** A dynamic block. A record set without values has one. */
  private ApiRecordSet.Alias dynamicAlias(
      Resource resource, Attributes alias, HostedZones.Zone zone) {
    boolean hasValues =
        resource.isUnknown("records") || resource.values().path("records").size() > 0;
    Expression inside = alias.expression("name");
    if (hasValues || zones.canBe(zone, resource, inside) || canBeRecord(resource, inside)) {
      throw Attributes.unknown("alias");
    }
    return new ApiRecordSet.Alias(
        unknowns.of(resource, "alias[0].zone_id", inside),
        unknowns.of(resource, "alias[0].name", inside),
        false);
  }

  /** Whether a name that is not known yet can be the name of another record set. */
  private boolean canBeRecord(Resource resource, Expression name) {
    return isCandidate(resource, name)
        || NAMED.stream()
            .flatMap(type -> resources.managed(type).stream())
            .anyMatch(other -> other.isUnknown("name") && !isValidation(other));
  }

  /** A record for the validation of a certificate has a name that begins with {@code _}. */
  private static boolean isValidation(Resource record) {
    return Reference.in(record.expression("name")).stream()
        .anyMatch(reference -> reference.type().equals("aws_acm_certificate"));
  }

  private @Nullable Value zoneId(Resource resource, Attributes alias) {
    if (!alias.isUnknown("zone_id")) {
      return alias.value("zone_id");
    }
    return RemoteOutput.in(alias.expression("zone_id"))
        .orElseGet(() -> unknowns.aliasZone(resource, alias));
  }

  private @Nullable Value target(Resource resource, Attributes alias) {
    if (!alias.isUnknown("name")) {
      return alias.value("name");
    }
    return RemoteOutput.in(alias.expression("name"))
        .orElseGet(() -> unknowns.aliasName(resource, alias));
  }

  /** Whether the alias points to a record set in its own zone, rather than to an AWS resource. */
  private boolean isRecord(Resource resource, Attributes alias, HostedZones.Zone zone) {
    String zoneId = alias.text("zone_id");
    if (!zoneId.isEmpty()) {
      return zoneId.equals(zone.id());
    }
    Expression argument = alias.expression("zone_id");
    Optional<HostedZones.Zone> found = zones.of(resource, zoneId, argument);
    if (found.isEmpty() && namesRecord(ReferenceSearch.in(argument))) {
      throw new InvalidValue(
          "whether its alias points to a record or to an AWS resource is known after apply",
          "read the state after apply instead");
    }
    if (found.isPresent() || !zones.canBe(zone, resource, argument)) {
      return found.filter(zone::equals).isPresent();
    }
    if (!alias.text("name").isEmpty()) { // Route 53 accepts names in this zone only for records
      return new DnsName(alias.text("name")).isWithin(zone.name());
    }
    Expression name = alias.expression("name");
    if (unknowns.source(resource, name).isEmpty() && canBeRecord(resource, name)) {
      throw new InvalidValue(
          "whether its alias points to a record or to an AWS resource is known after apply",
          "read the state after apply instead");
    }
    return false;
  }

  private DnsName recordName(Resource resource, Attributes alias, HostedZones.Zone zone) {
    String name = alias.text("name");
    if (!name.isEmpty()) {
      return new DnsName(name);
    }
    Expression argument = alias.expression("name");
    List<DnsName> names =
        resources
            .meant(resource, argument, RECORD)
            .map(List::of)
            .orElseGet(() -> resources.candidates(resource, argument, RECORD))
            .stream()
            .map(target -> RecordSetReader.name(target.text("name"), zone.name()))
            .distinct()
            .toList();
    if (names.size() != 1) {
      throw new InvalidValue(
          "which record its alias points to is known after apply", "read the state after apply");
    }
    return names.get(0);
  }
}
