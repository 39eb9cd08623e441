package dev.meridian.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second reader of traffic policy documents, written from the description of the format. It uses
 * nothing of the main code but the model, and other hidden names and set identifiers.
 */
final class DocumentRecords {
  private static final Map<String, String> LISTS =
      Map.of(
          "weighted", "Items",
          "multivalue", "Items",
          "latency", "Regions",
          "geo", "Locations",
          "geoproximity", "GeoproximityLocations");

  private final JsonNode document;
  private final RrsetKey name;
  private final long ttl;

  private DocumentRecords(JsonNode document, RrsetKey name, long ttl) {
    this.document = document;
    this.name = name;
    this.ttl = ttl;
  }

  static List<RecordSet> of(String json, RrsetKey name, long ttl) throws JsonProcessingException {
    return new DocumentRecords(new JsonMapper().readTree(json), name, ttl).records();
  }

  private List<RecordSet> records() {
    List<RecordSet> records = new ArrayList<>();
    if (document.has("StartEndpoint")) {
      RecordData data = leaf(document.get("StartEndpoint").asText(), false);
      return List.of(
          new RecordSet(new RecordKey(name, null), new RoutingPolicy.Simple(), data, null));
    }
    String start = document.get("StartRule").asText();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      String id = waiting.remove();
      if (!seen.add(id)) {
        continue;
      }
      RrsetKey group = id.equals(start) ? name : new RrsetKey(hidden(id), name.type());
      JsonNode rule = document.get("Rules").get(id);
      String type = rule.get("RuleType").asText();
      List<JsonNode> branches = new ArrayList<>();
      if (type.equals("failover")) {
        for (String role : List.of("Primary", "Secondary")) {
          if (rule.has(role)) {
            branches.add(rule.get(role));
          }
        }
      } else {
        rule.get(LISTS.get(type)).forEach(branches::add);
      }
      for (int i = 0; i < branches.size(); i++) {
        JsonNode branch = branches.get(i);
        boolean primary = i == 0 && rule.has("Primary");
        String check = branch.has("HealthCheck") ? branch.get("HealthCheck").asText() : null;
        boolean health = branch.path("EvaluateTargetHealth").asBoolean(false);
        RecordData data;
        if (branch.has("RuleReference")) {
          waiting.add(branch.get("RuleReference").asText());
          data = new RecordData.RecordAlias(hidden(branch.get("RuleReference").asText()), health);
        } else {
          data = leaf(branch.get("EndpointReference").asText(), health);
        }
        RecordKey key = new RecordKey(group, "branch " + i);
        records.add(new RecordSet(key, policy(type, branch, primary), data, check));
      }
    }
    return records;
  }

  private DnsName hidden(String rule) {
    return name.name().child("_rule-" + rule.replace(" ", "-"));
  }

  private RecordData leaf(String id, boolean health) {
    JsonNode endpoint = document.get("Endpoints").get(id);
    Value value = Value.literal(endpoint.get("Value").asText());
    return switch (endpoint.get("Type").asText()) {
      case "value" -> new RecordData.Values(ttl, List.of(value));
      case "application-load-balancer" ->
          new RecordData.ResourceAlias(value, Value.literal("Z35SXDOTRQ7X7K"), health);
      default -> throw new AssertionError(endpoint);
    };
  }

  private static RoutingPolicy policy(String type, JsonNode branch, boolean primary) {
    return switch (type) {
      case "failover" ->
          new RoutingPolicy.Failover(
              primary
                  ? RoutingPolicy.Failover.Role.PRIMARY
                  : RoutingPolicy.Failover.Role.SECONDARY);
      case "weighted" ->
          new RoutingPolicy.Weighted(Integer.parseInt(branch.get("Weight").asText()));
      case "multivalue" -> new RoutingPolicy.Multivalue();
      case "latency" -> new RoutingPolicy.Latency(branch.get("Region").asText());
      case "geo" -> new RoutingPolicy.Geolocation(place(branch));
      case "geoproximity" ->
          new RoutingPolicy.Geoproximity(
              new GeoproximityLocation.InRegion(
                  branch.get("Region").asText().replaceFirst("^aws:route53:", "")),
              Integer.parseInt(branch.get("Bias").asText()));
      default -> throw new AssertionError(type);
    };
  }

  private static GeoLocation place(JsonNode branch) {
    if (branch.path("IsDefault").asBoolean(false)) {
      return new GeoLocation.Default();
    }
    if (branch.has("Continent")) {
      return new GeoLocation.Continent(branch.get("Continent").asText());
    }
    return branch.has("Subdivision")
        ? new GeoLocation.UsState(branch.get("Subdivision").asText())
        : new GeoLocation.Country(branch.get("Country").asText());
  }
}
