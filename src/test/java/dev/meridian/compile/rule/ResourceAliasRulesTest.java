package dev.meridian.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceAliasRulesTest {
  private static final DnsName ZONE = new DnsName("example.com");
  private static final String CLOUDFRONT = "Z2FDTNDATAQYW2";
  private static final String ALB = "lb-1.eu-west-1.elb.amazonaws.com";
  private static final String ALB_ZONE = "Z32O12XQLNTSW2";

  @ParameterizedTest
  @CsvSource({
    "A,     lb-1.eu-west-1.elb.amazonaws.com,  Z32O12XQLNTSW2",
    "AAAA,  LB-1.eu-west-1.elb.amazonaws.com., Z32O12XQLNTSW2",
    "A,     lb-1.elb.eu-west-1.amazonaws.com,  Z2IFOLAFXWLO4F",
    "A,     d111111abcdef8.cloudfront.net,     Z2FDTNDATAQYW2",
    "HTTPS, d111111abcdef8.cloudfront.net,     Z2FDTNDATAQYW2",
    "A,     s3-website-us-east-1.amazonaws.com, Z3AQBSTGFYJSTF",
    "A,     lb-1.xx-nowhere-1.elb.amazonaws.com, ZANY",
    "A,     amazonaws.com,                     ZANY",
  })
  void anAliasToAResourceInItsOwnHostedZoneIsAccepted(RecordType type, String name, String zone) {
    assertThat(check(ZoneKind.PUBLIC, type, Value.literal(name), Value.literal(zone))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lb-1.eu-west-1.elb.amazonaws.com, Z35SXDOTRQ7X7K",
    "lb-1.elb.eu-west-1.amazonaws.com, Z32O12XQLNTSW2",
    "lb-1.eu-west-1.elb.amazonaws.com, Z2FDTNDATAQYW2",
    "d111111abcdef8.cloudfront.net,    Z32O12XQLNTSW2",
    "lb.example.org,                   Z32O12XQLNTSW2",
    "notamazonaws.com,                 Z32O12XQLNTSW2",
  })
  void aNameOutsideTheHostedZoneOfItsResourceIsRefused(String name, String zone) {
    assertThat(check(ZoneKind.PUBLIC, RecordType.A, Value.literal(name), Value.literal(zone)))
        .singleElement()
        .asString()
        .endsWith("the alias target name does not lie within the target zone");
  }

  @ParameterizedTest
  @CsvSource({
    "TXT,   d111111abcdef8.cloudfront.net,    Z2FDTNDATAQYW2",
    "HTTPS, lb-1.eu-west-1.elb.amazonaws.com, Z32O12XQLNTSW2",
    "MX,    lb-1.eu-west-1.elb.amazonaws.com, Z32O12XQLNTSW2",
  })
  void resourcesAnswerForAddressesAndCloudFrontForHttpsToo(
      RecordType type, String name, String zone) {
    assertThat(check(ZoneKind.PUBLIC, type, Value.literal(name), Value.literal(zone)))
        .containsExactly("an alias to an AWS resource cannot be of type " + type);
  }

  @Test
  void aResourceThatIsReachedByIpv4OnlyHasNoAaaaRecord() {
    String site = "s3-website-us-east-1.amazonaws.com";

    assertThat(
            check(
                ZoneKind.PUBLIC,
                RecordType.AAAA,
                Value.literal(site),
                Value.literal("Z3AQBSTGFYJSTF")))
        .containsExactly(site + " has no IPv6 addresses for an alias");
  }

  @Test
  void aPrivateZoneHoldsNoAliasToCloudFrontAndAnyOther() {
    Value distribution = Value.literal("d111111abcdef8.cloudfront.net");

    assertThat(check(ZoneKind.PRIVATE, RecordType.A, distribution, Value.literal(CLOUDFRONT)))
        .containsExactly("a private hosted zone cannot hold an alias to CloudFront");
    assertThat(check(ZoneKind.PRIVATE, RecordType.A, Value.literal(ALB), Value.literal(ALB_ZONE)))
        .isEmpty();
  }

  @Test
  void whatIsKnownAfterApplyIsNotCompared() {
    Value name = new Value.Output("eu", "alb_dns_name");

    assertThat(check(ZoneKind.PUBLIC, RecordType.AAAA, name, Value.literal("Z1"))).isEmpty();
    assertThat(
            check(
                ZoneKind.PUBLIC,
                RecordType.A,
                Value.literal("lb.example.org"),
                new Value.Output("eu", "alb_zone_id")))
        .isEmpty();
  }

  private static List<String> check(ZoneKind kind, RecordType type, Value name, Value zone) {
    RecordSet record =
        new RecordSet(
            new RecordKey(new RrsetKey(ZONE.child("www"), type), null),
            new RoutingPolicy.Simple(),
            new RecordData.ResourceAlias(name, zone, false),
            null);
    return PlanRules.check(new RoutingPlan(ZONE, List.of(record), List.of(), List.of()), kind)
        .stream()
        .map(Violation::what)
        .toList();
  }
}
