package dev.meridian.resolve.analysis;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.AzLocation;
import dev.meridian.resolve.client.ClientZone;
import java.util.Collection;
import java.util.Optional;

/** Zones in locations of which the catalog lists no zone. */
final class UnlistedZones implements AzLocation.Cases<Optional<ClientZone>> {
  private final Collection<AzLocation> named;

  private UnlistedZones(Collection<AzLocation> named) {
    this.named = named;
  }

  /**
   * A zone in {@code location}, or empty for {@link AzLocation.Global}.
   *
   * @param named the locations that decide
   */
  static Optional<ClientZone> in(AzLocation location, Collection<AzLocation> named) {
    return location.accept(new UnlistedZones(named));
  }

  /** Its zone group is one that decides, as far as there is one in its Region. */
  @Override
  public Optional<ClientZone> availabilityZone(AzLocation.AvailabilityZone location) {
    ClientZone zone = ClientZone.of(location.id(), null);
    String group =
        named.stream()
            .filter(other -> other instanceof AzLocation.ZoneGroup)
            .map(other -> (AzLocation.ZoneGroup) other)
            .filter(other -> other.region().equals(zone.region()))
            .map(AzLocation.ZoneGroup::name)
            .findFirst()
            .orElse(zone.region() + "-zg-1");
    return Optional.of(ClientZone.of(location.id(), group));
  }

  @Override
  public Optional<ClientZone> zoneGroup(AzLocation.ZoneGroup location) {
    return Optional.of(ClientZone.in(location));
  }

  @Override
  public Optional<ClientZone> inRegion(AzLocation.InRegion location) {
    return Optional.of(ClientZone.in(new AzLocation.ZoneGroup(location.region() + "-zg-1")));
  }

  @Override
  public Optional<ClientZone> inPartition(AzLocation.InPartition location) {
    return AwsRegions.all().stream()
        .filter(region -> region.partition().id().equals(location.partition()))
        .map(AwsRegion::code)
        .findFirst()
        .flatMap(region -> inRegion(new AzLocation.InRegion(region)));
  }

  @Override
  public Optional<ClientZone> global(AzLocation.Global location) {
    return Optional.empty();
  }
}
