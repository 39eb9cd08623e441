package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.change.ChangeGuard;
import dev.meridian.model.Owner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many record sets of each hosted zone a Terraform plan updates and deletes. A replaced record
 * set counts as deleted. Record sets that are created, imported, moved to another address, or
 * forgotten don't count, unless the plan also updates them. Ownership records never count, because
 * no client notices them. All record sets of a traffic policy instance count as one.
 */
final class ZoneChanges {
  /** The argument with the ID of the hosted zone, by the type of a resource. */
  private static final Map<String, String> ZONE_IDS =
      Map.of("aws_route53_record", "zone_id", TrafficPolicyReader.INSTANCE, "hosted_zone_id");

  /** Attributes that Terraform keeps for itself; Route 53 does not have them. */
  private static final Set<String> NOT_SENT =
      Set.of("allow_overwrite", "timeouts", "id", "fqdn", "arn");

  private ZoneChanges() {}

  /** One zone's counts, which grow. */
  private static final class Counts {
    private final Set<String> existing = new HashSet<>();
    private int updated;
    private int deleted;
  }

  /** The zones whose record sets exist, sorted by name; empty for a state. */
  static List<ChangeGuard.Counts> of(JsonNode plan) {
    Map<String, Counts> byId = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Resource resource : StateJson.resources("", plan.path("prior_state").path("values"))) {
      if (resource.type().equals("aws_route53_zone")) {
        names.put(plain(resource.text("zone_id")), resource.text("name"));
      }
      String zoneId = ZONE_IDS.get(resource.type());
      if (zoneId != null && !resource.data() && !isOwnership(resource.values())) {
        counts(byId, resource.text(zoneId)).existing.add(resource.address());
      }
    }
    plan.path("resource_changes").forEach(node -> count(node, byId));
    Map<String, ChangeGuard.Counts> sorted = new TreeMap<>();
    byId.forEach(
        (id, counts) -> {
          String name = names.getOrDefault(id, id);
          sorted.put(
              name + " " + id,
              new ChangeGuard.Counts(name, counts.existing.size(), counts.updated, counts.deleted));
        });
    return List.copyOf(sorted.values());
  }

  private static void count(JsonNode node, Map<String, Counts> byId) {
    JsonNode change = node.path("change");
    JsonNode before = change.path("before");
    boolean managed = Json.text(node, "mode").equals("managed");
    String zoneId = ZONE_IDS.get(Json.text(node, "type"));
    if (zoneId == null || !managed || !before.isObject() || isOwnership(before)) {
      return;
    }
    Counts counts = counts(byId, Json.text(before, zoneId));
    List<String> actions = Json.texts(change.path("actions"));
    String deposed = Json.text(node, "deposed");
    // The state may have it at the address from which the plan moves it.
    if (!counts.existing.contains(Json.text(node, "previous_address"))) {
      counts.existing.add(Json.text(node, "address") + deposed);
    }
    if (actions.contains("delete")) {
      counts.deleted++;
    } else if (actions.contains("update") && isSent(change)) {
      counts.updated++;
    }
  }

  private static boolean isOwnership(JsonNode record) {
    return Owner.isRecord(
        Json.text(record, "name"), Json.text(record, "type"), Json.texts(record.path("records")));
  }

  /** Whether the update changes anything in Route 53. */
  private static boolean isSent(JsonNode change) {
    return new AttributeChanges(change)
        .all().stream()
            .anyMatch(attribute -> !NOT_SENT.contains(attribute.path().split("[.\\[]", 2)[0]));
  }

  private static Counts counts(Map<String, Counts> byId, String zoneId) {
    return byId.computeIfAbsent(plain(zoneId), id -> new Counts());
  }

  private static String plain(String id) {
    return id.substring(id.lastIndexOf('/') + 1); // the API writes "/hostedzone/Z…"
  }
}
