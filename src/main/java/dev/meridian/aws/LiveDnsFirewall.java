package dev.meridian.aws;

import static dev.meridian.aws.LiveResolver.text;

import dev.meridian.aws.LiveResolver.Association;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.FirewallRuleGroupMetadata;

/**
 * Reads a rule group of Resolver DNS Firewall.
 *
 * @param id empty if there is no such group
 * @param rules in order of their priorities
 * @param associations the VPCs that use it
 */
public record LiveDnsFirewall(String id, List<Rule> rules, List<Association> associations) {
  public LiveDnsFirewall {
    rules = List.copyOf(rules);
    associations = List.copyOf(associations);
  }

  /**
   * A rule.
   *
   * @param fields such as {@code action}, {@code response}, and {@code priority}
   * @param domains without final dots, in lower case; empty for a rule with another name than the
   *     group, because nobody may list the domains of AWS's own lists
   */
  public record Rule(String name, SortedMap<String, String> fields, SortedSet<String> domains) {}

  /** The rule group {@code name} of a region. */
  public static LiveDnsFirewall named(String name, String region, AwsAccess access)
      throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the DNS Firewall of " + region,
          () ->
              resolver.listFirewallRuleGroupsPaginator(request -> {}).firewallRuleGroups().stream()
                  .filter(group -> name.equals(group.name()))
                  .map(FirewallRuleGroupMetadata::id)
                  .findFirst()
                  .map(
                      id -> new LiveDnsFirewall(id, rules(id, name, resolver), users(id, resolver)))
                  .orElse(new LiveDnsFirewall("", List.of(), List.of())));
    }
  }

  private static List<Rule> rules(String group, String name, Route53ResolverClient resolver) {
    return resolver
        .listFirewallRulesPaginator(request -> request.firewallRuleGroupId(group))
        .firewallRules()
        .stream()
        .map(
            rule ->
                new Rule(
                    text(rule.name()),
                    new TreeMap<>(
                        Map.of(
                            "action", text(rule.actionAsString()),
                            "response", text(rule.blockResponseAsString()),
                            "priority", Objects.requireNonNullElse(rule.priority(), 0).toString())),
                    name.equals(rule.name())
                        ? domains(text(rule.firewallDomainListId()), resolver)
                        : new TreeSet<>()))
        .toList();
  }

  private static SortedSet<String> domains(String list, Route53ResolverClient resolver) {
    return resolver
        .listFirewallDomainsPaginator(request -> request.firewallDomainListId(list))
        .domains()
        .stream()
        .map(LiveResolver::domain)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Association> users(String group, Route53ResolverClient resolver) {
    return resolver
        .listFirewallRuleGroupAssociationsPaginator(request -> request.firewallRuleGroupId(group))
        .firewallRuleGroupAssociations()
        .stream()
        .filter(one -> group.equals(one.firewallRuleGroupId()))
        .map(one -> new Association(group, text(one.vpcId()), text(one.statusAsString())))
        .toList();
  }
}
