package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveResolver;
import dev.meridian.aws.LiveResolver.Association;
import dev.meridian.aws.LiveResolver.Endpoint;
import dev.meridian.aws.LiveResolver.QueryLog;
import dev.meridian.aws.LiveResolver.Rule;
import dev.meridian.aws.LiveSecurityGroups;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.declaration.VpcResolver.ForwardRule;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.ResolverRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the endpoints, rules, and query log of VPC Resolver in one region.
 *
 * @param vpc the ID of the region's VPC
 */
record ResolverComparison(
    Deployment deployment,
    String region,
    String vpc,
    AwsAccess access,
    FieldComparison comparison) {
  private static final String PRESENT = "present";
  private static final String STATUS = "status";
  private static final String INBOUND = "inbound";
  private static final String OUTBOUND = "outbound";

  /** With the security groups of the endpoints. */
  void endpoints() throws AwsReadException {
    Map<String, Endpoint> found =
        live().endpoints().stream()
            .collect(Collectors.toMap(Endpoint::name, one -> one, (first, second) -> first));
    endpoint(INBOUND, declared().inbound().contains(region), found);
    endpoint(OUTBOUND, declared().outbound().contains(region), found);
  }

  private void endpoint(String direction, boolean expected, Map<String, Endpoint> found)
      throws AwsReadException {
    String subject = "Resolver endpoint " + region + " " + direction;
    Optional<Endpoint> one = Optional.ofNullable(found.get(name(direction)));
    comparison.expect(
        subject,
        Difference.PRESENCE,
        expected ? PRESENT : Difference.ABSENT,
        one.isPresent() ? PRESENT : Difference.ABSENT);
    if (!expected || one.isEmpty()) {
      return;
    }
    Endpoint endpoint = one.get();
    comparison.expect(
        subject, "direction", direction.toUpperCase(Locale.ROOT), endpoint.direction());
    comparison.expect(subject, "VPC", vpc, endpoint.vpc());
    comparison.expect(subject, STATUS, "OPERATIONAL", endpoint.status());
    int zones = deployment.region(region).orElseThrow().site().network().availabilityZones();
    comparison.expect(subject, "addresses", zones, endpoint.addresses());
    SortedSet<String> rules = new TreeSet<>();
    for (String group : endpoint.groups()) {
      rules.addAll(LiveSecurityGroups.rules(region, group, access));
    }
    SortedSet<String> declared =
        direction.equals(INBOUND) ? ResolverRules.inbound() : ResolverRules.outbound();
    comparison.expectAll(subject + ": ", declared, rules);
  }

  /** The rules of the outbound endpoint, and their associations. */
  void rules() throws AwsReadException {
    Optional<String> endpoint =
        live().endpoints().stream()
            .filter(one -> one.name().equals(name(OUTBOUND)))
            .map(Endpoint::id)
            .findFirst();
    List<Rule> found =
        live().rules().stream()
            .filter(rule -> endpoint.filter(rule.endpoint()::equals).isPresent())
            .toList();
    List<Association> associations = live().ruleAssociations();
    SortedSet<String> declared = new TreeSet<>();
    if (declared().outbound().contains(region)) {
      for (ForwardRule rule : declared().forward()) {
        declared.add(rule.domain().text());
        rule(rule, found, associations);
      }
    }
    found.stream()
        .filter(rule -> !declared.contains(rule.domain()))
        .forEach(rule -> comparison.tooMany(subject(rule.domain())));
  }

  private String subject(String domain) {
    return "forwarding rule " + region + " " + domain;
  }

  private void rule(ForwardRule declared, List<Rule> all, List<Association> associations) {
    String domain = declared.domain().text();
    String subject = subject(domain);
    Optional<Rule> found = all.stream().filter(one -> one.domain().equals(domain)).findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    Rule rule = found.get();
    comparison.expect(subject, STATUS, "COMPLETE", rule.status());
    comparison.expect(
        subject,
        "name servers",
        declared.nameServers().stream()
            .map(ip -> ip + ":" + ResolverRules.DNS)
            .collect(Collectors.toCollection(TreeSet::new)),
        rule.targets());
    association(subject, rule.id(), "COMPLETE", associations);
  }

  private void association(
      String subject, String id, String expected, List<Association> associations) {
    String status =
        associations.stream()
            .filter(one -> one.of().equals(id) && one.vpc().equals(vpc))
            .map(Association::status)
            .findFirst()
            .orElse(Difference.ABSENT);
    comparison.expect(subject, "association with " + vpc, expected, status);
  }

  /** The query log, its association, and how long CloudWatch keeps it. */
  void queryLog() throws AwsReadException {
    int days = declared().queryLog().orElseThrow();
    String name = AwsResourceNames.queryLog(AwsResourceNames.prefix(deployment));
    String subject = "query log " + region;
    Optional<QueryLog> found =
        live().queryLogs().stream().filter(one -> one.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    String group = AwsResourceNames.queryLogGroup(AwsResourceNames.prefix(deployment));
    comparison.expect(subject, STATUS, "CREATED", found.get().status());
    comparison.expect(subject, "log group", group, logGroup(found.get().destination()));
    association(subject, found.get().id(), "ACTIVE", live().queryLogAssociations());
    String retention = live().retention(group);
    comparison.expect(
        "log group " + region + " " + group,
        "retention",
        days + " days",
        retention.isEmpty() ? Difference.ABSENT : retention);
  }

  private static String logGroup(String arn) {
    String end = Stream.of(arn.split(":log-group:", 2)).reduce((first, last) -> last).orElse(arn);
    return end.endsWith(":*") ? end.substring(0, end.length() - 2) : end;
  }

  private String name(String direction) {
    return AwsResourceNames.resolverEndpoint(AwsResourceNames.prefix(deployment), direction);
  }

  private VpcResolver declared() {
    return deployment.privateZone().orElseThrow().resolver();
  }

  private LiveResolver live() {
    return new LiveResolver(region, access);
  }
}
