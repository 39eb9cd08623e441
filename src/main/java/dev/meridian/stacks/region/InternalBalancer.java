package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.literal;

import dev.meridian.declaration.Site;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * The load balancer that a private zone answers with, and the alarm on its targets.
 *
 * @param alarm the name of the alarm in AWS; empty if aliases evaluate the health of the targets
 * @param peers the IPv4 blocks of peered VPCs, by region
 */
public record InternalBalancer(
    Construct stack,
    String name,
    Site site,
    Network network,
    List<String> alarm,
    SortedMap<String, String> peers) {
  private static final String GROUP = "internal";

  public InternalBalancer {
    alarm = List.copyOf(alarm);
    peers = new TreeMap<>(peers);
  }

  /** The id of its security group, in this stack's HCL. */
  public static String groupId() {
    return SecurityGroups.id(GROUP);
  }

  /** Its security group is open to the VPC and its peers. */
  public LoadBalancer.Built build(SecurityGroups groups) {
    groups.group(GROUP, "Internal load balancer: open to this network and its peers");
    for (SiteListener listener : SiteListener.of(site)) {
      open(groups, listener.port(), network.forVpcs().orElseThrow().cidrReference(), "network");
      peers.forEach((region, cidr) -> open(groups, listener.port(), literal(cidr), region));
    }
    LoadBalancer.Built built =
        new LoadBalancer(stack, name, site, network, LoadBalancer.Scheme.INTERNAL).build(groupId());
    alarm.forEach(text -> new InternalAlarm(stack, text).build());
    return built;
  }

  private static void open(SecurityGroups groups, int port, String cidr, String from) {
    groups.openTo(groupId(), GROUP + "_" + port + "_from_" + from, port, cidr);
  }
}
