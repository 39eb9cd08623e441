package dev.meridian.rehearse;

import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.model.ZoneKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
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
    for (PrivateNetwork network : networks(deployment).values()) {
      if (file.vpc(network.name()).isEmpty()) {
        file.vpc(network.name(), fixtures(network).network(network.region(), 0));
      }
    }
    return with(deployment, file);
  }

  private static Map<String, PrivateNetwork> networks(Deployment deployment) {
    return deployment.privateZone().map(PrivateZone::networks).orElse(Map.of());
  }

  /** The account of the role of the network. */
  private EmulatorFixtures fixtures(PrivateNetwork network) {
    return network.accountId().map(fixtures::inAccount).orElse(fixtures);
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
    Deployment replaced =
        deployment
            .privateZone()
            .map(own -> DeploymentChanges.of(deployment).internal(with(own, file)).deployment())
            .orElse(deployment);
    return DeploymentChanges.of(replaced)
        .regions(regions)
        .zone(
            id.isEmpty()
                ? zone
                : new ZoneDeclaration(
                    zone.name(), new Adoption.ById(id.get()), zone.kind(), zone.at()))
        .deployment();
  }

  private static PrivateZone with(PrivateZone zone, PlaceholderFile file) {
    Map<String, PrivateNetwork> networks = new LinkedHashMap<>();
    zone.networks()
        .forEach(
            (name, network) ->
                networks.put(name, file.vpc(name).map(network::with).orElse(network)));
    return zone.with(zone.zone(), zone.endpoints(), networks);
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

  /**
   * Removes the placeholders, which must be empty.
   *
   * @param deployment one that has them
   */
  void clear(Deployment deployment) throws AwsReadException {
    for (PrivateNetwork network : networks(deployment).values()) {
      Optional<String> vpc = file.vpc(network.name());
      if (vpc.isPresent()) {
        fixtures(network)
            .remove(network.region(), new EmulatorFixtures.Network(vpc.get(), List.of()));
      }
    }
    for (Map.Entry<String, EmulatorFixtures.Network> network : file.networks().entrySet()) {
      fixtures.remove(network.getKey(), network.getValue());
    }
    if (file.zone().isPresent()) {
      fixtures.removeHostedZone(file.zone().get());
    }
  }
}
