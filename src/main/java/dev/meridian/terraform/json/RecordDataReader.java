package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps the values or the alias of an {@code aws_route53_record} to the flat form. */
final class RecordDataReader {
  private static final String RECORD = "aws_route53_record";

  private final Resources resources;
  private final HostedZones zones;

  RecordDataReader(Resources resources, HostedZones zones) {
    this.resources = resources;
    this.zones = zones;
  }

  /** The values, or null if none are set. */
  static @Nullable List<@Nullable Value> values(Resource resource, RecordType type) {
    JsonNode records = resource.values().path("records");
    List<@Nullable Value> values = new ArrayList<>();
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
    return values.isEmpty() ? null : values;
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
      if (resource.isUnknown("alias")) {
        throw Attributes.unknown("alias");
      }
      return null;
    }
    Boolean evaluate = alias.flag("evaluate_target_health");
    return isWithin(resource, alias, zone)
        ? new ApiRecordSet.Alias(
            Value.literal(zone.key()),
            Value.literal(recordName(resource, alias, zone).text()),
            evaluate)
        : new ApiRecordSet.Alias(alias.value("zone_id"), alias.value("name"), evaluate);
  }

  private boolean isWithin(Resource resource, Attributes alias, HostedZones.Zone zone) {
    String zoneId = alias.text("zone_id");
    return zoneId.isEmpty()
        ? zones.of(resource, zoneId, alias.expression("zone_id")).filter(zone::equals).isPresent()
        : zoneId.equals(zone.id());
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
            .orElseGet(() -> resources.mentioned(resource, argument, RECORD))
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
