package dev.meridian.trafficpolicy;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of endpoints in a traffic policy document that Meridian can write and read. */
public enum EndpointType {
  /** An address, or the host name of a CNAME record. */
  VALUE("value"),
  CLOUDFRONT("cloudfront"),
  /** A Classic Load Balancer. It has the same kind of name as an Application Load Balancer. */
  CLASSIC("elastic-load-balancer"),
  APPLICATION("application-load-balancer"),
  NETWORK("network-load-balancer");

  private static final Pattern BY_REGION =
      Pattern.compile("[^.]+\\.([a-z0-9-]+)\\.elb\\.amazonaws\\.com(?:\\.cn)?\\.?");
  private static final Pattern NETWORK_NAME =
      Pattern.compile("[^.]+\\.elb\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?\\.?");
  private static final Pattern DUALSTACK = Pattern.compile("^dualstack\\.");

  private final String keyword;

  EndpointType(String keyword) {
    this.keyword = keyword;
  }

  /** The value of {@code Type} in a document. */
  public String keyword() {
    return keyword;
  }

  static Optional<EndpointType> ofKeyword(String keyword) {
    return Arrays.stream(values()).filter(type -> type.keyword.equals(keyword)).findFirst();
  }

  /** The type of an AWS resource whose name is known; empty for one that has none of the types. */
  public static Optional<EndpointType> of(RecordData.ResourceAlias alias) {
    if (!(alias.dnsName() instanceof Value.Literal name)) {
      return Optional.empty();
    }
    for (EndpointType type : new EndpointType[] {CLOUDFRONT, NETWORK, APPLICATION}) {
      if (type.zoneOf(name.text()).map(Value::literal).filter(alias.zoneId()::equals).isPresent()) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The hosted zone ID of the resource {@code name}; empty if it is not known. */
  Optional<String> zoneOf(String name) {
    String plain = DUALSTACK.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    return switch (this) {
      case VALUE -> Optional.empty();
      case CLOUDFRONT ->
          plain.matches(".+\\.cloudfront\\.net\\.?")
              ? Optional.of(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID)
              : Optional.empty();
      case CLASSIC, APPLICATION -> region(BY_REGION, plain).flatMap(AwsRegion::albZoneId);
      case NETWORK -> region(NETWORK_NAME, plain).flatMap(AwsRegion::nlbZoneId);
    };
  }

  private static Optional<AwsRegion> region(Pattern form, String name) {
    Matcher matcher = form.matcher(name);
    return matcher.matches() ? AwsRegions.byCode(matcher.group(1)) : Optional.empty();
  }
}
