package dev.meridian.resolve.client;

import dev.meridian.catalog.AvailabilityZones;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.RegionZones;
import dev.meridian.model.AzLocation;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Availability Zone that a query came from, as Route 53 VPC Resolver reports it, with the
 * larger locations that hold it. What is null is not known, and matches no record.
 *
 * @param id the AZ ID, such as {@code use1-az1}
 * @param group the zone group, such as {@code us-east-1-zg-1}
 * @param region the Region's code
 * @param partition such as {@code aws}
 */
public record ClientZone(
    @Nullable String id,
    @Nullable String group,
    @Nullable String region,
    @Nullable String partition) {

  /**
   * The zone with an AZ ID.
   *
   * @param group overrides the group that the catalog has; null for that one
   */
  public static ClientZone of(String id, @Nullable String group) {
    Optional<RegionZones> zones =
        AvailabilityZones.byPrefix(new AzLocation.AvailabilityZone(id).prefix());
    String known = zones.filter(z -> z.ids().contains(id)).flatMap(RegionZones::group).orElse(null);
    String region = zones.map(RegionZones::region).orElse(null);
    return new ClientZone(id, group == null ? known : group, region, partition(region));
  }

  /** A zone of a group, of which no more is known. */
  public static ClientZone in(AzLocation.ZoneGroup group) {
    String region = group.region();
    return new ClientZone(null, group.name(), region, partition(region));
  }

  /** What {@code --from} calls it, such as {@code use1-az9+us-east-1-zg-2}. */
  public String words() {
    return Stream.of(id, group).filter(Objects::nonNull).collect(Collectors.joining("+"));
  }

  private static @Nullable String partition(@Nullable String region) {
    return region == null
        ? null
        : AwsRegions.byCode(region).map(found -> found.partition().id()).orElse(null);
  }

  /** Whether this zone is in {@code location}. */
  public boolean isIn(AzLocation location) {
    return location.accept(
        new AzLocation.Cases<Boolean>() {
          @Override
          public Boolean availabilityZone(AzLocation.AvailabilityZone found) {
            return found.id().equals(id);
          }

          @Override
          public Boolean zoneGroup(AzLocation.ZoneGroup found) {
            return found.name().equals(group);
          }

          @Override
          public Boolean inRegion(AzLocation.InRegion found) {
            return found.region().equals(region);
          }

          @Override
          public Boolean inPartition(AzLocation.InPartition found) {
            return found.partition().equals(partition);
          }

          @Override
          public Boolean global(AzLocation.Global found) {
            return true;
          }
        });
  }
}
