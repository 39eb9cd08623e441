package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAccelerators;
import dev.meridian.aws.LiveAccelerators.LiveAccelerator;
import dev.meridian.aws.LiveAccelerators.LiveEndpoint;
import dev.meridian.aws.LiveAccelerators.LiveGroup;
import dev.meridian.aws.LiveAccelerators.LiveListener;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares one accelerator with its listeners, endpoint groups, and endpoints in AWS. */
final class AcceleratorComparison {
  private final Deployment deployment;
  private final AcceleratorDeclaration declared;
  private final KnownOutputs outputs;
  private final FieldComparison comparison = new FieldComparison();

  /**
   * @param outputs those of the accelerator and of its regions
   */
  AcceleratorComparison(
      Deployment deployment, AcceleratorDeclaration declared, KnownOutputs outputs) {
    this.deployment = deployment;
    this.declared = declared;
    this.outputs = outputs;
  }

  List<Difference> compare(AwsAccess access) throws AwsReadException {
    String subject = "accelerator " + declared.name();
    String name = AwsResourceNames.accelerator(deployment, declared.name());
    Optional<LiveAccelerator> found = LiveAccelerators.named(name, access);
    if (found.isEmpty()) {
      comparison.missing(subject);
      return comparison.differences();
    }
    LiveAccelerator live = found.get();
    comparison.expect(subject, "enabled", true, live.enabled());
    comparison.expect(
        subject, "addresses", declared.dualStack() ? "dual-stack" : "ipv4", addresses(live));
    StateOutputs own = outputs.bySource().getOrDefault(declared.name(), StateOutputs.NONE);
    String dnsName = own.texts().get(AcceleratorOutput.DNS_NAME.id());
    if (dnsName != null) {
      comparison.expect(subject, "DNS name", dnsName, live.dnsName());
    }
    listeners(live);
    return comparison.differences();
  }

  private static String addresses(LiveAccelerator live) {
    return live.dualStack() ? "dual-stack" : "ipv4";
  }

  private void listeners(LiveAccelerator live) {
    Map<String, LiveListener> byPort =
        live.listeners().stream()
            .collect(Collectors.toMap(LiveListener::firstPort, one -> one, (one, same) -> one));
    for (Listener listener : declared.listeners()) {
      String port = Integer.toString(listener.firstPort());
      String subject = "listener " + declared.name() + " " + port;
      LiveListener there = byPort.remove(port);
      if (there == null) {
        comparison.missing(subject);
        continue;
      }
      comparison.expect(
          subject,
          "ports",
          listener.ports().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          String.join(", ", there.ports()));
      comparison.expect(subject, "protocol", "TCP", there.protocol());
      comparison.expect(
          subject, "client affinity", listener.clientAffinity().name(), there.clientAffinity());
      groups(port, there);
    }
    byPort.keySet().stream()
        .sorted()
        .forEach(port -> comparison.tooMany("listener " + declared.name() + " " + port));
  }

  private void groups(String port, LiveListener there) {
    Map<String, LiveGroup> byRegion =
        there.groups().stream().collect(Collectors.toMap(LiveGroup::region, one -> one));
    for (EndpointGroup group : declared.groups().values()) {
      String subject = subject(port, group.region());
      LiveGroup live = byRegion.remove(group.region());
      if (live == null) {
        comparison.missing(subject);
      } else {
        comparison.expect(subject, "traffic dial", dial(group.dial()), dial(live.dial()));
        endpoints(subject, group, live);
      }
    }
    byRegion.keySet().stream()
        .sorted()
        .forEach(region -> comparison.tooMany(subject(port, region)));
  }

  private String subject(String port, String region) {
    return "endpoint group " + declared.name() + " " + port + " " + region;
  }

  private static String dial(float percent) {
    return percent == Math.rint(percent)
        ? Integer.toString((int) percent)
        : Float.toString(percent);
  }

  /** The ARN of the load balancer is compared if the region's state has it. */
  private void endpoints(String subject, EndpointGroup group, LiveGroup live) {
    StateOutputs region = outputs.bySource().getOrDefault(group.region(), StateOutputs.NONE);
    String arn = region.texts().get(RegionOutput.ALB_ARN.id());
    String ids = live.endpoints().stream().map(LiveEndpoint::id).collect(Collectors.joining(", "));
    if (arn != null) {
      comparison.expect(subject, "endpoints", arn, ids);
    } else {
      comparison.expect(subject, "number of endpoints", 1, live.endpoints().size());
    }
    for (LiveEndpoint endpoint : live.endpoints()) {
      if (arn == null || endpoint.id().equals(arn)) {
        comparison.expect(subject, "weight", group.weight(), endpoint.weight());
        comparison.expect(
            subject,
            "client IP preservation",
            group.clientIpPreservation(),
            endpoint.clientIpPreservation());
      }
    }
  }
}
