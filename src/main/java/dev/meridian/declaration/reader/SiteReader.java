package dev.meridian.declaration.reader;

import dev.meridian.declaration.Site;
import dev.meridian.declaration.Site.Servers;
import dev.meridian.declaration.Site.TargetCheck;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the site of each region, whose keys override those of the common {@code site}. */
final class SiteReader {
  private static final TargetCheck STANDARD = new TargetCheck(80, "/health", 30, 5, 2, 3);
  private static final Servers TWO = new Servers(2, "t3.micro");
  private static final Pattern CERTIFICATE =
      Pattern.compile("arn:aws[a-z-]*:acm:([a-z0-9-]+):[0-9]{12}:certificate/[0-9A-Za-z-]+");

  private final YamlMapping common;
  private final Map<String, String> regionOfVpc = new HashMap<>();

  SiteReader(YamlMapping common) {
    this.common = common;
  }

  /** Reports problems of the common site even if no region uses it. */
  void checkCommon() {
    read(common, null);
  }

  /**
   * @param assigned the block of a new network without {@code cidr} in a private zone; null for the
   *     usual one
   */
  Site read(String region, Optional<YamlNode> own, @Nullable String assigned) {
    YamlMapping site =
        own.flatMap(value -> value.mapping(AllowedKeys.SITE))
            .map(s -> s.over(common))
            .orElse(common);
    checkVpc(region, site);
    site.get("certificate").ifPresent(value -> checkCertificate(region, value));
    return read(site, assigned);
  }

  private static Site read(YamlMapping site, @Nullable String assigned) {
    return new Site(
        NetworkReader.read(site, assigned),
        servers(site),
        targetCheck(site.below("target-check", AllowedKeys.TARGET_CHECK)),
        certificate(site),
        site.flag("static-addresses", false),
        site.flag("ipv6", false));
  }

  private static Servers servers(YamlMapping site) {
    Optional<YamlNode> servers = site.get("servers");
    if (servers.isPresent() && servers.get().isText("none")) {
      return new Servers(0, TWO.instanceType());
    }
    if (servers.isPresent() && servers.get().isText()) {
      servers.get().report("must be none or a mapping", "write {count: 2}, or none");
      return TWO;
    }
    YamlMapping mapping = site.below("servers", AllowedKeys.SERVERS);
    int count = mapping.integer("count", TWO.count(), Servers::checkCount);
    String type = mapping.text("instance-type", TWO.instanceType(), Servers::checkInstanceType);
    return new Servers(count, type);
  }

  private static TargetCheck targetCheck(YamlMapping check) {
    int port = check.integer("port", STANDARD.port(), TargetCheck::checkPort);
    String path = check.text("path", STANDARD.path(), TargetCheck::checkPath);
    int healthy =
        check.integer(
            "healthy-threshold", STANDARD.healthyThreshold(), TargetCheck::checkHealthyThreshold);
    int unhealthy =
        check.integer(
            "unhealthy-threshold",
            STANDARD.unhealthyThreshold(),
            TargetCheck::checkUnhealthyThreshold);
    int interval = check.integer("interval", STANDARD.interval(), TargetCheck::checkInterval);
    int timeout = check.integer("timeout", STANDARD.timeout(), TargetCheck::checkTimeout);
    YamlNode place = check.get("timeout").or(() -> check.get("interval")).orElse(check.whole());
    return place
        .make(() -> new TargetCheck(port, path, interval, timeout, healthy, unhealthy))
        .orElse(STANDARD);
  }

  private static @Nullable String certificate(YamlMapping site) {
    return site.get("certificate")
        .flatMap(value -> value.text().flatMap(arn -> certificate(value, arn)))
        .orElse(null);
  }

  private static Optional<String> certificate(YamlNode value, String arn) {
    return CERTIFICATE.matcher(arn).matches()
        ? Optional.of(arn)
        : value.refuse(
            "\"" + arn + "\" is not the ARN of an ACM certificate",
            "write arn:aws:acm:REGION:ACCOUNT:certificate/ID");
  }

  private static void checkCertificate(String region, YamlNode value) {
    Matcher arn = CERTIFICATE.matcher(value.isText() ? value.text().orElse("") : "");
    if (arn.matches() && !arn.group(1).equals(region)) {
      value.report(
          "the certificate belongs to " + arn.group(1) + ", but " + region + " uses it",
          "write regions: {"
              + region
              + ": {site: {certificate: …}}} with a certificate of that region");
    }
  }

  private void checkVpc(String region, YamlMapping site) {
    Optional<YamlNode> vpc =
        site.get("network").flatMap(network -> network.peek("vpc")).filter(YamlNode::isText);
    vpc.ifPresent(
        value ->
            value
                .text()
                .map(id -> regionOfVpc.putIfAbsent(id, region))
                .filter(other -> !other.equals(region))
                .ifPresent(
                    other ->
                        value.report(
                            "a VPC belongs to one region, but "
                                + other
                                + " and "
                                + region
                                + " use it",
                            "name each region's own VPC under regions")));
  }
}
