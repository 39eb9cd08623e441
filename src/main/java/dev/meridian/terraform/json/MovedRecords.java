package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.DnsName;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Record sets that a plan moves from an existing hosted zone to one that it creates.
 *
 * @param zone the name of the new zone
 * @param from the ID of the zone that loses them
 * @param count how many they are, at least 1
 */
public record MovedRecords(DnsName zone, String from, int count) {

  /** Those of {@code plan}, sorted by name and ID; none for a state. */
  public static List<MovedRecords> of(TerraformFile plan) {
    List<DnsName> created = new ArrayList<>();
    Map<DnsName, Map<String, Integer>> counts = new TreeMap<>();
    for (JsonNode node : changes(plan.json(), "aws_route53_zone")) {
      JsonNode change = node.path("change");
      if (Json.texts(change.path("actions")).equals(List.of("create"))
          && !change.has("importing")) {
        name(Json.text(change.path("after"), "name")).ifPresent(created::add);
      }
    }
    for (JsonNode node : changes(plan.json(), "aws_route53_record")) {
      JsonNode change = node.path("change");
      List<String> actions = Json.texts(change.path("actions"));
      if (actions.contains("delete")
          && actions.contains("create")
          && change.path("after_unknown").path("zone_id").asBoolean()) {
        zone(change.path("before"), created)
            .ifPresent(
                zone ->
                    counts
                        .computeIfAbsent(zone, key -> new TreeMap<>())
                        .merge(Json.text(change.path("before"), "zone_id"), 1, Integer::sum));
      }
    }
    List<MovedRecords> moved = new ArrayList<>();
    counts.forEach(
        (zone, byId) -> byId.forEach((id, count) -> moved.add(new MovedRecords(zone, id, count))));
    return List.copyOf(moved);
  }

  private static List<JsonNode> changes(JsonNode plan, String type) {
    List<JsonNode> changes = new ArrayList<>();
    for (JsonNode node : plan.path("resource_changes")) {
      if (Json.text(node, "type").equals(type) && Json.text(node, "mode").equals("managed")) {
        changes.add(node);
      }
    }
    return changes;
  }

  /** The created zone with the longest name that contains a record set. */
  private static Optional<DnsName> zone(JsonNode record, List<DnsName> created) {
    String fqdn = Json.text(record, "fqdn");
    return name(fqdn.isEmpty() ? Json.text(record, "name") : fqdn)
        .flatMap(
            name ->
                created.stream()
                    .filter(name::isWithin)
                    .max(Comparator.comparingInt(zone -> zone.text().length())));
  }

  private static Optional<DnsName> name(String text) {
    return DnsName.of(Value.literal(text));
  }
}
