package dev.meridian.compile.rule;

import dev.meridian.catalog.AvailabilityZones;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.Partition;
import dev.meridian.catalog.UsStates;
import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import java.util.Arrays;
import java.util.function.Consumer;

/** The places that a record's policy names must exist. */
record PlaceRules(ZoneKind zone, RecordSet record, Consumer<Violation> found)
    implements RoutingPolicy.Cases<Void> {

  @Override
  public Void simple(RoutingPolicy.Simple policy) {
    return null;
  }

  @Override
  public Void weighted(RoutingPolicy.Weighted policy) {
    return null;
  }

  @Override
  public Void latency(RoutingPolicy.Latency policy) {
    return region(policy.region());
  }

  @Override
  public Void geolocation(RoutingPolicy.Geolocation policy) {
    return policy.location().accept(new Countrywide());
  }

  @Override
  public Void geoproximity(RoutingPolicy.Geoproximity policy) {
    return policy.location() instanceof GeoproximityLocation.InRegion location
        ? region(location.region())
        : null;
  }

  @Override
  public Void failover(RoutingPolicy.Failover policy) {
    return null;
  }

  @Override
  public Void multivalue(RoutingPolicy.Multivalue policy) {
    return null;
  }

  @Override
  public Void ipBased(RoutingPolicy.IpBased policy) {
    return null;
  }

  @Override
  public Void azAffinity(RoutingPolicy.AzAffinity policy) {
    if (zone == ZoneKind.PUBLIC) {
      refuse(
          "AZ affinity works in private hosted zones only",
          "use latency in a public zone; for a zone that is private, add private: true to zone");
    }
    return policy.location().accept(new Zonal());
  }

  private Void region(String region) {
    if (AwsRegions.byCode(region).isEmpty()) {
      refuse(
          "Route 53 has no region " + region, "use the code of an AWS region, such as eu-west-1");
    }
    return null;
  }

  private void refuse(String what, String fix) {
    found.accept(Violation.rejected(new Subject.OfRecord(record.key()), what, fix));
  }

  private final class Zonal implements AzLocation.Cases<Void> {
    @Override
    public Void availabilityZone(AzLocation.AvailabilityZone location) {
      if (AvailabilityZones.byPrefix(location.prefix()).isEmpty()) {
        refuse(
            "no AWS region has AZ IDs such as " + location.id(),
            "use an AZ ID such as use1-az1, as aws ec2 describe-availability-zones lists them");
      }
      return null;
    }

    @Override
    public Void zoneGroup(AzLocation.ZoneGroup location) {
      return region(location.region());
    }

    @Override
    public Void inRegion(AzLocation.InRegion location) {
      return region(location.region());
    }

    @Override
    public Void inPartition(AzLocation.InPartition location) {
      if (Arrays.stream(Partition.values()).noneMatch(p -> p.id().equals(location.partition()))) {
        refuse(
            "there is no partition " + location.partition(),
            "use one of "
                + String.join(", ", Arrays.stream(Partition.values()).map(Partition::id).toList()));
      }
      return null;
    }

    @Override
    public Void global(AzLocation.Global location) {
      return null;
    }
  }

  private final class Countrywide implements GeoLocation.Cases<Void> {
    @Override
    public Void defaultLocation(GeoLocation.Default location) {
      return null;
    }

    @Override
    public Void continent(GeoLocation.Continent location) {
      return null;
    }

    @Override
    public Void country(GeoLocation.Country location) {
      if (Countries.byCode(location.code()).isEmpty()) {
        refuse(
            "Route 53 has no geolocation records for the country " + location.code(),
            "use an ISO 3166-1 code such as GB, the continent, or default");
      }
      return null;
    }

    @Override
    public Void usState(GeoLocation.UsState location) {
      if (UsStates.byCode(location.state()).isEmpty()) {
        refuse(
            location.state() + " is not a state of the United States",
            "use a USPS code such as CA; territories such as PR are countries");
      }
      return null;
    }
  }
}
