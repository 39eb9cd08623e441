package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an {@code aws_route53_record} answers with. */
final class RecordDataReader {
  private static final String RECORD = "aws_route53_record";

  private final Resources resources;
  private final HostedZones zones;

  RecordDataReader(Resources resources, HostedZones zones) {
    this.resources = resources;
    this.zones = zones;
  }

  RecordData read(Resource resource, HostedZones.Zone zone, RecordType type) {
    Resource.Nested alias = resource.block("alias");
    if (alias.present()) {
      return alias(resource, alias, zone);
    }
    if (resource.isUnknown("ttl")) {
      throw new InvalidValue("its ttl is known after apply", "read the state after apply");
    }
    List<Value> values = values(resource, type);
    if (!resource.values().path("ttl").isNumber()) {
      throw new InvalidValue("it has values and no ttl", "give it a ttl, in seconds");
    }
    return new RecordData.Values(resource.values().path("ttl").asLong(), values);
  }

  private static List<Value> values(Resource resource, RecordType type) {
    JsonNode records = resource.values().path("records");
    List<Value> values = new ArrayList<>();
    records.forEach(
        record -> {
          if (!record.isNull()) {
            values.add(Value.literal(text(type, record.asText())));
          }
        });
    if (resource.unknown().path("records").toString().contains("true")) {
      List<Value> outputs = RemoteOutput.allIn(resource.expression("records"));
      if (outputs.isEmpty()) {
        throw new InvalidValue(
            "its values are known after apply", "read the state after apply instead");
      }
      values.addAll(outputs);
    }
    return values;
  }

  /** Route 53 keeps texts in quotes; the provider adds the outer pair where there is none. */
  static String text(RecordType type, String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return (type == RecordType.TXT || type == RecordType.SPF) && !quoted
        ? "\"" + value + "\""
        : value;
  }

  private RecordData alias(Resource resource, Resource.Nested alias, HostedZones.Zone zone) {
    if (alias.isUnknown("evaluate_target_health")) {
      throw new InvalidValue(
          "whether its alias evaluates target health is known after apply",
          "read the state after apply instead");
    }
    boolean evaluate = alias.values().path("evaluate_target_health").asBoolean(false);
    String zoneId = alias.text("zone_id");
    Expression zoneArgument = alias.expressions().argument("zone_id");
    Optional<HostedZones.Zone> target =
        zoneId.isEmpty() ? zones.of(resource, zoneId, zoneArgument) : Optional.empty();
    boolean sameZone =
        zoneId.isEmpty() ? target.filter(zone::equals).isPresent() : zoneId.equals(zone.id());
    if (sameZone) {
      return new RecordData.RecordAlias(recordName(resource, alias, zone), evaluate);
    }
    return new RecordData.ResourceAlias(value(alias, "name"), value(alias, "zone_id"), evaluate);
  }

  private DnsName recordName(Resource resource, Resource.Nested alias, HostedZones.Zone zone) {
    String name = alias.text("name");
    if (!name.isEmpty()) {
      return new DnsName(name);
    }
    Expression argument = alias.expressions().argument("name");
    List<DnsName> names =
        resources
            .meant(resource, argument, RECORD)
            .map(List::of)
            .orElseGet(() -> resources.mentioned(resource, argument, RECORD))
            .stream()
            .map(target -> RecordSetReader.name(target.text("name"), zone.name()))
            .distinct()
            .toList();
    if (names.size() != 1) {
      throw new InvalidValue(
          "which record its alias leads to is known after apply", "read the state after apply");
    }
    return names.get(0);
  }

  private static Value value(Resource.Nested alias, String attribute) {
    String text = alias.text(attribute);
    if (!text.isEmpty()) {
      return Value.literal(text);
    }
    return RemoteOutput.in(alias.expressions().argument(attribute))
        .orElseThrow(
            () ->
                new InvalidValue(
                    "the " + attribute + " of its alias is known after apply",
                    "read the state after apply instead"));
  }
}
