package dev.meridian.declaration.reader.privatezone;

import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.declaration.VpcResolver.Firewall;
import dev.meridian.declaration.VpcResolver.ForwardRule;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code resolver}: endpoints and rules of VPC Resolver, its query log, and DNS Firewall. */
public final class ResolverReader {
  /** Route 53 quotas, "Maximum number of target IP addresses per Resolver rule". */
  private static final int MOST_NAME_SERVERS = 6;

  /** CloudWatch Logs API, PutRetentionPolicy. */
  private static final Set<Integer> RETENTIONS =
      new TreeSet<>(
          List.of(
              1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
              2922, 3288, 3653));

  private final Optional<DnsName> zone;
  private final Set<String> regions = new LinkedHashSet<>();
  private final List<DnsName> names;

  /**
   * @param zone empty if its own problem has been reported
   * @param regions the regions of the private zone
   * @param names the names of the zone, which must not be forwarded or blocked
   */
  public ResolverReader(
      Optional<DnsName> zone, List<RegionDeclaration> regions, List<NameDeclaration> names) {
    this.zone = zone;
    regions.forEach(region -> this.regions.add(region.code()));
    this.names = names.stream().map(NameDeclaration::name).distinct().toList();
  }

  public VpcResolver read(Optional<YamlNode> resolver) {
    return resolver
        .flatMap(value -> value.mapping(AllowedKeys.RESOLVER))
        .map(this::read)
        .orElse(VpcResolver.NONE);
  }

  private VpcResolver read(YamlMapping mapping) {
    List<String> inbound = regions(mapping.get("inbound"));
    List<String> outbound = regions(mapping.get("outbound"));
    List<ForwardRule> forward = forward(mapping.get("forward"));
    boolean anywhere = mapping.has("outbound") || mapping.meant(List.of("outbound"));
    if (!forward.isEmpty() && outbound.isEmpty() && !(anywhere && isUnread(mapping))) {
      mapping
          .get("forward")
          .orElseThrow()
          .report(
              "queries are forwarded from an outbound endpoint, and there is none",
              "write outbound: true, or the list of regions that forward");
    }
    @Nullable Integer days = mapping.get("query-logs").flatMap(this::days).orElse(null);
    @Nullable Firewall firewall = mapping.get("firewall").flatMap(this::firewall).orElse(null);
    return new VpcResolver(inbound, outbound, forward, days, firewall);
  }

  /** Whether the regions of the outbound endpoint have a problem of their own. */
  private static boolean isUnread(YamlMapping mapping) {
    return mapping.get("outbound").filter(YamlNode::isBoolean).isEmpty();
  }

  private List<String> regions(Optional<YamlNode> value) {
    if (value.filter(YamlNode::isBoolean).isPresent()) {
      return value.flatMap(YamlNode::flag).orElseThrow() ? List.copyOf(regions) : List.of();
    }
    if (value.filter(node -> !node.isList()).isPresent()) {
      value.get().wrong("true or a list", "write true for every region of the private zone");
      return List.of();
    }
    List<String> codes = new ArrayList<>();
    for (YamlNode item : value.map(YamlNode::oneOrSeveral).orElse(List.of())) {
      item.text().flatMap(code -> region(item, code, codes)).ifPresent(codes::add);
    }
    return codes;
  }

  private Optional<String> region(YamlNode item, String code, List<String> earlier) {
    if (!regions.contains(code)) {
      return item.refuse(
          "\"" + code + "\" is not a region of the private zone", Suggestions.of(code, regions));
    }
    return earlier.contains(code)
        ? item.refuse("duplicate region " + code, "remove one")
        : Optional.of(code);
  }

  private List<ForwardRule> forward(Optional<YamlNode> forward) {
    List<ForwardRule> rules = new ArrayList<>();
    Set<DnsName> seen = new LinkedHashSet<>();
    for (Pair pair : forward.map(YamlNode::pairs).orElse(List.of())) {
      Optional<DnsName> domain = domain(pair.key());
      Optional<List<String>> servers = nameServers(pair.value());
      if (domain.isPresent() && !seen.add(domain.get())) {
        pair.key().report("there is already a rule for " + domain.get(), "remove one");
      }
      domain.ifPresent(
          name ->
              servers.ifPresent(list -> rules.add(new ForwardRule(name, list, pair.key().at()))));
    }
    return rules;
  }

  /** Route 53 Developer Guide: a rule takes precedence over a private zone of the same name. */
  private Optional<DnsName> domain(YamlNode key) {
    Optional<DnsName> domain = key.text().flatMap(text -> key.make(() -> new DnsName(text)));
    if (domain.filter(DnsName::isWildcard).isPresent()) {
      return key.refuse(
          "a rule is for a domain and everything below it",
          "write " + domain.get().text().replaceFirst("^\\*\\.?", "").replaceFirst("^$", "a name"));
    }
    if (domain.isPresent() && domain.equals(zone)) {
      return key.refuse(
          "a rule takes precedence over the zone, so the VPCs would not see the zone's records",
          "forward another domain, or remove the rule");
    }
    Optional<DnsName> hidden =
        domain.flatMap(found -> names.stream().filter(name -> name.isWithin(found)).findFirst());
    return hidden.isPresent() && domain.get().isWithin(zone.orElseThrow())
        ? key.refuse(
            "the VPCs would forward the question for " + hidden.get() + ", a name of the zone",
            "forward another domain, or remove the name")
        : domain;
  }

  private static Optional<List<String>> nameServers(YamlNode value) {
    List<String> addresses = new ArrayList<>();
    List<YamlNode> items = value.oneOrSeveral();
    for (YamlNode item : items) {
      IpAddressReader.read(item)
          .flatMap(text -> nameServer(item, text, addresses))
          .ifPresent(addresses::add);
    }
    if (items.size() > MOST_NAME_SERVERS) {
      value.report(
          "a rule has at most " + MOST_NAME_SERVERS + " name servers, not " + items.size(),
          "remove some of them");
    }
    return items.size() == addresses.size() ? Optional.of(addresses) : Optional.empty();
  }

  private static Optional<String> nameServer(YamlNode item, String text, List<String> earlier) {
    if (IpAddressReader.isIpv6(text)) {
      return item.refuse(
          "the outbound endpoint has IPv4 addresses only, and " + text + " is IPv6",
          "write an IPv4 address of the name server");
    }
    return earlier.contains(text)
        ? item.refuse("duplicate address " + text, "remove one")
        : Optional.of(text);
  }

  private Optional<Integer> days(YamlNode value) {
    return value.integer().flatMap(days -> value.checked(days, ResolverReader::checkDays));
  }

  private static void checkDays(int days) {
    if (!RETENTIONS.contains(days)) {
      int next = RETENTIONS.stream().filter(kept -> kept >= days).findFirst().orElse(3653);
      throw new InvalidValue(
          "CloudWatch cannot keep a log for " + days + " days",
          "write " + next + ", or another period of " + join());
    }
  }

  private static String join() {
    return String.join(", ", RETENTIONS.stream().map(String::valueOf).toList());
  }

  private Optional<Firewall> firewall(YamlNode value) {
    Optional<YamlNode> block =
        value
            .mapping(AllowedKeys.DNS_FIREWALL)
            .flatMap(
                mapping -> mapping.require("block", "[bad.example.net, \"*.bad.example.net\"]"));
    Set<String> domains = new LinkedHashSet<>();
    for (YamlNode item : block.map(YamlNode::oneOrSeveral).orElse(List.of())) {
      Optional<DnsName> domain = blocked(item);
      if (domain.isPresent() && !domains.add(domain.get().text())) {
        item.report(domain.get() + " is in the list twice", "remove one");
      }
    }
    return domains.isEmpty()
        ? Optional.empty()
        : Optional.of(new Firewall(List.copyOf(domains), value.at()));
  }

  private Optional<DnsName> blocked(YamlNode item) {
    Optional<DnsName> domain = item.text().flatMap(text -> item.make(() -> new DnsName(text)));
    if (domain.filter(name -> name.text().equals("*")).isPresent()) {
      return item.refuse("this would block every name", "name the domains to block");
    }
    Optional<DnsName> own =
        domain.flatMap(pattern -> names.stream().filter(name -> covers(pattern, name)).findFirst());
    return own.isPresent()
        ? item.refuse("this blocks " + own.get() + ", a name of the zone", "remove one of the two")
        : domain;
  }

  private static boolean covers(DnsName pattern, DnsName name) {
    return pattern.equals(name)
        || (pattern.isWildcard() && name.text().endsWith(pattern.text().substring(1)));
  }
}
