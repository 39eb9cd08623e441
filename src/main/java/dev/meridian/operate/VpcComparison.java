package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZones;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Compares the VPCs that resolve a private zone. A public zone has none. */
record VpcComparison(Deployment deployment, KnownOutputs outputs) {

  /** How many VPCs a deployment's private zone declares. */
  static int count(Deployment deployment) {
    return deployment
        .privateZone()
        .map(zone -> zone.regions().size() + zone.networks().size())
        .orElse(0);
  }

  List<Difference> compare(String zoneId, AwsAccess access) throws AwsReadException {
    if (!deployment.isPrivateZone()) {
      return List.of();
    }
    PrivateZone zone = deployment.privateZone().orElseThrow();
    FieldComparison comparison = new FieldComparison();
    NavigableSet<String> found;
    try (LiveZones zones = new LiveZones(access)) {
      found = zones.vpcs(zoneId);
    }
    NavigableSet<String> declared = new TreeSet<>();
    for (String region : zone.regions()) {
      String id =
          outputs
              .bySource()
              .getOrDefault(region, StateOutputs.NONE)
              .texts()
              .getOrDefault(RegionOutput.VPC_ID.id(), "of " + region);
      declared.add(id);
    }
    zone.networks().values().stream().map(PrivateNetwork::vpcId).forEach(declared::add);
    for (String vpc : declared) {
      if (!found.contains(vpc)) {
        comparison.missing("association with VPC " + vpc);
      }
    }
    // Other stacks can associate VPCs with a zone that this deployment did not create.
    if (zone.zone().adoption() instanceof Adoption.Created) {
      found.stream()
          .filter(vpc -> !declared.contains(vpc))
          .forEach(vpc -> comparison.tooMany("association with VPC " + vpc));
    }
    return comparison.differences();
  }
}
