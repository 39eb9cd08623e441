package dev.meridian.cli.zone;

import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.VpcResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edits of the network around a private zone. They change no answer of the zone, but which
 * endpoints clients reach, who can ask the zone, and what else clients in the VPCs resolve.
 */
final class PrivateNetworkDifferences {
  private static final String OUTBOUND = "outbound endpoint";
  private static final String QUERY_LOG = "query log";
  private static final String FIREWALL = "DNS Firewall";
  private static final String MAY_KEEP = "make sure that you may keep them for that long";

  private final PrivateZone old;
  private final PrivateZone now;
  private final List<Notice> found = new ArrayList<>();

  private PrivateNetworkDifferences(PrivateZone old, PrivateZone now) {
    this.old = old;
    this.now = now;
  }

  static List<Notice> between(PrivateZone old, PrivateZone now) {
    PrivateNetworkDifferences differences = new PrivateNetworkDifferences(old, now);
    differences.peering();
    differences.inbound();
    differences.outbound();
    differences.rules();
    differences.queryLogs();
    differences.firewall();
    return differences.found;
  }

  /** A stack that is no longer declared stays as it is until it is destroyed. */
  private void add(String subject, String words, String fix) {
    boolean stays = old.needsNetworkStack() && !now.needsNetworkStack();
    found.add(
        new Notice(
            "private-network",
            subject,
            (stays ? "when the stack is destroyed: " : "") + words,
            fix,
            false));
  }

  private void peering() {
    for (String pair : only(pairs(old), pairs(now))) {
      add(
          "peering of " + pair,
          "clients in one VPC no longer reach endpoints in the other one, even if the zone answers"
              + " with them",
          "connect the VPCs in another way first, or answer each VPC with endpoints in it");
    }
    for (String pair : only(pairs(now), pairs(old))) {
      add(
          "peering of " + pair,
          "clients in one VPC reach endpoints in the other one from now on",
          "check that the blocks of both VPCs have no other route yet");
    }
  }

  private static Set<String> pairs(PrivateZone zone) {
    List<String> regions = zone.regions().stream().sorted().toList();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; zone.peering() && i < regions.size(); i++) {
      for (int j = i + 1; j < regions.size(); j++) {
        pairs.add(regions.get(i) + " and " + regions.get(j));
      }
    }
    return pairs;
  }

  private void inbound() {
    List<String> left = now.resolver().inbound();
    for (String region : only(old.resolver().inbound(), left)) {
      add(
          "inbound endpoint of " + region,
          "networks that forward queries to its addresses get no answers from it any more",
          left.isEmpty()
              ? "remove the rules that forward to it from the name servers of these networks first"
              : "let the name servers of these networks forward to the endpoint of "
                  + String.join(" or ", left)
                  + " first");
    }
    for (String region : only(left, old.resolver().inbound())) {
      add(
          "inbound endpoint of " + region,
          "other networks can ask for names of the zone there from now on",
          "let their name servers forward the zone to the addresses in the output"
              + " resolver_inbound_addresses");
    }
  }

  /** With rules, {@link #rules} says what the endpoint is used for. */
  private void outbound() {
    if (old.resolver().forward().isEmpty()) {
      for (String region : only(old.resolver().outbound(), now.resolver().outbound())) {
        add(
            OUTBOUND + " of " + region,
            "rules of your own that forward from it stop working",
            "remove these rules first");
      }
    }
    if (now.resolver().forward().isEmpty()) {
      for (String region : only(now.resolver().outbound(), old.resolver().outbound())) {
        add(
            OUTBOUND + " of " + region,
            "no declared rule forwards from it",
            "write rules under resolver.forward, or leave the endpoint out");
      }
    }
  }

  private void rules() {
    Map<String, Map<String, String>> earlier = forwarded(old.resolver());
    Map<String, Map<String, String>> later = forwarded(now.resolver());
    Set<String> domains = new LinkedHashSet<>(earlier.keySet());
    domains.addAll(later.keySet());
    for (String domain : domains) {
      Map<String, String> before = earlier.getOrDefault(domain, Map.of());
      Map<String, String> after = later.getOrDefault(domain, Map.of());
      grouped(before, after).forEach((change, regions) -> rule(domain, change, vpcs(regions)));
    }
  }

  private void rule(String domain, Change change, String vpcs) {
    String subject = "forwarding rule for " + domain;
    String queries = "queries from " + vpcs + " for " + domain + " and the names below it ";
    if (change.after().isEmpty()) {
      add(
          subject,
          queries
              + "no longer go to "
              + change.before()
              + "; another rule, a private zone of the VPC, or public DNS answers instead",
          "make sure that clients in these VPCs do not need the answers");
    } else if (change.before().isEmpty()) {
      add(
          subject,
          queries + "go to " + change.after() + " from now on",
          "make sure that these name servers answer the addresses of the outbound endpoint");
    } else {
      add(
          subject,
          queries + "go to " + change.after() + " instead of " + change.before(),
          "make sure that the new name servers answer the addresses of the outbound endpoint");
    }
  }

  /** The name servers by domain, and by the region that forwards to them. */
  private static Map<String, Map<String, String>> forwarded(VpcResolver resolver) {
    Map<String, Map<String, String>> forwarded = new LinkedHashMap<>();
    for (VpcResolver.ForwardRule rule : resolver.forward()) {
      String servers = String.join(", ", rule.nameServers().stream().sorted().toList());
      Map<String, String> regions = new LinkedHashMap<>();
      resolver.outbound().forEach(region -> regions.put(region, servers));
      forwarded.put(rule.domain().text(), regions);
    }
    return forwarded;
  }

  private void queryLogs() {
    int before = old.resolver().queryLog().orElse(0);
    int after = now.resolver().queryLog().orElse(0);
    grouped(logging(old), logging(now))
        .forEach(
            (change, regions) -> {
              String queries = "queries of clients in " + vpcs(regions) + " are ";
              if (change.after().isEmpty()) {
                add(
                    QUERY_LOG,
                    queries + "no longer logged, and the log group is deleted with its contents",
                    "export what you still need first");
              } else if (change.before().isEmpty()) {
                add(
                    QUERY_LOG,
                    queries + "logged with their source addresses, and kept for " + change.after(),
                    MAY_KEEP);
              } else {
                add(
                    QUERY_LOG,
                    queries + "kept for " + change.after() + " instead of " + change.before(),
                    after < before
                        ? "export older entries first if you need them; CloudWatch deletes them"
                        : MAY_KEEP);
              }
            });
  }

  /** How long queries are kept, by region. */
  private static Map<String, String> logging(PrivateZone zone) {
    Map<String, String> days = new LinkedHashMap<>();
    zone.resolver()
        .queryLog()
        .map(count -> count + (count == 1 ? " day" : " days"))
        .ifPresent(text -> zone.regions().forEach(region -> days.put(region, text)));
    return days;
  }

  private void firewall() {
    Set<String> domains = new LinkedHashSet<>(blocked(old));
    domains.addAll(blocked(now));
    Map<Change, Map<Set<String>, List<String>>> changes = new LinkedHashMap<>();
    for (String domain : domains) {
      grouped(blocking(old, domain), blocking(now, domain))
          .forEach(
              (change, regions) ->
                  changes
                      .computeIfAbsent(change, key -> new LinkedHashMap<>())
                      .computeIfAbsent(regions, key -> new ArrayList<>())
                      .add(domain));
    }
    changes.forEach(
        (change, byRegions) ->
            byRegions.forEach(
                (regions, names) ->
                    blocks(!change.after().isEmpty(), vpcs(regions), String.join(", ", names))));
  }

  private void blocks(boolean blocked, String vpcs, String names) {
    add(
        FIREWALL,
        "clients in "
            + vpcs
            + (blocked ? " get NXDOMAIN for " : " can resolve ")
            + names
            + (blocked ? " from now on" : " again"),
        blocked
            ? "make sure that no client in these VPCs needs these names"
            : "make sure that nothing in these VPCs must be kept from these names");
  }

  private static List<String> blocked(PrivateZone zone) {
    return zone.resolver().dnsFirewall().map(VpcResolver.Firewall::block).orElse(List.of());
  }

  private static Map<String, String> blocking(PrivateZone zone, String domain) {
    Map<String, String> regions = new LinkedHashMap<>();
    if (blocked(zone).contains(domain)) {
      zone.regions().forEach(region -> regions.put(region, "blocked"));
    }
    return regions;
  }

  /** A setting before and after; empty for none. */
  private record Change(String before, String after) {}

  /** The regions by what changes in them, without those where nothing does. */
  private static Map<Change, Set<String>> grouped(
      Map<String, String> before, Map<String, String> after) {
    Set<String> regions = new LinkedHashSet<>(before.keySet());
    regions.addAll(after.keySet());
    Map<Change, Set<String>> grouped = new LinkedHashMap<>();
    for (String region : regions) {
      Change change = new Change(before.getOrDefault(region, ""), after.getOrDefault(region, ""));
      if (!change.before().equals(change.after())) {
        grouped.computeIfAbsent(change, key -> new LinkedHashSet<>()).add(region);
      }
    }
    return grouped;
  }

  private static Set<String> only(Iterable<String> some, Iterable<String> others) {
    Set<String> only = new LinkedHashSet<>();
    some.forEach(only::add);
    others.forEach(only::remove);
    return only;
  }

  private static String vpcs(Set<String> regions) {
    return (regions.size() == 1 ? "the VPC of " : "the VPCs of ") + String.join(", ", regions);
  }
}
