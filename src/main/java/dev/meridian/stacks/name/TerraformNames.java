package dev.meridian.stacks.name;

import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of the DNS stack's resources in Terraform. They are a contract: a changed name makes
 * Terraform destroy a resource and create another. They come from names, set identifiers and ids,
 * never from weights or positions.
 */
public final class TerraformNames {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::group).thenComparing(key -> key.identifier().orElse(""));

  private static final HttpsEndpoint.Cases<String> HTTPS_ENDPOINT =
      new HttpsEndpoint.Cases<>() {
        @Override
        public String url(HttpsEndpoint.Url url) {
          return "https-" + url.host().replace('.', '-') + "-" + AwsName.hash(url.text());
        }

        @Override
        public String variable(HttpsEndpoint.Variable variable) {
          return "var-" + variable.name().replace('_', '-');
        }
      };

  private final Named<RecordKey> records;
  private final Named<RrsetKey> trafficPolicies;
  private final Named<String> healthChecks;
  private final Named<String> cidrCollections;
  private final Named<CidrPlace> cidrLocations;
  private final Map<RrsetKey, SortedSet<String>> groups = new LinkedHashMap<>();

  private record CidrPlace(String collection, String location) {}

  private final Map<RecordKey, String> others;

  private TerraformNames(RoutingPlan plan, Map<RecordKey, String> others) {
    this.others = others;
    List<RecordKey> keys =
        plan.withoutPolicyRecords().records().stream().map(RecordSet::key).sorted(ORDER).toList();
    List<String> ids = plan.healthChecks().stream().map(HealthCheck::id).toList();
    List<String> collections = plan.cidrCollections().stream().map(CidrCollection::name).toList();
    this.records = Named.of(keys, key -> RecordSpelling.of(plan.zone(), key));
    this.trafficPolicies =
        Named.of(
            List.copyOf(plan.policyRecords()),
            key -> RecordSpelling.of(plan.zone(), new RecordKey(key, null)));
    this.healthChecks = Named.of(ids, Spelling::ofName);
    this.cidrCollections = Named.of(collections, Spelling::ofName);
    List<CidrPlace> places =
        plan.cidrCollections().stream()
            .flatMap(c -> c.locations().keySet().stream().map(l -> new CidrPlace(c.name(), l)))
            .toList();
    this.cidrLocations = Named.of(places, this::location);
    keys.forEach(
        key -> groups.computeIfAbsent(key.group(), group -> new TreeSet<>()).add(record(key)));
  }

  public static TerraformNames of(RoutingPlan plan) {
    return of(plan, Map.of());
  }

  /**
   * The names in a stack in which some record sets have other names than usual.
   *
   * @param others those names
   */
  public static TerraformNames of(RoutingPlan plan, Map<RecordKey, String> others) {
    return new TerraformNames(plan, others);
  }

  /** The names of the states that are read, by endpoint. */
  public static Map<String, String> ofStates(Collection<String> endpoints) {
    Map<String, String> names = new TreeMap<>();
    endpoints.forEach(name -> names.put(name, Spelling.ofName(name).identifier()));
    return names;
  }

  /** The names of {@code aws_sns_topic_subscription}. */
  public static Named<String> ofEmails(Collection<String> emails) {
    return Named.of(emails.stream().sorted().toList(), Spelling::ofEmail);
  }

  /**
   * The name of an {@code aws_sns_topic_subscription} to an HTTPS endpoint. It contains the host
   * and a hash, but nothing that can be a secret. No email address has such a name, because it
   * contains no {@code _}.
   */
  public static String httpsEndpoint(HttpsEndpoint.Address address) {
    return address.accept(HTTPS_ENDPOINT);
  }

  /** The name of {@code aws_route53_record}. */
  public String record(RecordKey key) {
    String other = others.get(key);
    return other == null ? records.of(key) : other;
  }

  /** The names of all {@code aws_route53_record} of the group, sorted; at least one. */
  public SortedSet<String> records(RrsetKey group) {
    SortedSet<String> names = groups.get(group);
    if (names == null) {
      throw new IllegalArgumentException("the routing plan has no " + group);
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /** The name of a traffic policy and its instance, and of the local value with its document. */
  public String trafficPolicy(RrsetKey key) {
    return trafficPolicies.of(key);
  }

  /** The name of {@code aws_route53_health_check}, and of its alarm. */
  public String healthCheck(String id) {
    return healthChecks.of(id);
  }

  /** The name of {@code aws_route53_cidr_collection}. */
  public String cidrCollection(String collection) {
    return cidrCollections.of(collection);
  }

  /** The name of {@code aws_route53_cidr_location}. */
  public String cidrLocation(String collection, String location) {
    return cidrLocations.of(new CidrPlace(collection, location));
  }

  /** The name of the record set in 0.1.0; see {@link Named#earlier}. */
  public Optional<String> earlierRecord(RecordKey key) {
    boolean usual = RecordSpelling.isRouted(key.group().type()) && !others.containsKey(key);
    return usual ? records.earlier(key) : Optional.empty();
  }

  public Optional<String> earlierCollection(String collection) {
    return cidrCollections.earlier(collection);
  }

  public Optional<String> earlierLocation(String collection, String location) {
    return cidrLocations.earlier(new CidrPlace(collection, location));
  }

  /** Reads up to the first {@code _}, so only a location can contain one. */
  private Spelling location(CidrPlace place) {
    String collection = cidrCollection(place.collection());
    String plain = collection + "_" + place.location();
    return Spelling.of(place.toString(), plain, collection.indexOf('_') < 0);
  }
}
