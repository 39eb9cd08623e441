package dev.meridian.aws;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * The health checks of a zone: those that its records use, their children, and those of its owner.
 *
 * @param ids maps Route 53's ids to the plan's. The plan's id is the tag {@code Name} if it is
 *     unique among the owner's health checks or, without an owner, among all. Otherwise it is Route
 *     53's id.
 * @param owned the plan's ids of the owner's health checks
 */
record LiveHealthChecks(
    SortedMap<String, String> ids, SortedSet<String> owned, List<HealthCheck> checks) {
  /** The maximum number of ids in a ListTagsForResources request. */
  private static final int TAGGED_AT_ONCE = 10;

  /** The maximum number of health checks in an answer; the default is 100. */
  private static final String LISTED_AT_ONCE = "1000";

  static LiveHealthChecks read(
      Route53Client route53,
      Set<String> used,
      HealthCheckOwner owner,
      List<UnsupportedRecord> unread) {
    if (used.isEmpty() && !owner.isKnown()) {
      return new LiveHealthChecks(new TreeMap<>(), new TreeSet<>(), List.of());
    }
    SortedMap<String, software.amazon.awssdk.services.route53.model.HealthCheck> all =
        new TreeMap<>();
    route53
        .listHealthChecksPaginator(request -> request.maxItems(LISTED_AT_ONCE))
        .healthChecks()
        .stream()
        .filter(check -> check.id() != null) // no record can name one without an id
        .forEach(check -> all.put(check.id(), check));
    // Without an owner, read only the tags of checks in use: a request returns the tags of ten
    // checks.
    Set<String> asked = !owner.isKnown() ? withChildren(used, all) : all.keySet();
    Map<String, Map<String, String>> tags = tags(route53, List.copyOf(asked));
    Set<String> owned = new TreeSet<>();
    tags.forEach(
        (id, own) -> {
          if (owner.owns(own)) {
            owned.add(id);
          }
        });
    Set<String> wanted = new TreeSet<>(used);
    wanted.addAll(owned);
    Set<String> read = withChildren(wanted, all);
    read.retainAll(all.keySet());
    SortedMap<String, String> ids = names(read, owned, tags);
    List<HealthCheck> checks = new ArrayList<>();
    for (String id : read) {
      try {
        checks.add(HealthCheckReader.read(Objects.requireNonNull(all.get(id), id), ids));
      } catch (InvalidValue e) {
        String name = ids.getOrDefault(id, id);
        unread.add(
            new UnsupportedRecord(UnsupportedRecord.Kind.HEALTH_CHECK, name, e.what(), null));
      }
    }
    SortedSet<String> own = new TreeSet<>();
    owned.forEach(id -> own.add(ids.getOrDefault(id, id)));
    return new LiveHealthChecks(ids, own, checks);
  }

  private static Set<String> withChildren(
      Set<String> wanted,
      Map<String, software.amazon.awssdk.services.route53.model.HealthCheck> all) {
    Set<String> found = new TreeSet<>(wanted);
    for (String id : wanted) {
      software.amazon.awssdk.services.route53.model.HealthCheck check = all.get(id);
      if (check != null && check.healthCheckConfig() != null) {
        found.addAll(check.healthCheckConfig().childHealthChecks());
      }
    }
    return found;
  }

  private static Map<String, Map<String, String>> tags(Route53Client route53, List<String> ids) {
    Map<String, Map<String, String>> tags = new TreeMap<>();
    for (List<String> some : Batches.of(ids, TAGGED_AT_ONCE)) {
      List<ResourceTagSet> sets =
          route53
              .listTagsForResources(
                  request -> request.resourceType(TagResourceType.HEALTHCHECK).resourceIds(some))
              .resourceTagSets();
      for (ResourceTagSet set : sets) {
        Map<String, String> own = new HashMap<>();
        for (Tag tag : set.tags()) {
          own.put(tag.key(), tag.value());
        }
        tags.put(set.resourceId(), own);
      }
    }
    return tags;
  }

  private static SortedMap<String, String> names(
      Set<String> ids, Set<String> owned, Map<String, Map<String, String>> tags) {
    Map<String, Integer> owners = uses(owned, tags);
    Map<String, Integer> uses = uses(ids, tags);
    SortedMap<String, String> names = new TreeMap<>();
    for (String id : ids) {
      String name = name(id, tags);
      boolean alone =
          owned.contains(id) ? owners.getOrDefault(name, 0) == 1 : uses.getOrDefault(name, 0) == 1;
      names.put(id, alone && !name.isEmpty() ? name : id);
    }
    return names;
  }

  private static Map<String, Integer> uses(Set<String> ids, Map<String, Map<String, String>> tags) {
    Map<String, Integer> uses = new HashMap<>();
    ids.forEach(id -> uses.merge(name(id, tags), 1, Integer::sum));
    return uses;
  }

  private static String name(String id, Map<String, Map<String, String>> tags) {
    return tags.getOrDefault(id, Map.of()).getOrDefault("Name", "");
  }

  /** The plan's id of each health check, to Route 53's id. */
  SortedMap<String, String> awsIds() {
    SortedMap<String, String> awsIds = new TreeMap<>();
    ids.forEach((awsId, id) -> awsIds.put(id, awsId));
    return awsIds;
  }
}
