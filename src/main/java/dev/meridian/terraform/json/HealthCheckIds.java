package dev.meridian.terraform.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan's ids of health checks: the tag {@code Name}, which Meridian's stacks set, if it is
 * unique; otherwise the address in Terraform.
 */
final class HealthCheckIds {
  static final String TYPE = "aws_route53_health_check";
  private static final String NAME = "Name";

  private final Map<String, String> byAddress = new HashMap<>();
  private final Map<String, String> plainAddresses = new TreeMap<>();
  private final Map<String, String> byAwsId = new HashMap<>();

  static HealthCheckIds of(Resources resources) {
    HealthCheckIds ids = new HealthCheckIds();
    List<Resource> checks = resources.managed(TYPE);
    Map<String, Integer> uses = new HashMap<>();
    checks.forEach(check -> uses.merge(name(check), 1, Integer::sum));
    for (Resource check : checks) {
      String name = name(check);
      String id = name.isEmpty() || uses.getOrDefault(name, 0) > 1 ? check.address() : name;
      ids.byAddress.put(check.file() + " " + check.address(), id);
      ids.plainAddresses.put(check.address(), id);
      if (!check.text("id").isEmpty()) {
        ids.byAwsId.put(check.text("id"), id);
      }
    }
    return ids;
  }

  private static String name(Resource check) {
    String own = Json.text(check.values().path("tags"), NAME);
    return own.isEmpty() ? Json.text(check.values().path("tags_all"), NAME) : own;
  }

  /**
   * Route 53's ids by the plan's, of checks that exist. Checks of two files can have one address;
   * then nothing says which of the two ids is meant.
   */
  SortedMap<String, String> awsIds() {
    SortedMap<String, String> awsIds = new TreeMap<>();
    Set<String> ambiguous = new HashSet<>();
    byAwsId.forEach(
        (awsId, id) -> {
          if (awsIds.put(id, awsId) != null) {
            ambiguous.add(id);
          }
        });
    awsIds.keySet().removeAll(ambiguous);
    return awsIds;
  }

  String of(Resource check) {
    return byAddress.getOrDefault(check.file() + " " + check.address(), check.address());
  }

  /** The plan's ids by the addresses of the resources, which are all of one file. */
  Map<String, String> byAddress() {
    return plainAddresses;
  }

  /** The plan's id for Route 53's. */
  Optional<String> ofAwsId(String awsId) {
    return Optional.ofNullable(byAwsId.get(awsId));
  }

  /** The plan's ids for Route 53's, without those that it does not know. */
  List<String> ofAwsIds(List<String> awsIds) {
    List<String> ids = new ArrayList<>();
    awsIds.forEach(awsId -> ofAwsId(awsId).ifPresent(ids::add));
    return ids;
  }
}
