package dev.meridian.stacks;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The names of the DNS stack's resources in Terraform. They are a contract: a changed name makes
 * Terraform destroy a resource and create another. They come from names, set identifiers and ids,
 * never from weights or positions.
 */
final class ResourceNames {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::group).thenComparing(key -> key.identifier().orElse(""));

  private final Map<RecordKey, String> records;
  private final Map<String, String> healthChecks;
  private final Map<String, String> cidrCollections;
  private final Map<CidrPlace, String> cidrLocations;
  private final Map<GroupKey, String> firstOfGroup = new LinkedHashMap<>();

  private record CidrPlace(String collection, String location) {}

  private ResourceNames(RoutingPlan plan) {
    List<RecordKey> keys = plan.records().stream().map(RecordSet::key).sorted(ORDER).toList();
    List<String> ids = plan.healthChecks().stream().map(HealthCheck::id).toList();
    this.records = names(keys, key -> RecordSpelling.of(plan.zone(), key));
    this.healthChecks = of(ids);
    this.cidrCollections = of(plan.cidrCollections().stream().map(CidrCollection::name).toList());
    List<CidrPlace> places =
        plan.cidrCollections().stream()
            .flatMap(c -> c.locations().keySet().stream().map(l -> new CidrPlace(c.name(), l)))
            .toList();
    this.cidrLocations = names(places, this::locationName);
    records.forEach((key, name) -> firstOfGroup.merge(key.group(), name, ResourceNames::lesser));
  }

  static ResourceNames of(RoutingPlan plan) {
    return new ResourceNames(plan);
  }

  /** The name of {@code aws_route53_record}. */
  String record(RecordKey key) {
    return found(records, key);
  }

  /** The name of one {@code aws_route53_record} of the group, whichever order they stand in. */
  String anyRecord(GroupKey group) {
    return found(firstOfGroup, group);
  }

  /** The name of {@code aws_route53_health_check}, and of its alarm. */
  String healthCheck(String id) {
    return found(healthChecks, id);
  }

  /** The name of {@code aws_route53_cidr_collection}. */
  String cidrCollection(String collection) {
    return found(cidrCollections, collection);
  }

  /** The name of {@code aws_route53_cidr_location}. */
  String cidrLocation(String collection, String location) {
    return found(cidrLocations, new CidrPlace(collection, location));
  }

  /** The names of what has a name of its own in the file, such as an endpoint. */
  static Map<String, String> of(Collection<String> names) {
    return names(names.stream().sorted().toList(), Spelling::ofName);
  }

  static Map<String, String> ofEmails(Collection<String> emails) {
    return names(emails.stream().sorted().toList(), Spelling::ofEmail);
  }

  /** Read from its end: the last part is the location, which so has no {@code _} of its own. */
  private String locationName(CidrPlace place) {
    String plain = cidrCollection(place.collection()) + "_" + place.location();
    return Spelling.of(place.toString(), plain, place.location().indexOf('_') < 0);
  }

  /** Each key's name by itself. Six digits of a hash could only fail a file made for it. */
  private static <K> Map<K, String> names(List<K> keys, Function<K, String> name) {
    Map<K, String> names = new LinkedHashMap<>();
    Map<String, K> owners = new HashMap<>();
    for (K key : keys) {
      String spelled = name.apply(key);
      K other = owners.putIfAbsent(spelled, key);
      if (other != null && !other.equals(key)) {
        throw new IllegalStateException(
            other + " and " + key + " have the same name in Terraform: " + spelled);
      }
      names.put(key, spelled);
    }
    return names;
  }

  private static <K> String found(Map<K, String> names, K key) {
    String name = names.get(key);
    if (name == null) {
      throw new IllegalArgumentException("the routing plan has no " + key);
    }
    return name;
  }

  private static String lesser(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
