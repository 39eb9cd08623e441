package dev.meridian.rehearse;

import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.model.ZoneKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes on an emulator what the deployment says exists already, a hosted zone or a VPC, and lets
 * the deployment mean that. What an earlier run made and noted is used again.
 */
record PlaceholderResources(EmulatorFixtures standIns, PlaceholderFile noted) {

  /** The deployment with the ids of what was made. */
  Deployment furnish(Deployment deployment) throws AwsReadException, IOException {
    for (RegionDeclaration region : deployment.regions().values()) {
      if (region.site().network() instanceof Site.Network.Existing existing
          && noted.network(region.code()).isEmpty()) {
        noted.network(region.code(), standIns.network(region.code(), existing.availabilityZones()));
      }
    }
    if (!(deployment.zone().adoption() instanceof Adoption.Created) && noted.zone().isEmpty()) {
      noted.zone(standIns.hostedZone(deployment.zone().name()));
    }
    return with(deployment, noted);
  }

  /** The deployment with the ids that are {@code noted}; without any, as it is. */
  static Deployment with(Deployment deployment, PlaceholderFile noted) {
    Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
    deployment.regions().forEach((code, region) -> regions.put(code, with(region, noted)));
    ZoneDeclaration zone = deployment.zone();
    Optional<String> id =
        noted
            .zone()
            .filter(
                any ->
                    zone.adoption() instanceof Adoption.ById
                        // The stand-in is public, so a lookup of a private zone by name misses it.
                        || zone.kind() == ZoneKind.PRIVATE);
    return DeploymentChanges.of(deployment)
        .regions(regions)
        .zone(
            id.isEmpty()
                ? zone
                : new ZoneDeclaration(
                    zone.name(), new Adoption.ById(id.get()), zone.kind(), zone.at()))
        .deployment();
  }

  private static RegionDeclaration with(RegionDeclaration region, PlaceholderFile noted) {
    Site site = region.site();
    Optional<EmulatorFixtures.Network> made = noted.network(region.code());
    if (made.isEmpty() || !(site.network() instanceof Site.Network.Existing)) {
      return region;
    }
    Site furnished =
        new Site(
            new Site.Network.Existing(made.get().vpcId(), made.get().subnetIds()),
            site.servers(),
            site.targetCheck(),
            site.certificateArn(),
            site.staticAddresses(),
            site.ipv6());
    return new RegionDeclaration(
        region.code(), furnished, region.healthCheck(), region.pinned(), region.at());
  }

  /** Removes what was made, once nothing stands in it any more. */
  void clear() throws AwsReadException {
    for (Map.Entry<String, EmulatorFixtures.Network> network : noted.networks().entrySet()) {
      standIns.remove(network.getKey(), network.getValue());
    }
    if (noted.zone().isPresent()) {
      standIns.removeHostedZone(noted.zone().get());
    }
  }
}
