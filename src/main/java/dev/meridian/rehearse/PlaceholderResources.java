package dev.meridian.rehearse;

import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes on an emulator what the deployment says exists already, a hosted zone or a VPC, and lets
 * the deployment mean that. What an earlier run made and file is used again.
 */
record PlaceholderResources(EmulatorFixtures fixtures, PlaceholderFile file) {

  /** The deployment with the ids of what was made. */
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

  /** The deployment with the ids that are {@code file}; without any, as it is. */
  static Deployment with(Deployment deployment, PlaceholderFile file) {
    Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
    deployment.regions().forEach((code, region) -> regions.put(code, with(region, file)));
    ZoneDeclaration zone = deployment.zone();
    Optional<String> id = file.zone().filter(any -> zone.adoption() instanceof Adoption.ById);
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

  /** Removes what was made, once nothing stands in it any more. */
  void clear() throws AwsReadException {
    for (Map.Entry<String, EmulatorFixtures.Network> network : file.networks().entrySet()) {
      fixtures.remove(network.getKey(), network.getValue());
    }
    if (file.zone().isPresent()) {
      fixtures.removeHostedZone(file.zone().get());
    }
  }
}
