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

/** The block of a record that says which routing policy it has. */
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
    Route53RecordGeolocationRoutingPolicy.Builder place =
        Route53RecordGeolocationRoutingPolicy.builder();
    if (policy.location() instanceof GeoLocation.Continent continent) {
      place.continent(continent.code());
    } else if (policy.location() instanceof GeoLocation.Country country) {
      place.country(country.code());
    } else if (policy.location() instanceof GeoLocation.UsState state) {
      place.country("US").subdivision(state.state());
    } else {
      place.country("*");
    }
    return builder.geolocationRoutingPolicy(place.build());
  }

  @Override
  public Route53Record.Builder geoproximity(RoutingPolicy.Geoproximity policy) {
    Route53RecordGeoproximityRoutingPolicy.Builder place =
        Route53RecordGeoproximityRoutingPolicy.builder().bias(policy.bias());
    if (policy.location() instanceof GeoproximityLocation.InRegion in) {
      place.awsRegion(in.region());
    } else if (policy.location() instanceof GeoproximityLocation.InLocalZoneGroup in) {
      place.localZoneGroup(in.group());
    } else if (policy.location() instanceof GeoproximityLocation.At at) {
      place.coordinates(
          List.of(
              Route53RecordGeoproximityRoutingPolicyCoordinates.builder()
                  .latitude(at.latitude().toPlainString())
                  .longitude(at.longitude().toPlainString())
                  .build()));
    }
    return builder.geoproximityRoutingPolicy(place.build());
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
}
