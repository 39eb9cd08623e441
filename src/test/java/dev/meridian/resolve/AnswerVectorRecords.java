package dev.meridian.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.catalog.Countries;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.AzLocation;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The zone of a vector, as record sets. */
final class AnswerVectorRecords {
  /** Any id but that of the aliases to AWS resources. */
  private static final String ZONE_ID = "ZEXAMPLE";

  /** Vectors call geoproximity endpoints A and B without saying where they are. */
  private final Map<String, GeoproximityLocation.At> endpoints = new TreeMap<>();

  RecordSet record(VectorFields fields) {
    boolean isAlias = fields.find("alias").isPresent();
    return new ApiRecordSet(
            fields.text("name"),
            fields.text("type"),
            fields.findText("set_identifier").orElse(null),
            fields.find("policy").isPresent() ? routing(fields.object("policy")) : ApiRouting.NONE,
            isAlias ? null : (Long) (long) fields.findNumber("ttl").orElse(300),
            isAlias ? null : fields.texts("values").stream().map(Value::literal).toList(),
            isAlias ? alias(fields.object("alias")) : null,
            fields.findText("health_check").orElse(null),
            null)
        .toRecordSet(ZONE_ID);
  }

  private static ApiRecordSet.Alias alias(VectorFields fields) {
    String zone =
        switch (fields.text("target_kind")) {
          case "rrset" -> ZONE_ID;
          case "aws" -> "Z1";
          default -> throw new IllegalArgumentException(fields.text("target_kind"));
        };
    ApiRecordSet.Alias alias =
        new ApiRecordSet.Alias(
            Value.literal(zone),
            Value.literal(fields.text("target")),
            fields.flag("evaluate_target_health"));
    fields.allRead();
    return alias;
  }

  private ApiRouting routing(VectorFields fields) {
    String kind = fields.text("kind");
    ApiRouting routing =
        new ApiRouting(
            kind.equals("weighted") ? (Long) (long) fields.number("weight") : null,
            kind.equals("latency") ? fields.text("region") : null,
            kind.equals("failover") ? fields.text("role") : null,
            kind.equals("multivalue") ? true : null,
            kind.equals("geolocation") ? geo(fields) : null,
            kind.equals("geoproximity") ? geoproximity(fields) : null,
            kind.equals("ip_based")
                ? new ApiRouting.Cidr(fields.text("collection"), fields.text("location"))
                : null,
            kind.equals("az_affinity") ? azAffinity(fields) : null);
    if (routing.equals(ApiRouting.NONE) && !kind.equals("simple")) {
      throw new IllegalArgumentException("policy " + kind);
    }
    fields.allRead();
    return routing;
  }

  /** The vectors are older than the API's LocationId of the global record, and write {@code *}. */
  private static ApiRouting.AzAffinity azAffinity(VectorFields fields) {
    String type = fields.text("location_type");
    String id = fields.text("location_id");
    boolean isGlobal = type.equals("Global") && id.equals("*");
    return new ApiRouting.AzAffinity(type, isGlobal ? AzLocation.Global.ID : id);
  }

  private static ApiRouting.Geo geo(VectorFields fields) {
    return new ApiRouting.Geo(
        fields.findText("continent").orElse(null),
        fields.findText("country").orElse(null),
        fields.findText("subdivision").orElse(null));
  }

  private ApiRouting.Geoproximity geoproximity(VectorFields fields) {
    Long bias = (long) fields.findNumber("bias").orElse(0);
    if (fields.find("aws_region").isPresent()) {
      return new ApiRouting.Geoproximity(fields.text("aws_region"), null, null, bias);
    }
    return new ApiRouting.Geoproximity(null, null, coordinates(fields), bias);
  }

  private ApiRouting.Coordinates coordinates(VectorFields fields) {
    if (fields.find("coordinates").isPresent()) {
      VectorFields point = fields.object("coordinates");
      String latitude = point.get("latitude").asText();
      String longitude = point.get("longitude").asText();
      point.allRead();
      return new ApiRouting.Coordinates(latitude, longitude);
    }
    GeoproximityLocation.At at = endpoint(fields.text("endpoint"));
    return new ApiRouting.Coordinates(
        at.latitude().toPlainString(), at.longitude().toPlainString());
  }

  /**
   * Where a client is, as far as records can tell: parts of other countries than the US are not
   * told apart, and a country without records of its own is nowhere.
   */
  static Optional<GeoLocation> whereabouts(String country, String subdivision) {
    if (Countries.byCode(country).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(place(country, country.equals("US") ? subdivision : null));
  }

  static GeoLocation place(String country, String subdivision) {
    if (subdivision != null) {
      if (!country.equals("US")) {
        throw new IllegalArgumentException("a subdivision of " + country);
      }
      return new GeoLocation.UsState(subdivision);
    }
    return country.equals("*") ? new GeoLocation.Default() : new GeoLocation.Country(country);
  }

  /** A made-up place for an endpoint; the vector's own distances decide. */
  private GeoproximityLocation.At endpoint(String name) {
    return endpoints.computeIfAbsent(
        name,
        key -> new GeoproximityLocation.At(BigDecimal.ZERO, BigDecimal.valueOf(endpoints.size())));
  }

  /** Kilometres by the code of a place instead of the vector's name for it. */
  Map<String, Double> distances(VectorFields byEndpoint) {
    Map<String, Double> distances = new HashMap<>();
    byEndpoint
        .entries()
        .forEach(
            entry -> {
              GeoproximityLocation place = endpoints.get(entry.getKey());
              distances.put(
                  place == null ? entry.getKey() : place.code(), entry.getValue().asDouble());
            });
    return distances;
  }

  static CidrCollection collection(String name, JsonNode locations) {
    Map<String, List<CidrBlock>> blocks = new TreeMap<>();
    locations
        .properties()
        .forEach(
            location -> {
              List<CidrBlock> list = new ArrayList<>();
              location.getValue().forEach(block -> list.add(new CidrBlock(block.asText())));
              blocks.put(location.getKey(), list);
            });
    return new CidrCollection(name, blocks);
  }
}
