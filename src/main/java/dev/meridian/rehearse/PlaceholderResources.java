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
 * Creates, on an emulator, the hosted zone and VPCs that the deployment adopts, and makes the
 * deployment refer to them. Uses what an earlier run created and stored.
 */
record PlaceholderResources(EmulatorFixtures fixtures, PlaceholderFile file) {

  /** Creates the placeholders, and returns the deployment with their ids. */
  Deployment create(Deployment deployment) throws AwsReadException, IOException {
    for (RegionDeclaration region : deployment.regions().values()) {
      if (region.site().network() instanceof Site.Network.Existing existing
          && file.network(region.code()).isEmpty()) {
        file.network(region.code(), fixtures.network(region.code(), existing.availabilityZones()));
      }
    }
    if (!(deployment.zone().adoption() instanceof Adoption.Created) && file.zone().isEmpty()) {
      file.zone(fixtures.hostedZone(deployment.zone().name()));
    }
    return with(deployment, file);
  }

  /** The deployment with the ids in {@code file}, unchanged if there are none. */
  static Deployment with(Deployment deployment, PlaceholderFile file) {
    Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
    deployment.regions().forEach((code, region) -> regions.put(code, with(region, file)));
    ZoneDeclaration zone = deployment.zone();
    Optional<String> id =
        file.zone()
            .filter(
                any ->
                    zone.adoption() instanceof Adoption.ById
                        // The placeholder is public, so a lookup of a private zone by name fails.
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

  private static RegionDeclaration with(RegionDeclaration region, PlaceholderFile file) {
    Site site = region.site();
    Optional<EmulatorFixtures.Network> made = file.network(region.code());
    if (made.isEmpty() || !(site.network() instanceof Site.Network.Existing)) {
      return region;
    }
    Site replaced =
        new Site(
            new Site.Network.Existing(made.get().vpcId(), made.get().subnetIds()),
            site.servers(),
            site.targetCheck(),
            site.certificateArn(),
            site.staticAddresses(),
            site.ipv6());
    return new RegionDeclaration(
        region.code(), replaced, region.healthCheck(), region.pinned(), region.at());
  }

  /** Removes the placeholders, which must be empty. */
  void clear() throws AwsReadException {
    for (Map.Entry<String, EmulatorFixtures.Network> network : file.networks().entrySet()) {
      fixtures.remove(network.getKey(), network.getValue());
    }
    if (file.zone().isPresent()) {
      fixtures.removeHostedZone(file.zone().get());
    }
  }
}
