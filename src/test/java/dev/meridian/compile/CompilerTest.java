package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.COMMON;
import static dev.meridian.compile.DeclaredPlans.NONE;
import static dev.meridian.compile.DeclaredPlans.checked;
import static dev.meridian.compile.DeclaredPlans.failover;
import static dev.meridian.compile.DeclaredPlans.in;
import static dev.meridian.compile.DeclaredPlans.inline;
import static dev.meridian.compile.DeclaredPlans.latency;
import static dev.meridian.compile.DeclaredPlans.multivalue;
import static dev.meridian.compile.DeclaredPlans.named;
import static dev.meridian.compile.DeclaredPlans.near;
import static dev.meridian.compile.DeclaredPlans.probe;
import static dev.meridian.compile.DeclaredPlans.simple;
import static dev.meridian.compile.DeclaredPlans.site;
import static dev.meridian.compile.DeclaredPlans.to;
import static dev.meridian.compile.DeclaredPlans.tree;
import static dev.meridian.compile.DeclaredPlans.weight;
import static dev.meridian.compile.DeclaredPlans.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.PolicyKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerTest {

  @Test
  void severalAddressesStandInAHiddenGroupThatNamesShare() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .regions("eu-west-1")
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .name("a", weighted(weight("rack", 1), weight("eu-west-1", 1)))
            .ttl(30)
            .name("b", failover(to("rack"), to("eu-west-1")));

    assertThat(lines(declared))
        .containsSequence(
            "_rack.example.com A rack-203.0.113.1 multivalue[]"
                + " -> [203.0.113.1] ttl 30 if rack-203-0-113-1",
            "_rack.example.com A rack-203.0.113.2 multivalue[]"
                + " -> [203.0.113.2] ttl 30 if rack-203-0-113-2",
            "a.example.com A rack weighted[weight=1] -> alias _rack.example.com",
            "a.example.com A eu-west-1 weighted[weight=1]"
                + " -> alias eu-west-1.alb_dns_name if eu-west-1",
            "b.example.com A primary failover[role=PRIMARY] -> alias _rack.example.com");
  }

  @Test
  void aBranchsOwnProbeChecksEachAddressInAGroupOfItsOwn() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .name(
                "a", weighted(checked(weight("rack", 1), inline(Protocol.HTTPS, "/ready", null))));

    assertThat(lines(declared))
        .containsExactly(
            "_a-rack-multivalue.example.com A rack-203.0.113.1 multivalue[]"
                + " -> [203.0.113.1] ttl 60 if a-rack-203-0-113-1",
            "_a-rack-multivalue.example.com A rack-203.0.113.2 multivalue[]"
                + " -> [203.0.113.2] ttl 60 if a-rack-203-0-113-2",
            "a.example.com A rack weighted[weight=1] -> alias _a-rack-multivalue.example.com",
            "check a-rack-203-0-113-1 HTTPS 203.0.113.1:443/ready",
            "check a-rack-203-0-113-2 HTTPS 203.0.113.2:443/ready");
  }

  @Test
  void aBranchWithoutACheckTakesItFromEachAddress() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .name("a", weighted(checked(weight("rack", 1), NONE)));

    assertThat(lines(declared))
        .containsExactly(
            "_a-rack-multivalue.example.com A rack-203.0.113.1 multivalue[] -> [203.0.113.1] ttl 60",
            "_a-rack-multivalue.example.com A rack-203.0.113.2 multivalue[] -> [203.0.113.2] ttl 60",
            "a.example.com A rack weighted[weight=1] -> alias _a-rack-multivalue.example.com");
  }

  @Test
  void aSimpleNameHoldsAllAddressesInOneRecord() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .name("a", simple("rack"));

    assertThat(lines(declared))
        .containsExactly("a.example.com A simple[] -> [203.0.113.1, 203.0.113.2] ttl 60");
  }

  @Test
  void aSimpleNameStillGetsItsEndpointsCheckForTheAlarm() {
    DeclaredPlans declared = DeclaredPlans.zone("example.com").regions("eu-west-1");

    assertThat(lines(declared.name("@", simple("eu-west-1"))))
        .containsExactly(
            "example.com A simple[] -> alias eu-west-1.alb_dns_name",
            "check eu-west-1 HTTP (eu-west-1.alb_dns_name):80/health");
  }

  @Test
  void onlyBranchesWithIpv6StandInTheAaaaTwin() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .region("eu-west-1", site(true, true, null), NONE)
            .region("us-east-1", site(true, false, null), NONE)
            .name("a", failover(to("us-east-1"), to(weighted(weight("eu-west-1", 1)))));

    assertThat(lines(declared))
        .containsExactly(
            "_a-secondary-weighted.example.com A eu-west-1 weighted[weight=1]"
                + " -> alias eu-west-1.alb_dns_name",
            "_a-secondary-weighted.example.com AAAA eu-west-1 weighted[weight=1]"
                + " -> alias eu-west-1.alb_dns_name",
            "a.example.com A primary failover[role=PRIMARY] -> alias us-east-1.alb_dns_name",
            "a.example.com A secondary failover[role=SECONDARY] -> alias _a-secondary-weighted.example.com",
            "a.example.com AAAA secondary failover[role=SECONDARY]"
                + " -> alias _a-secondary-weighted.example.com");
  }

  @Test
  void anIpv6AddressBesideItDoesNotRenameTheCheckOfTheIpv4Address() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("berlin", "203.0.113.1", "2001:db8::1")
            .name("a", weighted(weight("berlin", 1)));

    assertThat(lines(declared))
        .containsExactly(
            "a.example.com A berlin weighted[weight=1] -> [203.0.113.1] ttl 60 if berlin",
            "a.example.com AAAA berlin weighted[weight=1]"
                + " -> [2001:db8::1] ttl 60 if berlin-2001-db8--1",
            "check berlin HTTP 203.0.113.1:80/health",
            "check berlin-2001-db8--1 HTTP 2001:db8::1:80/health");
  }

  @Test
  void hostNamesBecomeCnamesAllTheWayDown() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .host("x", "x.example.org")
            .host("y", "y.example.org")
            .name("a", failover(to("x"), to(weighted(weight("y", 1)))));

    assertThat(lines(declared))
        .containsExactly(
            "_a-secondary-weighted.example.com CNAME y weighted[weight=1] -> [y.example.org] ttl 60 if y",
            "a.example.com CNAME primary failover[role=PRIMARY] -> [x.example.org] ttl 60 if x",
            "a.example.com CNAME secondary failover[role=SECONDARY]"
                + " -> alias _a-secondary-weighted.example.com",
            "check x HTTP (x.example.org):80/health",
            "check y HTTP (y.example.org):80/health");
  }

  @Test
  void anAliasToCloudFrontDoesNotEvaluateTargetHealthByDefault() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .resource("cdn", "d1.cloudfront.net", "Z2FDTNDATAQYW2", false)
            .name("a", simple("cdn"));

    assertThat(lines(declared))
        .containsExactly("a.example.com A simple[] -> alias d1.cloudfront.net whatever its health");
  }

  @Test
  void twoEndpointsThatAreTheSameShareOneCheck() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("b", "203.0.113.1")
            .addresses("a", "203.0.113.1")
            .name("x", weighted(weight("b", 1), weight("a", 1)));

    assertThat(lines(declared))
        .contains("x.example.com A b weighted[weight=1] -> [203.0.113.1] ttl 60 if a")
        .endsWith("check a HTTP 203.0.113.1:80/health");
  }

  @Test
  void aNamedProbeWithoutAHostChecksWhateverUsesIt() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .check("ready", probe(Protocol.HTTPS, "/ready", null, null))
            .endpoint("x", new Location.Host("x.example.org"), named("ready"))
            .name("a", weighted(weight("x", 1)));

    assertThat(lines(declared))
        .containsExactly(
            "a.example.com CNAME x weighted[weight=1] -> [x.example.org] ttl 60 if x-ready",
            "check x-ready HTTPS (x.example.org):443/ready");
  }

  @Test
  void aNamedCheckWithItsOwnHostIsMadeThoughNobodyUsesIt() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .regions("eu-west-1")
            .check("home", probe(Protocol.HTTP, "/", "www.example.org", null))
            .name("a", simple("eu-west-1"));

    assertThat(lines(declared)).contains("check home HTTP (www.example.org):80/");
  }

  @Test
  void aCalculatedCheckCountsEveryAddressOfAnEndpoint() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .regions("eu-west-1")
            .check("most", new Kind.Calculated(2, List.of("rack", "eu-west-1")))
            .name("a", weighted(checked(weight("eu-west-1", 1), named("most"))));

    assertThat(lines(declared))
        .contains(
            "check most Calculated[threshold=2,"
                + " children=[rack-203-0-113-1, rack-203-0-113-2, eu-west-1]]");
  }

  @Test
  void aHostInAnEndpointsProbeIsTheHostHeader() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .endpoint(
                "x",
                new Location.Addresses(List.of("203.0.113.1"), List.of()),
                inline(Protocol.HTTPS, "/", "shop.example.com"))
            .name("a", weighted(weight("x", 1)));

    assertThat(lines(declared)).contains("check x HTTPS 203.0.113.1(shop.example.com):443/");
  }

  @Test
  void longAndOddLabelsFitIntoOneHiddenLabel() {
    String label = "n".repeat(63);
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .regions("eu-west-1")
            .name(
                label,
                tree(
                    PolicyKind.GEOLOCATION,
                    in("US-CA", new GeoLocation.UsState("CA"), to(simple("eu-west-1"))),
                    in("default", new GeoLocation.Default(), to(simple("eu-west-1")))));

    assertThat(declared.compiled().problems()).isEmpty();
    assertThat(declared.compiled().plan().groups().keySet())
        .extracting(key -> key.name().labels().get(0))
        .allSatisfy(first -> assertThat(first).hasSizeLessThanOrEqualTo(63))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void theApexAndAWildcardAreSpelledOutInHiddenNames() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .regions("eu-west-1")
            .name("@", latency(near("eu-west-1", to(simple("eu-west-1")))))
            .name("*.shop", latency(near("eu-west-1", to(simple("eu-west-1")))));

    assertThat(declared.compiled().plan().groups().keySet())
        .extracting(key -> key.name().text())
        .containsExactly(
            "*.shop.example.com",
            "_apex-eu-west-1-simple.example.com",
            "_wildcard-eu-west-1-simple.shop.example.com",
            "example.com");
  }

  @Test
  void multivalueUsesARegionsStaticAddresses() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .region("eu-west-1", site(true, false, null), COMMON)
            .name("a", multivalue("eu-west-1"));

    assertThat(lines(declared))
        .containsExactly(
            "a.example.com A eu-west-1-1 multivalue[]"
                + " -> [eu-west-1.static_addresses[0]] ttl 60 if eu-west-1",
            "a.example.com A eu-west-1-2 multivalue[]"
                + " -> [eu-west-1.static_addresses[1]] ttl 60 if eu-west-1",
            "check eu-west-1 HTTP (eu-west-1.alb_dns_name):80/health");
  }

  private static List<String> lines(DeclaredPlans declared) {
    CompiledPlan compiled = declared.compiled();
    assertThat(compiled.problems()).isEmpty();
    return PlanDump.lines(compiled.plan());
  }
}
