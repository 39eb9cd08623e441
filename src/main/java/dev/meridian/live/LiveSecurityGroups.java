package dev.meridian.live;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Reads the rules of security groups. */
public final class LiveSecurityGroups {
  private LiveSecurityGroups() {}

  /**
   * The rules of each of {@code groups}, by its id, as texts such as {@code in tcp 80 from
   * 0.0.0.0/0} or {@code out all to sg-1}.
   */
  public static SortedMap<String, SortedSet<String>> rules(
      String region, Collection<String> groups, AwsAccess access) throws LiveFailed {
    SortedMap<String, SortedSet<String>> rules = new TreeMap<>();
    groups.forEach(id -> rules.put(id, new TreeSet<>()));
    if (rules.isEmpty()) {
      return rules;
    }
    Filter filter = Filter.builder().name("group-id").values(groups).build();
    try (Ec2Client ec2 = access.ec2(region)) {
      return LiveFailed.reading(
          "the security groups of " + region,
          () -> {
            ec2.describeSecurityGroupRulesPaginator(request -> request.filters(List.of(filter)))
                .securityGroupRules()
                .forEach(
                    rule ->
                        rules
                            .computeIfAbsent(rule.groupId(), id -> new TreeSet<>())
                            .add(text(rule)));
            return rules;
          });
    }
  }

  private static String text(SecurityGroupRule rule) {
    boolean all = "-1".equals(rule.ipProtocol());
    String ports =
        rule.fromPort() != null && rule.fromPort().equals(rule.toPort())
            ? " " + rule.fromPort()
            : " " + rule.fromPort() + "-" + rule.toPort();
    String peer =
        Stream.of(
                rule.cidrIpv4(),
                rule.cidrIpv6(),
                rule.prefixListId(),
                rule.referencedGroupInfo() == null ? null : rule.referencedGroupInfo().groupId())
            .filter(text -> text != null && !text.isEmpty())
            .findFirst()
            .orElse("nobody");
    String direction = Boolean.TRUE.equals(rule.isEgress()) ? "out " : "in ";
    return direction
        + (all ? "all" : rule.ipProtocol() + ports)
        + (direction.startsWith("out") ? " to " : " from ")
        + peer;
  }
}
