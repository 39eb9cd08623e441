package dev.meridian.compile.rule;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for aliases to AWS resources whose names are known before apply.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">API
 *     AliasTarget</a>
 */
final class ResourceAliasRules {
  private static final Value CLOUDFRONT =
      Value.literal(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID);

  private static final Set<RecordType> TYPES = Set.of(RecordType.A, RecordType.AAAA);

  /** The domains of the AWS resources that an alias can point to. */
  private static final List<String> AWS_DOMAINS =
      List.of(
          "amazonaws.com",
          "amazonaws.com.cn",
          "amazonaws.eu",
          "api.aws",
          "awsapprunner.com",
          "awsglobalaccelerator.com",
          "cloudfront.cn",
          "cloudfront.net",
          "elasticbeanstalk.com",
          "elasticbeanstalk.com.cn",
          "on.aws");

  /** API ResourceRecordSet.Type: these are available over IPv4 only. */
  private static final Pattern IPV4_ONLY =
      Pattern.compile(
          "(?:.*\\.)?s3-website[.-].*|.*\\.elasticbeanstalk\\.com(?:\\.cn)?"
              + "|.*\\.execute-api\\..*|.*\\.vpce\\.amazonaws\\.com(?:\\.cn)?");

  private static final Pattern APPLICATION =
      Pattern.compile(".*\\.([a-z0-9-]+)\\.elb\\.amazonaws\\.com(?:\\.cn)?");
  private static final Pattern NETWORK =
      Pattern.compile(".*\\.elb\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");

  private ResourceAliasRules() {}

  static void check(
      IndexedPlan zone,
      RecordSet record,
      RecordData.ResourceAlias alias,
      Consumer<Violation> found) {
    Subject subject = new Subject.OfRecord(record.key());
    // Only CloudFront answers HTTPS records, since July 2025.
    boolean https = record.type() == RecordType.HTTPS && alias.zoneId().equals(CLOUDFRONT);
    if (!TYPES.contains(record.type()) && !https) {
      found.accept(
          Violation.rejected(
              subject,
              "an alias to an AWS resource cannot be of type " + record.type(),
              "use A, and AAAA if the resource has IPv6"));
    }
    if (record.type() == RecordType.AAAA
        && alias.dnsName() instanceof Value.Literal name
        && IPV4_ONLY.matcher(plain(name.text())).matches()) {
      found.accept(
          Violation.rejected(
              subject, name + " has no IPv6 addresses for an alias", "remove ipv6: true"));
    }
    if (zone.kind() == ZoneKind.PRIVATE && alias.zoneId().equals(CLOUDFRONT)) {
      found.accept(
          Violation.rejected(
              subject,
              "a private hosted zone cannot hold an alias to CloudFront",
              "use a CNAME, or a public hosted zone"));
    }
    if (alias.dnsName() instanceof Value.Literal name
        && alias.zoneId() instanceof Value.Literal id
        && !liesWithin(plain(name.text()), id.text())) {
      target(zone, record, name.text(), id.text()).ifPresent(found);
    }
  }

  /** Records of this zone are valid targets too, except those that are declared here. */
  private static Optional<Violation> target(
      IndexedPlan zone, RecordSet record, String name, String zoneId) {
    Optional<DnsName> own =
        DnsName.of(Value.literal(name)).filter(target -> zone.holds(target, zoneId));
    if (own.isEmpty()) {
      return Optional.of(outside(zone, record, name, zoneId));
    }
    return zone.declares(own.get())
        ? Optional.of(
            Violation.rejected(
                new Subject.OfRecord(record.key()),
                name + " is a name of this file, not an AWS resource",
                "write its policy here, nested"))
        : Optional.empty();
  }

  private static Violation outside(IndexedPlan zone, RecordSet record, String name, String id) {
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "Tried to create an alias that targets "
            + name
            + ", type "
            + record.type()
            + " in zone "
            + id
            + ", but the alias target name does not lie within the target zone",
        "use the canonical hosted zone id of the resource, or a host for a name that is not AWS's"
            + (name.endsWith(zone.name().text()) ? "; a name of this zone needs this zone" : ""));
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static boolean liesWithin(String name, String zoneId) {
    if (AWS_DOMAINS.stream().noneMatch(domain -> name.endsWith("." + domain))
        && AWS_DOMAINS.stream().noneMatch(name::equals)) {
      return false;
    }
    boolean cloudFront = name.endsWith(".cloudfront.net");
    return cloudFront == zoneId.equals(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID)
        && balancerZone(name).map(zoneId::equals).orElse(true);
  }

  /** The hosted zone of a load balancer's name, if the catalog has it. */
  private static Optional<String> balancerZone(String name) {
    Matcher network = NETWORK.matcher(name);
    if (network.matches()) {
      return AwsRegions.byCode(network.group(1)).flatMap(AwsRegion::nlbZoneId);
    }
    Matcher application = APPLICATION.matcher(name);
    return application.matches()
        ? AwsRegions.byCode(application.group(1)).flatMap(AwsRegion::albZoneId)
        : Optional.empty();
  }
}
