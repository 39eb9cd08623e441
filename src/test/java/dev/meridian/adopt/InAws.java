package dev.meridian.adopt;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.stacks.name.AwsResourceNames;

/** A plan with the names that its CIDR collections have in AWS. */
final class InAws {
  private InAws() {}

  static RoutingPlan of(Deployment deployment, RoutingPlan plan) {
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream().map(record -> of(deployment, record)).toList(),
        plan.healthChecks(),
        plan.cidrCollections().stream()
            .map(
                one ->
                    new CidrCollection(
                        AwsResourceNames.cidrCollection(deployment, one.name()), one.locations()))
            .toList());
  }

  private static RecordSet of(Deployment deployment, RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? new RecordSet(
            record.key(),
            new RoutingPolicy.IpBased(
                AwsResourceNames.cidrCollection(deployment, policy.collection()),
                policy.location()),
            record.data(),
            record.healthCheckId().orElse(null))
        : record;
  }
}
