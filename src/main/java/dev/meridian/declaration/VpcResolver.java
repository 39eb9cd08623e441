package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of Route 53 VPC Resolver that a private zone has around it.
 *
 * @param inbound the codes of the regions with an inbound endpoint, where other networks ask
 * @param outbound the codes of the regions with an outbound endpoint, from which rules forward
 * @param forward what is asked from other name servers, in declared order; needs an outbound
 *     endpoint
 * @param queryLogDays how many days CloudWatch keeps the log of all queries from the VPCs, a value
 *     that PutRetentionPolicy allows; null for no log
 * @param firewall null for no DNS Firewall
 */
public record VpcResolver(
    List<String> inbound,
    List<String> outbound,
    List<ForwardRule> forward,
    @Nullable Integer queryLogDays,
    @Nullable Firewall firewall) {

  /** Nothing is created. */
  public static final VpcResolver NONE =
      new VpcResolver(List.of(), List.of(), List.of(), null, null);

  public VpcResolver {
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
    forward = List.copyOf(forward);
  }

  /**
   * A domain that other name servers answer.
   *
   * @param domain with everything below it
   * @param nameServers 1..6 IPv4 addresses, asked on port 53
   */
  public record ForwardRule(DnsName domain, List<String> nameServers, SourceLocation at) {
    public ForwardRule {
      nameServers = List.copyOf(nameServers);
    }
  }

  /**
   * Domains that clients in the VPCs cannot resolve.
   *
   * @param block names, or {@code *.} and a name; in declared order
   */
  public record Firewall(List<String> block, SourceLocation at) {
    public Firewall {
      block = List.copyOf(block);
    }
  }

  public boolean isEmpty() {
    return inbound.isEmpty()
        && outbound.isEmpty()
        && forward.isEmpty()
        && queryLogDays == null
        && firewall == null;
  }

  public Optional<Integer> queryLog() {
    return Optional.ofNullable(queryLogDays);
  }

  public Optional<Firewall> dnsFirewall() {
    return Optional.ofNullable(firewall);
  }
}
