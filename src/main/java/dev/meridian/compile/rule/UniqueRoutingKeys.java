package dev.meridian.compile.rule;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** No two records of a group may answer for the same region, location or role. */
final class UniqueRoutingKeys {

  private UniqueRoutingKeys() {}

  static void check(List<RecordSet> group, Consumer<Violation> found) {
    Set<String> seen = new HashSet<>();
    Set<String> collections = new HashSet<>();
    for (RecordSet record : group) {
      place(record)
          .filter(place -> !seen.add(place))
          .ifPresent(place -> found.accept(taken(record, place)));
      if (record.policy() instanceof RoutingPolicy.IpBased policy
          && collections.add(policy.collection())
          && collections.size() > 1) {
        found.accept(otherCollection(record, policy));
      }
    }
  }

  private static Violation taken(RecordSet record, String place) {
    String kind = record.policy().kind().word();
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "RRSet with DNS name "
            + record.name()
            + ", type "
            + record.type()
            + ", SetIdentifier "
            + record.key().setIdentifier()
            + ", and "
            + place
            + " cannot be created because a "
            + kind
            + " RRSet with the same name, type and "
            + place.substring(0, place.indexOf('='))
            + " already exists",
        "keep one record for it, and share among several endpoints by a policy below it");
  }

  private static Violation otherCollection(RecordSet record, RoutingPolicy.IpBased policy) {
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "uses the CIDR collection "
            + policy.collection()
            + ", and another record of the same name and type uses another",
        "put all locations of one name into one collection");
  }

  /** The word for the place and its code; empty where records cannot collide in one. */
  private static Optional<String> place(RecordSet record) {
    return record
        .policy()
        .accept(
            new RoutingPolicy.Cases<Optional<String>>() {
              @Override
              public Optional<String> simple(RoutingPolicy.Simple policy) {
                return Optional.empty();
              }

              @Override
              public Optional<String> weighted(RoutingPolicy.Weighted policy) {
                return Optional.empty();
              }

              @Override
              public Optional<String> latency(RoutingPolicy.Latency policy) {
                return Optional.of("Region Name=" + policy.region());
              }

              @Override
              public Optional<String> geolocation(RoutingPolicy.Geolocation policy) {
                return Optional.of("GeoLocation=" + geoCode(policy));
              }

              @Override
              public Optional<String> geoproximity(RoutingPolicy.Geoproximity policy) {
                return Optional.of("GeoProximityLocation=" + policy.location().code());
              }

              @Override
              public Optional<String> failover(RoutingPolicy.Failover policy) {
                return Optional.of("Failover=" + policy.role());
              }

              @Override
              public Optional<String> multivalue(RoutingPolicy.Multivalue policy) {
                return Optional.empty();
              }

              @Override
              public Optional<String> ipBased(RoutingPolicy.IpBased policy) {
                return Optional.of("CidrLocation=" + policy.collection() + "/" + policy.location());
              }

              @Override
              public Optional<String> azAffinity(RoutingPolicy.AzAffinity policy) {
                return Optional.of("AZAffinity=" + policy.location().code());
              }
            });
  }

  /** The continent AS and the country AS have the same code. */
  private static String geoCode(RoutingPolicy.Geolocation policy) {
    return policy.location().getClass().getSimpleName() + " " + policy.location().code();
  }
}
