package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAddresses;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.aws.LiveLoadBalancers.Balancer;
import dev.meridian.aws.LiveLoadBalancers.Behind;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.Tags;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.region.SiteListener;
import dev.meridian.terraform.json.StateOutputs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the Network Load Balancer with a region's static addresses, and its Elastic IPs. */
record StaticAddressComparison(
    Deployment deployment,
    RegionDeclaration region,
    StateOutputs outputs,
    FieldComparison comparison) {

  void compare(Balancer alb, List<Balancer> balancers, AwsAccess access) throws AwsReadException {
    String name = AwsResourceNames.staticLoadBalancer(deployment);
    String subject = "static addresses " + region.code();
    Optional<Balancer> front =
        balancers.stream().filter(one -> one.name().equals(name)).findFirst();
    if (front.isEmpty()) {
      comparison.missing(subject + ": network load balancer");
    } else {
      comparison.expect(
          subject, "state of the network load balancer", "active", front.get().state());
      front(subject, alb, LiveLoadBalancers.behind(front.get().arn(), region.code(), access));
    }
    List<String> known =
        outputs.lists().getOrDefault(RegionOutput.STATIC_ADDRESSES.id(), List.of());
    comparison.expect(subject, "count", region.site().network().availabilityZones(), known.size());
    Collection<String> there =
        LiveAddresses.tagged(region.code(), Tags.owner(deployment), access).values();
    known.stream()
        .filter(address -> !there.contains(address))
        .forEach(address -> comparison.missing("static address " + region.code() + " " + address));
  }

  private void front(String subject, Balancer alb, Behind behind) {
    Set<Integer> declared = new TreeSet<>();
    for (SiteListener listener : SiteListener.of(region.site())) {
      declared.add(listener.port());
      group(listener, behind);
    }
    comparison.expect(subject, "ports", declared, new TreeSet<>(behind.listeners().keySet()));
    Set<Integer> forwarded = new TreeSet<>();
    behind.groups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(target -> target.id().equals(alb.arn()))
        .forEach(target -> forwarded.add(target.port()));
    comparison.expect(subject, "ports that forward to the load balancer", declared, forwarded);
  }

  private void group(SiteListener listener, Behind behind) {
    String port = String.valueOf(listener.port());
    String subject = "static target group " + region.code() + " " + port;
    behind.groups().stream()
        .filter(group -> port.equals(group.fields().get("port")))
        .findFirst()
        .ifPresentOrElse(
            group ->
                comparison.expect(
                    subject,
                    new TreeMap<>(
                        Map.of(
                            "protocol", "TCP",
                            "check protocol", listener.protocol(),
                            "check port", "traffic-port",
                            "check path", region.site().targetCheck().path(),
                            "check matcher", "200-399")),
                    group.fields()),
            () -> comparison.missing(subject));
  }
}
