package dev.meridian.resolve;

import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the records of one random group say. */
final class RandomPolicies {
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1", "cn-north-1");
  private static final List<GeoLocation> PLACES =
      List.of(
          new GeoLocation.Default(),
          new GeoLocation.Continent("NA"),
          new GeoLocation.Continent("EU"),
          new GeoLocation.Continent("AF"),
          new GeoLocation.Country("US"),
          new GeoLocation.Country("NA"),
          new GeoLocation.Country("DE"),
          new GeoLocation.UsState("CA"));
  private static final List<Integer> WEIGHTS = List.of(0, 0, 1, 2, 3, 5);

  private RandomPolicies() {}

  static List<RoutingPolicy> of(PolicyKind kind, Random random) {
    return switch (kind) {
      case SIMPLE -> List.of(new RoutingPolicy.Simple());
      case WEIGHTED ->
          several(random, 4, i -> new RoutingPolicy.Weighted(WEIGHTS.get(random.nextInt(6))));
      case MULTIVALUE -> several(random, 12, i -> new RoutingPolicy.Multivalue());
      case FAILOVER -> failover(random);
      case LATENCY -> some(random, REGIONS, RoutingPolicy.Latency::new);
      case GEOLOCATION -> some(random, PLACES, RoutingPolicy.Geolocation::new);
      case GEOPROXIMITY -> some(random, REGIONS, region -> geoproximity(region, random));
      case IP_BASED ->
          some(random, List.of("*", "a", "b", "d"), l -> new RoutingPolicy.IpBased("c", l));
      case AZ_AFFINITY ->
          some(
              random,
              List.of("use1-az1", "use1-az2", "us-east-1-zg-1", "us-east-1", "aws", "global"),
              code -> new RoutingPolicy.AzAffinity(AzLocation.of(code)));
    };
  }

  private static RoutingPolicy geoproximity(String region, Random random) {
    return new RoutingPolicy.Geoproximity(
        new GeoproximityLocation.InRegion(region), random.nextInt(199) - 99);
  }

  private static List<RoutingPolicy> failover(Random random) {
    RoutingPolicy primary = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY);
    RoutingPolicy secondary = new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY);
    return switch (random.nextInt(6)) {
      case 0 -> List.of(primary);
      case 1 -> List.of(secondary);
      case 2 -> List.of(secondary, primary);
      default -> List.of(primary, secondary);
    };
  }

  private static List<RoutingPolicy> several(
      Random random, int most, Function<Integer, RoutingPolicy> policy) {
    return IntStream.rangeClosed(0, random.nextInt(most)).boxed().map(policy).toList();
  }

  private static <T> List<RoutingPolicy> some(
      Random random, List<T> all, Function<T, RoutingPolicy> policy) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(all.size())).stream().map(policy).toList();
  }
}
