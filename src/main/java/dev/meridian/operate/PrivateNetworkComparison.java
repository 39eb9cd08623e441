package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveDnsFirewall;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what the stack {@code private-network} creates around a private zone. A part that cannot
 * be read is not compared, and the others still are.
 */
final class PrivateNetworkComparison {
  private final Deployment deployment;
  private final AwsAccess access;
  private final SortedMap<String, String> vpcs = new TreeMap<>();
  private final FieldComparison comparison = new FieldComparison();
  private final List<String> notCompared = new ArrayList<>();

  /**
   * @param deployment a private zone
   */
  PrivateNetworkComparison(Deployment deployment, KnownOutputs outputs, AwsAccess access) {
    this.deployment = deployment;
    this.access = access;
    for (String region : deployment.regions().keySet()) {
      String vpc =
          outputs
              .bySource()
              .getOrDefault(region, StateOutputs.NONE)
              .texts()
              .get(RegionOutput.VPC_ID.id());
      if (vpc != null) {
        vpcs.put(region, vpc);
      }
    }
  }

  /** What could not be compared, and why; complete after {@link #compare}. */
  List<String> notCompared() {
    return List.copyOf(notCompared);
  }

  List<Difference> compare() {
    List<String> regions = List.copyOf(deployment.regions().keySet());
    PeeringComparison peering = new PeeringComparison(deployment, vpcs, comparison);
    for (int i = 0; PeeringComparison.count(deployment) > 0 && i < regions.size(); i++) {
      for (String other : regions.subList(i + 1, regions.size())) {
        String region = regions.get(i);
        part(
            "the peering of " + region + " and " + other,
            List.of(region, other),
            () -> peering.compare(region, other, access));
      }
    }
    regions.forEach(this::resolver);
    return comparison.differences().stream().distinct().toList();
  }

  private void resolver(String region) {
    VpcResolver declared = zone().resolver();
    List<String> one = List.of(region);
    ResolverComparison resolver =
        new ResolverComparison(
            deployment, region, vpcs.getOrDefault(region, ""), access, comparison);
    if (!declared.inbound().isEmpty() || !declared.outbound().isEmpty()) {
      part("the Resolver endpoints of " + region, one, resolver::endpoints);
    }
    if (!declared.outbound().isEmpty()) {
      part("the forwarding rules of " + region, one, resolver::rules);
    }
    if (declared.queryLog().isPresent()) {
      part("the query log of " + region, one, resolver::queryLog);
    }
    declared
        .dnsFirewall()
        .ifPresent(
            firewall ->
                part("the DNS Firewall of " + region, one, () -> firewall(region, firewall)));
  }

  private void firewall(String region, VpcResolver.Firewall declared) throws AwsReadException {
    String name = AwsResourceNames.blockedDomains(AwsResourceNames.prefix(deployment));
    String subject = "DNS Firewall " + region;
    LiveDnsFirewall found = LiveDnsFirewall.named(name, region, access);
    if (found.id().isEmpty()) {
      comparison.missing(subject);
      return;
    }
    String vpc = vpcs.getOrDefault(region, "");
    comparison.expect(
        subject,
        "association with " + vpc,
        "COMPLETE",
        found.associations().stream()
            .filter(one -> one.vpc().equals(vpc))
            .map(one -> one.status())
            .findFirst()
            .orElse(Difference.ABSENT));
    Map<String, List<LiveDnsFirewall.Rule>> rules =
        found.rules().stream().collect(Collectors.groupingBy(LiveDnsFirewall.Rule::name));
    String of = subject + " rule ";
    for (LiveDnsFirewall.Rule rule : rules.getOrDefault(name, List.of())) {
      comparison.expect(
          of + name,
          new TreeMap<>(
              Map.of(
                  "action",
                  "BLOCK",
                  "response",
                  "NXDOMAIN",
                  "priority",
                  Integer.toString(AwsResourceNames.FIREWALL_PRIORITY))),
          rule.fields());
      SortedSet<String> domains = new TreeSet<>();
      declared.block().forEach(domain -> domains.add(domain.toLowerCase(Locale.ROOT)));
      comparison.expectAll(subject + ": blocked domain ", domains, rule.domains());
    }
    comparison.expectAll(of, new TreeSet<>(List.of(name)), new TreeSet<>(rules.keySet()));
  }

  /** A comparison that reads from AWS. */
  @FunctionalInterface
  private interface Part {
    void compare() throws AwsReadException;
  }

  private void part(String what, List<String> regions, Part part) {
    List<String> unknown = regions.stream().filter(code -> !vpcs.containsKey(code)).toList();
    if (!unknown.isEmpty()) {
      notCompared.add(
          what
              + ": the "
              + (unknown.size() == 1 ? "VPC of " : "VPCs of ")
              + String.join(" and ", unknown)
              + (unknown.size() == 1 ? " is" : " are")
              + " not known");
      return;
    }
    try {
      part.compare();
    } catch (AwsReadException e) {
      notCompared.add(what + ": " + e.getMessage());
    }
  }

  private PrivateZone zone() {
    return deployment.privateZone().orElseThrow();
  }

  /** Adds what {@link #compare} compares. */
  static void count(Deployment deployment, Verification.Parts counts) {
    VpcResolver resolver = deployment.privateZone().orElseThrow().resolver();
    int regions = deployment.regions().size();
    counts
        .withAny(PeeringComparison.count(deployment), "peering connection")
        .withAny(resolver.inbound().size() + resolver.outbound().size(), "Resolver endpoint")
        .withAny(resolver.outbound().size() * resolver.forward().size(), "forwarding rule")
        .withAny(resolver.queryLog().isPresent() ? regions : 0, "query log")
        .withAny(resolver.dnsFirewall().isPresent() ? regions : 0, "DNS Firewall rule group");
  }
}
