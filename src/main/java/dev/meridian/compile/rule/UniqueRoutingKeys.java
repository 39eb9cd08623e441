package dev.meridian.compile.rule;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** No two records of a group can answer for the same region, location, or role. */
final class UniqueRoutingKeys {

  private UniqueRoutingKeys() {}

  static void check(List<RecordSet> group, Consumer<Violation> found) {
    Set<RoutingKey> seen = new HashSet<>();
    Set<String> collections = new HashSet<>();
    for (RecordSet record : group) {
      routingKey(record)
          .filter(key -> !seen.add(key))
          .ifPresent(key -> found.accept(duplicate(record, key)));
      if (record.policy() instanceof RoutingPolicy.IpBased policy
          && collections.add(policy.collection())
          && collections.size() > 1) {
        found.accept(otherCollection(record, policy));
      }
    }
  }

  /**
   * The region, location, or role that a record answers for.
   *
   * @param field the field of the API, as its error messages spell it
   */
  private record RoutingKey(String field, String value) {
    @Override
    public String toString() {
      return field + "=" + value;
    }
  }

  private static Violation duplicate(RecordSet record, RoutingKey key) {
    String kind = record.policy().kind().keyword();
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "RRSet with DNS name "
            + record.name()
            + ", type "
            + record.type()
            + ", SetIdentifier "
            + record.key().setIdentifier()
            + ", and "
            + key
            + " cannot be created because a "
            + kind
            + " RRSet with the same name, type and "
            + key.field()
            + " already exists",
        "keep one record for it, and distribute clients among several endpoints with a nested policy");
  }

  private static Violation otherCollection(RecordSet record, RoutingPolicy.IpBased policy) {
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "uses the CIDR collection "
            + policy.collection()
            + ", but another record of the same name and type uses a different one",
        "put all locations of one name into one collection");
  }

  /** Empty if any number of records can have the same policy. */
  private static Optional<RoutingKey> routingKey(RecordSet record) {
    return record
        .policy()
        .accept(
            new RoutingPolicy.Cases<Optional<RoutingKey>>() {
              @Override
              public Optional<RoutingKey> simple(RoutingPolicy.Simple policy) {
                return Optional.empty();
              }

              @Override
              public Optional<RoutingKey> weighted(RoutingPolicy.Weighted policy) {
                return Optional.empty();
              }

              @Override
              public Optional<RoutingKey> latency(RoutingPolicy.Latency policy) {
                return key("Region Name", policy.region());
              }

              @Override
              public Optional<RoutingKey> geolocation(RoutingPolicy.Geolocation policy) {
                return key("GeoLocation", geoCode(policy));
              }

              @Override
              public Optional<RoutingKey> geoproximity(RoutingPolicy.Geoproximity policy) {
                return key("GeoProximityLocation", policy.location().code());
              }

              @Override
              public Optional<RoutingKey> failover(RoutingPolicy.Failover policy) {
                return key("Failover", policy.role().name());
              }

              @Override
              public Optional<RoutingKey> multivalue(RoutingPolicy.Multivalue policy) {
                return Optional.empty();
              }

              @Override
              public Optional<RoutingKey> ipBased(RoutingPolicy.IpBased policy) {
                return key("CidrLocation", policy.collection() + "/" + policy.location());
              }

              @Override
              public Optional<RoutingKey> azAffinity(RoutingPolicy.AzAffinity policy) {
                return key("AZAffinity", policy.location().code());
              }
            });
  }

  private static Optional<RoutingKey> key(String field, String value) {
    return Optional.of(new RoutingKey(field, value));
  }

  /** The continent AS and the country AS have the same code. */
  private static String geoCode(RoutingPolicy.Geolocation policy) {
    return policy.location().getClass().getSimpleName() + " " + policy.location().code();
  }
}
