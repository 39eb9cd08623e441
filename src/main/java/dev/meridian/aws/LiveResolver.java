package dev.meridian.aws;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.TargetAddress;

/**
 * Reads endpoints, rules, and query logs of VPC Resolver.
 *
 * @param region the AWS Region, which has a Resolver of its own
 */
public record LiveResolver(String region, AwsAccess access) {

  /**
   * An endpoint.
   *
   * @param direction {@code INBOUND} or {@code OUTBOUND}
   * @param status {@code OPERATIONAL}, or what it is instead
   * @param addresses how many
   * @param groups IDs of security groups
   */
  public record Endpoint(
      String id,
      String name,
      String direction,
      String vpc,
      String status,
      int addresses,
      List<String> groups) {
    public Endpoint {
      groups = List.copyOf(groups);
    }
  }

  /**
   * A rule that forwards.
   *
   * @param domain without a final dot, in lower case
   * @param endpoint the ID of the outbound endpoint; empty for none
   * @param targets addresses with ports, such as {@code 192.168.10.53:53}
   */
  public record Rule(
      String id, String domain, String endpoint, String status, SortedSet<String> targets) {}

  /** A rule, a query log, or a rule group of DNS Firewall that a VPC uses. */
  public record Association(String of, String vpc, String status) {}

  /**
   * A query log.
   *
   * @param destination an ARN
   */
  public record QueryLog(String id, String name, String destination, String status) {}

  public List<Endpoint> endpoints() throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the Resolver endpoints of " + region,
          () ->
              resolver.listResolverEndpointsPaginator().resolverEndpoints().stream()
                  .map(
                      one ->
                          new Endpoint(
                              one.id(),
                              text(one.name()),
                              text(one.directionAsString()),
                              text(one.hostVPCId()),
                              text(one.statusAsString()),
                              Objects.requireNonNullElse(one.ipAddressCount(), 0),
                              one.securityGroupIds()))
                  .toList());
    }
  }

  public List<Rule> rules() throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the Resolver rules of " + region,
          () ->
              resolver.listResolverRulesPaginator().resolverRules().stream()
                  .map(
                      one ->
                          new Rule(
                              one.id(),
                              domain(text(one.domainName())),
                              text(one.resolverEndpointId()),
                              text(one.statusAsString()),
                              targets(one.targetIps())))
                  .toList());
    }
  }

  public List<Association> ruleAssociations() throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the associations of Resolver rules in " + region,
          () ->
              resolver.listResolverRuleAssociationsPaginator().resolverRuleAssociations().stream()
                  .map(
                      one ->
                          new Association(
                              text(one.resolverRuleId()),
                              text(one.vpcId()),
                              text(one.statusAsString())))
                  .toList());
    }
  }

  public List<QueryLog> queryLogs() throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the query logs of " + region,
          () ->
              resolver
                  .listResolverQueryLogConfigsPaginator(request -> {})
                  .resolverQueryLogConfigs()
                  .stream()
                  .map(
                      one ->
                          new QueryLog(
                              one.id(),
                              text(one.name()),
                              text(one.destinationArn()),
                              text(one.statusAsString())))
                  .toList());
    }
  }

  public List<Association> queryLogAssociations() throws AwsReadException {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      return AwsReadException.reading(
          "the associations of query logs in " + region,
          () ->
              resolver
                  .listResolverQueryLogConfigAssociationsPaginator(request -> {})
                  .resolverQueryLogConfigAssociations()
                  .stream()
                  .map(
                      one ->
                          new Association(
                              text(one.resolverQueryLogConfigId()),
                              text(one.resourceId()),
                              text(one.statusAsString())))
                  .toList());
    }
  }

  /**
   * How long CloudWatch keeps the log group {@code name}: {@code N days}, {@code forever}, or empty
   * if there is no such log group.
   */
  public String retention(String name) throws AwsReadException {
    try (CloudWatchLogsClient logs = access.logs(region)) {
      return AwsReadException.reading(
          "the log groups of " + region,
          () ->
              logs
                  .describeLogGroupsPaginator(request -> request.logGroupNamePrefix(name))
                  .logGroups()
                  .stream()
                  .filter(group -> group.logGroupName().equals(name))
                  .map(
                      group ->
                          group.retentionInDays() == null
                              ? "forever"
                              : group.retentionInDays() + " days")
                  .findFirst()
                  .orElse(""));
    }
  }

  /** AWS shows domains with a final dot. */
  static String domain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static SortedSet<String> targets(List<TargetAddress> targets) {
    return targets.stream()
        .map(one -> one.ip() + ":" + one.port())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
