package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveLoadBalancers.Balancer;
import dev.meridian.aws.LiveSecurityGroups;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.region.SiteListener;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the security groups of a region's load balancer and servers. An unexpected rule is a
 * difference too, because these groups belong to the stack.
 *
 * @param internal the security groups of the internal load balancer; empty without one
 */
record FirewallComparison(
    RegionDeclaration region, List<String> internal, FieldComparison comparison) {
  private static final Set<Integer> OPEN =
      new TreeSet<>(Set.of(SiteListener.HTTP, SiteListener.HTTPS));
  private static final String ANYBODY = "0.0.0.0/0";
  private static final String ANYBODY_IPV6 = "::/0";

  void compare(Balancer alb, AwsAccess access) throws AwsReadException {
    if (alb.securityGroups().size() != 1) {
      comparison.expect(
          "load balancer " + region.code(), "security groups", 1, alb.securityGroups().size());
      return;
    }
    String own = alb.securityGroups().get(0);
    SortedSet<String> found = rules(own, access);
    SortedSet<String> expected = new TreeSet<>();
    OPEN.forEach(port -> anybody("in tcp " + port + " from ", expected));
    Optional<String> servers = Optional.empty();
    Site site = region.site();
    if (site.servers().count() == 0) {
      anybody("out all to ", expected);
    } else {
      String port = "out tcp " + site.targetCheck().port() + " to ";
      servers = group(port, found);
      expected.add(port + servers.orElse("the servers"));
    }
    String subject = "security group " + region.code();
    rules(subject + " load balancer", expected, found);
    if (servers.isPresent()) {
      SortedSet<String> behind = new TreeSet<>();
      behind.add("in tcp " + site.targetCheck().port() + " from " + own);
      internal.forEach(
          group -> behind.add("in tcp " + site.targetCheck().port() + " from " + group));
      anybody("out all to ", behind);
      rules(subject + " servers", behind, rules(servers.get(), access));
    }
  }

  private SortedSet<String> rules(String group, AwsAccess access) throws AwsReadException {
    return LiveSecurityGroups.rules(region.code(), group, access);
  }

  private void anybody(String rule, SortedSet<String> rules) {
    rules.add(rule + ANYBODY);
    if (region.site().ipv6()) {
      rules.add(rule + ANYBODY_IPV6);
    }
  }

  /** The group that a rule points to. Only the rule contains its id. */
  private static Optional<String> group(String rule, SortedSet<String> rules) {
    Pattern pattern = Pattern.compile(Pattern.quote(rule) + "(sg-\\S+)");
    return rules.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private void rules(String subject, SortedSet<String> expected, SortedSet<String> found) {
    Stream.concat(expected.stream(), found.stream())
        .distinct()
        .forEach(
            rule -> {
              if (!found.contains(rule)) {
                comparison.missing(subject + ": " + rule);
              } else if (!expected.contains(rule)) {
                comparison.tooMany(subject + ": " + rule);
              }
            });
  }
}
