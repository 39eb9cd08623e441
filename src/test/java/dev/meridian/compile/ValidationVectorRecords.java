package dev.meridian.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.ApiHealthCheck;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the vectors' records and health checks into the API's flat forms, field by field. */
final class ValidationVectorRecords {

  private ValidationVectorRecords() {}

  static ApiRecordSet record(JsonNode json) {
    return FieldsOf.read("record", json, ValidationVectorRecords::record);
  }

  static ApiRecordSet record(FieldsOf fields) {
    return new ApiRecordSet(
        Objects.requireNonNull(fields.text("name"), "a record without a name"),
        Objects.requireNonNull(fields.text("type"), "a record without a type"),
        fields.text("set_identifier"),
        routing(fields),
        fields.number("ttl"),
        values(fields.texts("values", "resource_records")),
        fields.object(ValidationVectorRecords::alias, "alias", "alias_target"),
        fields.text("health_check", "health_check_id"),
        fields.text("traffic_policy_instance_id"));
  }

  private static List<Value> values(List<String> texts) {
    return texts == null ? null : texts.stream().map(Value::literal).toList();
  }

  private static ApiRouting routing(FieldsOf fields) {
    return new ApiRouting(
        fields.number("weight"),
        fields.text("region"),
        fields.text("failover"),
        fields.flag("multivalue", "multi_value_answer", "multivalue_answer"),
        fields.object(ValidationVectorRecords::geo, "geo", "geo_location", "geolocation"),
        fields.object(
            ValidationVectorRecords::geoproximity,
            "geoproximity",
            "geo_proximity_location",
            "geo_proximity"),
        fields.object(
            cidr ->
                new ApiRouting.Cidr(
                    Objects.requireNonNullElse(cidr.text("collection", "collection_id"), ""),
                    Objects.requireNonNullElse(cidr.text("location", "location_name"), "")),
            "cidr",
            "cidr_routing_config"),
        fields.object(
            az -> new ApiRouting.AzAffinity(az.text("location_type"), az.text("location_id")),
            "az_affinity"));
  }

  private static ApiRouting.Geo geo(FieldsOf fields) {
    return new ApiRouting.Geo(
        fields.text("continent", "continent_code"),
        fields.text("country", "country_code"),
        fields.text("subdivision", "subdivision_code"));
  }

  private static ApiRouting.Geoproximity geoproximity(FieldsOf fields) {
    return new ApiRouting.Geoproximity(
        fields.text("aws_region", "region"),
        fields.text("local_zone_group"),
        fields.object(
            point ->
                new ApiRouting.Coordinates(degrees(point, "latitude"), degrees(point, "longitude")),
            "coordinates"),
        fields.number("bias"));
  }

  /** A text in the API, a number in some vectors. */
  private static String degrees(FieldsOf point, String name) {
    return point.any(name).map(JsonNode::asText).orElse("");
  }

  private static ApiRecordSet.Alias alias(FieldsOf fields) {
    return new ApiRecordSet.Alias(
        Value.literal(
            Objects.requireNonNull(
                fields.text("zone_id", "hosted_zone_id"), "alias without a zone")),
        Value.literal(Objects.requireNonNull(fields.text("dns_name"), "alias without a name")),
        fields.flag("evaluate_target_health"));
  }

  static ApiHealthCheck healthCheck(FieldsOf fields) {
    return new ApiHealthCheck(
        Objects.requireNonNull(fields.text("type"), "a health check without a type"),
        probe(fields),
        new ApiHealthCheck.Timing(
            fields.number("request_interval"),
            fields.number("failure_threshold"),
            fields.flag("measure_latency")),
        source(fields),
        fields.flag("inverted"),
        fields.flag("disabled"));
  }

  private static Value value(String text) {
    return text == null ? null : Value.literal(text);
  }

  private static ApiHealthCheck.Probe probe(FieldsOf fields) {
    return new ApiHealthCheck.Probe(
        value(fields.text("ip_address")),
        value(fields.text("fqdn", "fully_qualified_domain_name")),
        fields.number("port"),
        fields.text("resource_path", "path"),
        fields.text("search_string"),
        fields.flag("enable_sni"),
        fields.texts("regions"));
  }

  private static ApiHealthCheck.Source source(FieldsOf fields) {
    String[] alarm = new String[2];
    fields.object(
        given -> {
          alarm[0] = given.text("name");
          alarm[1] = given.text("region");
          return alarm;
        },
        "alarm",
        "alarm_identifier");
    return new ApiHealthCheck.Source(
        fields.number("threshold", "health_threshold"),
        children(fields),
        alarm[0],
        alarm[1],
        fields.text("insufficient_data", "insufficient_data_health_status"),
        routingControl(fields.text("routing_control_arn")));
  }

  private static @Nullable Value routingControl(@Nullable String arn) {
    return arn == null ? null : Value.literal(arn);
  }

  /** A list of ids, or how many there are. */
  private static List<String> children(FieldsOf fields) {
    return fields
        .any("children", "child_health_checks")
        .map(
            node ->
                node.isIntegralNumber()
                    ? ManyNames.texts(node.intValue(), i -> "endpoint:" + i)
                    : texts(node))
        .orElse(null);
  }

  private static List<String> texts(JsonNode array) {
    return ManyNames.texts(array.size(), i -> array.get(i).asText());
  }
}
