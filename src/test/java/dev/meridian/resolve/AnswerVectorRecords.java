package dev.meridian.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.catalog.Countries;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
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
  /** Vectors call geoproximity endpoints A and B without saying where they are. */
  private final Map<String, GeoproximityLocation> endpoints = new TreeMap<>();

  static boolean isAzAffinity(JsonNode vector) {
    for (JsonNode record : vector.get("records")) {
      if (record.path("policy").path("kind").asText().equals("az_affinity")) {
        return true;
      }
    }
    return false;
  }

  RecordSet record(VectorFields fields) {
    RrsetKey group =
        new RrsetKey(new DnsName(fields.text("name")), RecordType.valueOf(fields.text("type")));
    String identifier = fields.findText("set_identifier").orElse(null);
    RoutingPolicy policy =
        fields.find("policy").isPresent()
            ? policy(fields.object("policy"))
            : new RoutingPolicy.Simple();
    RecordData answer =
        fields.find("alias").isPresent() ? alias(fields.object("alias")) : values(fields);
    return new RecordSet(
        new RecordKey(group, identifier),
        policy,
        answer,
        fields.findText("health_check").orElse(null));
  }

  private static RecordData values(VectorFields fields) {
    List<Value> values = fields.texts("values").stream().map(Value::literal).toList();
    return new RecordData.Values(fields.findNumber("ttl").orElse(300), values);
  }

  private static RecordData alias(VectorFields fields) {
    String target = fields.text("target");
    boolean evaluate = fields.flag("evaluate_target_health");
    RecordData alias =
        switch (fields.text("target_kind")) {
          case "rrset" -> new RecordData.RecordAlias(new DnsName(target), evaluate);
          case "aws" ->
              new RecordData.ResourceAlias(Value.literal(target), Value.literal("Z1"), evaluate);
          default -> throw new IllegalArgumentException(fields.text("target_kind"));
        };
    fields.allRead();
    return alias;
  }

  private RoutingPolicy policy(VectorFields fields) {
    RoutingPolicy policy =
        switch (fields.text("kind")) {
          case "simple" -> new RoutingPolicy.Simple();
          case "weighted" -> new RoutingPolicy.Weighted(fields.number("weight"));
          case "failover" ->
              new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.valueOf(fields.text("role")));
          case "latency" -> new RoutingPolicy.Latency(fields.text("region"));
          case "geolocation" -> new RoutingPolicy.Geolocation(location(fields));
          case "geoproximity" ->
              new RoutingPolicy.Geoproximity(place(fields), fields.findNumber("bias").orElse(0));
          case "multivalue" -> new RoutingPolicy.Multivalue();
          case "ip_based" ->
              new RoutingPolicy.IpBased(fields.text("collection"), fields.text("location"));
          default -> throw new IllegalArgumentException("policy " + fields.text("kind"));
        };
    fields.allRead();
    return policy;
  }

  private GeoproximityLocation place(VectorFields fields) {
    if (fields.find("aws_region").isPresent()) {
      return new GeoproximityLocation.InRegion(fields.text("aws_region"));
    }
    if (fields.find("coordinates").isPresent()) {
      VectorFields point = fields.object("coordinates");
      GeoproximityLocation at =
          new GeoproximityLocation.At(
              new BigDecimal(point.get("latitude").asText()),
              new BigDecimal(point.get("longitude").asText()));
      point.allRead();
      return at;
    }
    return endpoint(fields.text("endpoint"));
  }

  private static GeoLocation location(VectorFields fields) {
    if (fields.find("continent").isPresent()) {
      return new GeoLocation.Continent(fields.text("continent"));
    }
    return place(fields.text("country"), fields.findText("subdivision").orElse(null));
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
  private GeoproximityLocation endpoint(String name) {
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
