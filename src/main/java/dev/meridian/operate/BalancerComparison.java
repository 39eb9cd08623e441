package dev.meridian.operate;

import dev.meridian.aws.LiveLoadBalancers.Behind;
import dev.meridian.aws.LiveLoadBalancers.Group;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.region.SiteListener;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what is behind a load balancer: its listeners, its target group, and its targets.
 *
 * @param what which load balancer, such as {@code eu-west-1}
 * @param group the name of the target group in AWS
 */
record BalancerComparison(String what, Site site, String group, FieldComparison comparison) {
  private static final String UNHEALTHY = "unhealthy";

  void compare(Behind behind) {
    listeners(behind);
    targetGroup(behind);
    health(behind);
  }

  private void listeners(Behind behind) {
    Map<Integer, SiteListener> declared = new TreeMap<>();
    SiteListener.of(site).forEach(one -> declared.put(one.port(), one));
    declared.forEach(
        (port, listener) -> {
          if (behind.listeners().containsKey(port)) {
            comparison.expect(listener(port), fields(listener), behind.listeners().get(port));
          } else {
            comparison.missing(listener(port));
          }
        });
    behind.listeners().keySet().stream()
        .filter(port -> !declared.containsKey(port))
        .forEach(port -> comparison.tooMany(listener(port)));
  }

  private String listener(int port) {
    return "listener " + what + " " + port;
  }

  private Map<String, String> fields(SiteListener listener) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("protocol", listener.protocol());
    fields.put("rules", "0");
    fields.put(
        "action",
        listener.redirects()
            ? String.format(
                Locale.ROOT,
                "redirect to HTTPS:%d with %s",
                SiteListener.HTTPS,
                SiteListener.REDIRECT_STATUS)
            : "forward to " + group);
    listener
        .certificate()
        .ifPresent(
            arn -> {
              fields.put("certificate", arn);
              fields.put("TLS policy", SiteListener.TLS_POLICY);
            });
    return fields;
  }

  private void targetGroup(Behind behind) {
    Site.TargetCheck check = site.targetCheck();
    String subject = "target group " + what;
    Optional<Group> found =
        behind.groups().stream().filter(one -> one.name().equals(group)).findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    comparison.expect(
        subject,
        new TreeMap<>(
            Map.of(
                "protocol", "HTTP",
                "port", String.valueOf(check.port()),
                "check protocol", "HTTP",
                "check port", "traffic-port",
                "check path", check.path(),
                "check matcher", "200",
                "check interval", String.valueOf(check.interval()),
                "check timeout", String.valueOf(check.timeout()),
                "healthy threshold", String.valueOf(check.healthyThreshold()),
                "unhealthy threshold", String.valueOf(check.unhealthyThreshold()))),
        found.get().fields());
  }

  private void health(Behind behind) {
    behind.groups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(target -> target.state().equals(UNHEALTHY))
        .forEach(
            target ->
                comparison.expect(
                    "load balancer " + what + ": target " + target.id(),
                    "health",
                    "healthy",
                    target.state() + " (" + target.reason() + ")"));
  }
}
