package dev.meridian.aws;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Reads the rules of security groups. */
public final class LiveSecurityGroups {
  private LiveSecurityGroups() {}

  /**
   * The rules of the group {@code id}, such as {@code in tcp 80 from 0.0.0.0/0} or {@code out all
   * to sg-1}.
   */
  public static SortedSet<String> rules(String region, String id, AwsAccess access)
      throws AwsReadException {
    SortedSet<String> rules = new TreeSet<>();
    Filter filter = Filter.builder().name("group-id").values(id).build();
    try (Ec2Client ec2 = access.ec2(region)) {
      return AwsReadException.reading(
          "the security groups of " + region,
          () -> {
            ec2.describeSecurityGroupRulesPaginator(request -> request.filters(List.of(filter)))
                .securityGroupRules()
                .forEach(rule -> rules.add(text(rule)));
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
