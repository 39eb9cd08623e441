package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.Site;
import dev.meridian.config.ZoneDeclaration;
import dev.meridian.config.ZoneDeclaration.Adoption;
import dev.meridian.live.AwsAccess;
import dev.meridian.live.LiveFailed;
import dev.meridian.live.StandIns;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes on an emulator what the deployment says exists already, a hosted zone or a VPC, and lets
 * the deployment mean that.
 */
final class Furnishing {
  private final StandIns standIns;
  private final Map<String, StandIns.Network> networks = new LinkedHashMap<>();
  private String zoneId = "";

  Furnishing(AwsAccess access) {
    this.standIns = new StandIns(access);
  }

  /** The deployment with the ids of what was made. */
  Deployment furnish(Deployment deployment) throws LiveFailed {
    Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
    for (RegionDeclaration region : deployment.regions().values()) {
      regions.put(region.code(), furnish(region));
    }
    return Redeclared.of(deployment).regions(regions).zone(furnish(deployment.zone())).deployment();
  }

  private ZoneDeclaration furnish(ZoneDeclaration zone) throws LiveFailed {
    if (zone.adoption() instanceof Adoption.Created) {
      return zone;
    }
    zoneId = standIns.hostedZone(zone.name());
    return zone.adoption() instanceof Adoption.ById
        ? new ZoneDeclaration(zone.name(), new Adoption.ById(zoneId), zone.at())
        : zone;
  }

  private RegionDeclaration furnish(RegionDeclaration region) throws LiveFailed {
    Site site = region.site();
    if (!(site.network() instanceof Site.Network.Existing existing)) {
      return region;
    }
    StandIns.Network made = standIns.network(region.code(), existing.availabilityZones());
    networks.put(region.code(), made);
    Site furnished =
        new Site(
            new Site.Network.Existing(made.vpcId(), made.subnetIds()),
            site.servers(),
            site.targetCheck(),
            site.certificateArn(),
            site.staticAddresses(),
            site.ipv6());
    return new RegionDeclaration(
        region.code(), furnished, region.healthCheck(), region.pinned(), region.at());
  }

  /** Removes what was made, once nothing stands in it any more. */
  void clear() throws LiveFailed {
    for (Map.Entry<String, StandIns.Network> network : networks.entrySet()) {
      standIns.remove(network.getKey(), network.getValue());
    }
    if (!zoneId.isEmpty()) {
      standIns.removeHostedZone(zoneId);
    }
  }
}
