package dev.meridian.operate;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives CIDR collections the names from the declaration. In AWS, their names begin with the
 * application's name, because they are unique in an account.
 *
 * @param names maps names in AWS to names in the declaration
 */
record DeclaredCidrCollections(Map<String, String> names) {

  static DeclaredCidrCollections of(Deployment deployment) {
    Map<String, String> names = new TreeMap<>();
    deployment
        .cidrCollections()
        .keySet()
        .forEach(name -> names.put(AwsResourceNames.cidrCollection(deployment, name), name));
    return new DeclaredCidrCollections(names);
  }

  LiveZone in(LiveZone zone) {
    RoutingPlan live = zone.plan();
    RoutingPlan plan =
        live.with(
            live.records().stream().map(this::record).toList(),
            live.healthChecks(),
            live.cidrCollections().stream()
                .map(one -> new CidrCollection(name(one.name()), one.locations()))
                .toList());
    return zone.with(plan, zone.unread().stream().map(this::unread).toList());
  }

  private UnsupportedRecord unread(UnsupportedRecord unread) {
    return unread.kind() == UnsupportedRecord.Kind.CIDR_COLLECTION
        ? new UnsupportedRecord(unread.kind(), name(unread.name()), unread.why(), null)
        : unread;
  }

  private String name(String live) {
    return names.getOrDefault(live, live);
  }

  private RecordSet record(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? new RecordSet(
            record.key(),
            new RoutingPolicy.IpBased(name(policy.collection()), policy.location()),
            record.data(),
            record.healthCheck())
        : record;
  }
}
