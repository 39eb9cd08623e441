package dev.meridian.stacks;

import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordCidrRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordFailoverRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeolocationRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeoproximityRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeoproximityRoutingPolicyCoordinates;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordLatencyRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordWeightedRoutingPolicy;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** The block of a record with its routing policy. */
record PolicyArguments(Route53Record.Builder builder, CidrCollections cidrCollections)
    implements RoutingPolicy.Cases<Route53Record.Builder> {

  @Override
  public Route53Record.Builder simple(RoutingPolicy.Simple policy) {
    return builder;
  }

  @Override
  public Route53Record.Builder weighted(RoutingPolicy.Weighted policy) {
    return builder.weightedRoutingPolicy(
        Route53RecordWeightedRoutingPolicy.builder().weight(policy.weight()).build());
  }

  @Override
  public Route53Record.Builder latency(RoutingPolicy.Latency policy) {
    return builder.latencyRoutingPolicy(
        Route53RecordLatencyRoutingPolicy.builder().region(policy.region()).build());
  }

  @Override
  public Route53Record.Builder geolocation(RoutingPolicy.Geolocation policy) {
    return builder.geolocationRoutingPolicy(policy.location().accept(new Place()).build());
  }

  @Override
  public Route53Record.Builder geoproximity(RoutingPolicy.Geoproximity policy) {
    return builder.geoproximityRoutingPolicy(
        policy.location().accept(new Proximity()).bias(policy.bias()).build());
  }

  @Override
  public Route53Record.Builder failover(RoutingPolicy.Failover policy) {
    return builder.failoverRoutingPolicy(
        Route53RecordFailoverRoutingPolicy.builder().type(policy.role().name()).build());
  }

  @Override
  public Route53Record.Builder multivalue(RoutingPolicy.Multivalue policy) {
    return builder.multivalueAnswerRoutingPolicy(true);
  }

  @Override
  public Route53Record.Builder ipBased(RoutingPolicy.IpBased policy) {
    boolean everybodyElse = policy.location().equals(RoutingPolicy.IpBased.DEFAULT);
    return builder.cidrRoutingPolicy(
        Route53RecordCidrRoutingPolicy.builder()
            .collectionId(cidrCollections.id(policy.collection()))
            .locationName(
                everybodyElse
                    ? RoutingPolicy.IpBased.DEFAULT
                    : cidrCollections.locationName(policy.collection(), policy.location()))
            .build());
  }

  @Override
  public Route53Record.Builder azAffinity(RoutingPolicy.AzAffinity policy) {
    throw new IllegalStateException("TerraformGaps refuses AZ affinity before a stack is made");
  }

  private static final class Place
      implements GeoLocation.Cases<Route53RecordGeolocationRoutingPolicy.Builder> {
    private final Route53RecordGeolocationRoutingPolicy.Builder place =
        Route53RecordGeolocationRoutingPolicy.builder();

    @Override
    public Route53RecordGeolocationRoutingPolicy.Builder defaultLocation(
        GeoLocation.Default location) {
      return place.country("*");
    }

    @Override
    public Route53RecordGeolocationRoutingPolicy.Builder continent(GeoLocation.Continent location) {
      return place.continent(location.code());
    }

    @Override
    public Route53RecordGeolocationRoutingPolicy.Builder country(GeoLocation.Country location) {
      return place.country(location.code());
    }

    @Override
    public Route53RecordGeolocationRoutingPolicy.Builder usState(GeoLocation.UsState location) {
      return place.country("US").subdivision(location.state());
    }
  }

  private static final class Proximity
      implements GeoproximityLocation.Cases<Route53RecordGeoproximityRoutingPolicy.Builder> {
    private final Route53RecordGeoproximityRoutingPolicy.Builder place =
        Route53RecordGeoproximityRoutingPolicy.builder();

    @Override
    public Route53RecordGeoproximityRoutingPolicy.Builder inRegion(
        GeoproximityLocation.InRegion location) {
      return place.awsRegion(location.region());
    }

    @Override
    public Route53RecordGeoproximityRoutingPolicy.Builder inLocalZoneGroup(
        GeoproximityLocation.InLocalZoneGroup location) {
      return place.localZoneGroup(location.group());
    }

    @Override
    public Route53RecordGeoproximityRoutingPolicy.Builder at(GeoproximityLocation.At location) {
      return place.coordinates(
          List.of(
              Route53RecordGeoproximityRoutingPolicyCoordinates.builder()
                  .latitude(location.latitude().toPlainString())
                  .longitude(location.longitude().toPlainString())
                  .build()));
    }
  }
}
