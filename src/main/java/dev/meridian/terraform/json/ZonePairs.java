package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.change.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which zone before a plan is which zone after it: the one with the same ID, the one of the same
 * resource, or else the only one with the same name and kind.
 *
 * @param before the key of each zone before the plan, by {@link HostedZones.Zone#key}
 * @param after likewise
 */
record ZonePairs(List<Pair> all, Map<String, String> before, Map<String, String> after) {

  /**
   * A zone.
   *
   * @param key identifies the pair
   * @param action what happens to the zone's own resource, if the plan contains it
   */
  record Pair(
      String key, PlansRead.@Nullable Zone before, PlansRead.@Nullable Zone after, Action action) {

    PlansRead.Zone known() {
      return Objects.requireNonNull(after == null ? before : after);
    }
  }

  static ZonePairs of(List<PlansRead.Zone> before, List<PlansRead.Zone> after, JsonNode plan) {
    Map<String, Action> actions = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (JsonNode node : plan.path("resource_changes")) {
      if (Json.text(node, "type").equals("aws_route53_zone")
          && Json.text(node, "mode").equals("managed")) {
        JsonNode change = node.path("change");
        String id = Json.text(change.path("before"), "zone_id");
        String address = Json.text(node, "address");
        actions.put(id.isEmpty() ? address : id, PlannedAction.of(change).action());
        ids.put(address, id);
      }
    }
    List<PlansRead.Zone> open = new ArrayList<>(after);
    Map<String, String> keysBefore = new HashMap<>();
    Map<String, String> keysAfter = new HashMap<>();
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (PlansRead.Zone old : before) {
      Optional<PlansRead.Zone> same = same(old, open, ids, before);
      same.ifPresent(open::remove);
      keysBefore.put(key(old), key(old));
      same.ifPresent(zone -> keysAfter.put(key(zone), key(old)));
      Action action = actions.getOrDefault(key(old), Action.NO_CHANGE);
      pairs.put(key(old), new Pair(key(old), old, same.orElse(null), action));
    }
    for (PlansRead.Zone zone : open) {
      keysAfter.put(key(zone), key(zone));
      Action action = actions.getOrDefault(key(zone), Action.NO_CHANGE);
      pairs.put(key(zone), new Pair(key(zone), null, zone, action));
    }
    return new ZonePairs(List.copyOf(pairs.values()), keysBefore, keysAfter);
  }

  private static Optional<PlansRead.Zone> same(
      PlansRead.Zone old,
      List<PlansRead.Zone> open,
      Map<String, String> ids,
      List<PlansRead.Zone> before) {
    Optional<PlansRead.Zone> byId =
        open.stream().filter(zone -> zone.id() != null && zone.id().equals(old.id())).findFirst();
    return byId.or(
            () ->
                open.stream()
                    .filter(zone -> zone.id() == null)
                    .filter(zone -> Objects.equals(ids.get(zone.address()), old.id()))
                    .findFirst())
        .or(() -> onlyLike(old, open).filter(zone -> onlyLike(old, before).isPresent()));
  }

  /** The only zone that has the name and kind of {@code zone}, before a resource has an ID. */
  private static Optional<PlansRead.Zone> onlyLike(
      PlansRead.Zone zone, List<PlansRead.Zone> among) {
    List<PlansRead.Zone> alike =
        among.stream()
            .filter(one -> one.name().equals(zone.name()) && one.kind() == zone.kind())
            .toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static String key(PlansRead.Zone zone) {
    return zone.id() == null ? zone.address() : zone.id();
  }
}
