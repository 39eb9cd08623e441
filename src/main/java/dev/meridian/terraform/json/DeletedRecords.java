package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record sets that a Terraform plan deletes: the old values of each {@code aws_route53_record}
 * that the plan deletes or replaces, or whose type or set identifier it changes. Also those of
 * traffic policy instances that it deletes, or that have no counterpart in their new policy.
 */
final class DeletedRecords {
  private DeletedRecords() {}

  static Set<RecordKey> of(TerraformFile plan, DnsName zone, String zoneId) {
    Set<RecordKey> deleted = new HashSet<>();
    Set<RecordKey> kept = new HashSet<>();
    for (JsonNode node : plan.json().path("resource_changes")) {
      JsonNode change = node.path("change");
      List<String> actions = Json.texts(change.path("actions"));
      if (Json.text(node, "type").equals("aws_route53_record")
          && Json.text(node, "mode").equals("managed")) {
        key(change.path("after"), zone, zoneId).ifPresent(kept::add);
        if (actions.contains("delete") || actions.contains("update")) {
          key(change.path("before"), zone, zoneId).ifPresent(deleted::add);
        }
      }
    }
    Map<String, RecordSetReader.Found> before = policies(plan.priorState(), zone, zoneId);
    if (!before.isEmpty()) {
      PlannedAction.byAddress(plan.json())
          .forEach(
              (address, planned) -> {
                RecordSetReader.Found policy = before.get(address);
                if (policy != null && !planned.action().isIdle()) {
                  policy.records().forEach(record -> deleted.add(record.key()));
                }
              });
      policies(plan.applied(), zone, zoneId)
          .values()
          .forEach(policy -> policy.records().forEach(record -> kept.add(record.key())));
    }
    deleted.removeAll(kept);
    return deleted;
  }

  /** The traffic policy instances of the zone, by address. */
  private static Map<String, RecordSetReader.Found> policies(
      TerraformFile file, DnsName zone, String zoneId) {
    Map<String, RecordSetReader.Found> policies = new HashMap<>();
    RoutingPlans.readWithAddresses(List.of(file), Map.of(zoneId, zone), ZoneKind.PUBLIC)
        .records()
        .forEach(
            (address, found) -> {
              if (found.trafficPolicy() && zoneId.equals(found.zone().id())) {
                policies.put(address, found);
              }
            });
    return policies;
  }

  /** The key of a record set in this zone; empty for other zones, and if it is not known. */
  private static Optional<RecordKey> key(JsonNode values, DnsName zone, String zoneId) {
    if (!Json.text(values, "zone_id").equals(zoneId)) {
      return Optional.empty();
    }
    try {
      DnsName name = RecordSetReader.name(Json.text(values, "name"), zone);
      RrsetKey group = new RrsetKey(name, RecordType.of(Json.text(values, "type")));
      String identifier = Json.text(values, "set_identifier");
      return Optional.of(new RecordKey(group, identifier.isEmpty() ? null : identifier));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
