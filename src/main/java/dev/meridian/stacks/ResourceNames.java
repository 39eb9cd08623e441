package dev.meridian.stacks;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    this.records = unique(keys, key -> recordName(plan.zone(), key));
    this.healthChecks = of(ids);
    this.cidrCollections = of(plan.cidrCollections().stream().map(CidrCollection::name).toList());
    List<CidrPlace> places =
        plan.cidrCollections().stream()
            .flatMap(c -> c.locations().keySet().stream().map(l -> new CidrPlace(c.name(), l)))
            .toList();
    this.cidrLocations =
        unique(places, place -> cidrCollection(place.collection()) + "_" + place.location());
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
    return unique(names.stream().sorted().toList(), ResourceNames::plain);
  }

  private static String recordName(DnsName zone, RecordKey key) {
    String label = label(zone, key.group().name());
    String branch = key.identifier().map(identifier -> "_" + identifier).orElse("");
    RecordType type = key.group().type();
    String twin = type == RecordType.A ? "" : "_" + type.name().toLowerCase(Locale.ROOT);
    return plain(label + branch + twin);
  }

  private static String label(DnsName zone, DnsName name) {
    if (name.equals(zone)) {
      return "apex";
    }
    String relative = name.text().substring(0, name.text().length() - zone.text().length() - 1);
    return name.isWildcard() ? "wildcard" + relative.substring(1) : relative;
  }

  /** Letters, digits, _ and - are what an identifier of Terraform may hold. */
  private static String plain(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9_-]", "_");
    return Character.isLetter(safe.charAt(0)) || safe.charAt(0) == '_' ? safe : "_" + safe;
  }

  /** Of keys that would share a name, the first keeps it and the others get a hash of the key. */
  private static <K> Map<K, String> unique(List<K> sorted, Function<K, String> name) {
    Map<K, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (K key : sorted) {
      String plain = name.apply(key);
      String free = taken.add(plain) ? plain : plain + "_" + AwsName.hash(key.toString());
      taken.add(free);
      names.put(key, free);
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
