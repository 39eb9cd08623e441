package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.NONE;
import static dev.meridian.compile.DeclaredPlans.branch;
import static dev.meridian.compile.DeclaredPlans.checked;
import static dev.meridian.compile.DeclaredPlans.failover;
import static dev.meridian.compile.DeclaredPlans.inline;
import static dev.meridian.compile.DeclaredPlans.latency;
import static dev.meridian.compile.DeclaredPlans.multivalue;
import static dev.meridian.compile.DeclaredPlans.named;
import static dev.meridian.compile.DeclaredPlans.near;
import static dev.meridian.compile.DeclaredPlans.probe;
import static dev.meridian.compile.DeclaredPlans.simple;
import static dev.meridian.compile.DeclaredPlans.site;
import static dev.meridian.compile.DeclaredPlans.targetHealth;
import static dev.meridian.compile.DeclaredPlans.to;
import static dev.meridian.compile.DeclaredPlans.tree;
import static dev.meridian.compile.DeclaredPlans.weight;
import static dev.meridian.compile.DeclaredPlans.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerProblemsTest {

  @Test
  void hostNamesBesideAddressesAreRefusedAtTheHostsBranch() {
    Diagnostic problem =
        only(
            zone()
                .host("x", "x.example.org")
                .name("a", weighted(weight("eu-west-1", 1), weight("x", 1))));

    assertThat(problem.path()).isEqualTo("names.a.weighted.x");
    assertThat(problem.what()).contains("x is a host name, and its CNAME record excludes");
  }

  @Test
  void aHostNameAtTheApexIsRefused() {
    Diagnostic problem = only(zone().host("x", "x.example.org").name("@", simple("x")));

    assertThat(problem.what())
        .isEqualTo(
            "RRSet of type CNAME with DNS name example.com is not permitted at apex in zone"
                + " example.com");
  }

  @Test
  void aNameWithAHostCannotHaveRecordsOfOtherTypes() {
    Diagnostic problem =
        only(
            zone()
                .host("x", "x.example.org")
                .name("a", simple("x"))
                .record("a", RecordType.MX, "10 mail.example.org"));

    assertThat(problem.path()).isEqualTo("records.a");
    assertThat(problem.what()).contains("a conflicting RRSet of type CNAME");
  }

  @Test
  void theCapacityOfARegionBehindAnAcceleratorIsRefused() {
    Diagnostic problem =
        Compiler.compile(
                ReadDeclaration.good(
                    """
                    application: shop
                    environment: test
                    zone: example.com
                    regions: [us-east-1, eu-west-1]
                    accelerators: {global: {regions: [us-east-1]}}
                    names: {api: {simple: global}}
                    capacity: {us-east-1: 100, eu-west-1: 100, global: 200}
                    """))
            .problems()
            .get(0);

    assertThat(problem.path()).isEqualTo("capacity.us-east-1");
    assertThat(problem.fix()).isEqualTo("declare the capacity of global instead");
  }

  @Test
  void aDelegationCannotBeAWildcard() {
    Diagnostic problem = only(zone().record("*.a", RecordType.NS, "ns-1.example.org"));

    assertThat(problem.what()).contains("NS records cannot have the wildcard name");
  }

  @Test
  void aRegionWithoutStaticAddressesCannotStandInMultivalue() {
    Diagnostic problem =
        only(
            DeclaredPlans.zone("example.com")
                .region("eu-west-1", site(false, false, null), NONE)
                .name("a", multivalue("eu-west-1")));

    assertThat(problem.path()).isEqualTo("names.a.multivalue.eu-west-1");
    assertThat(problem.fix()).isEqualTo("write static-addresses: true in the region's site");
  }

  @Test
  void neitherAliasesNorHostsNorPoliciesStandInMultivalue() {
    DeclaredPlans declared =
        zone()
            .host("x", "x.example.org")
            .resource("site", "s3-website-us-east-1.amazonaws.com", "Z3AQBSTGFYJSTF", false)
            .name("a", multivalue("x"))
            .name("b", multivalue("site"))
            .name(
                "c",
                tree(
                    PolicyKind.MULTIVALUE,
                    branch("p", new RoutingPolicy.Multivalue(), to(simple("eu-west-1")))));

    assertThat(declared.compiled().problems())
        .extracting(Diagnostic::path)
        .containsExactlyInAnyOrder(
            "names.a.multivalue.x", "names.b.multivalue.site", "names.c.multivalue.p");
  }

  @Test
  void twoPartsThatWantOneHiddenNameAreRefused() {
    Diagnostic problem =
        only(
            zone()
                .addresses("a-eu-west-1-simple", "203.0.113.1", "203.0.113.2")
                .name("a", latency(near("eu-west-1", to(simple("eu-west-1")))))
                .name("b", weighted(weight("a-eu-west-1-simple", 1))));

    assertThat(problem.what())
        .isEqualTo(
            "its records would be at _a-eu-west-1-simple.example.com, the place of the records of"
                + " names.a.latency.eu-west-1");
  }

  @Test
  void aHiddenNameThatIsDeclaredIsRefused() {
    Diagnostic problem =
        only(
            zone()
                .name("_a-eu-west-1-simple", simple("eu-west-1"))
                .name("a", latency(near("eu-west-1", to(simple("eu-west-1"))))));

    assertThat(problem.what()).contains("the place of the records of the name _a-eu-west-1-simple");
  }

  @Test
  void twoDifferentChecksOfOneIdAreRefused() {
    Diagnostic problem =
        only(
            zone()
                .check("eu-west-1", probe(Protocol.HTTP, "/", "www.example.org", null))
                .name("a", weighted(weight("eu-west-1", 1))));

    assertThat(problem.what()).contains("already has the id eu-west-1");
  }

  @Test
  void aCalculatedCheckOverACalculatedOneIsRefusedWhereItIsWritten() {
    Diagnostic problem =
        only(
            zone()
                .check("some", new Kind.Calculated(1, List.of("eu-west-1")))
                .check("most", new Kind.Calculated(1, List.of("some")))
                .name("a", simple("eu-west-1")));

    assertThat(problem.path()).isEqualTo("health-checks.most");
    assertThat(problem.what())
        .isEqualTo("counts the health check some, which is calculated itself");
  }

  @Test
  void aCalculatedCheckOverAnUncheckedEndpointIsRefused() {
    Diagnostic problem =
        only(
            zone()
                .region("us-east-1", site(true, false, null), NONE)
                .check("most", new Kind.Calculated(1, List.of("us-east-1")))
                .name("a", simple("eu-west-1")));

    assertThat(problem.what()).isEqualTo("us-east-1 has no health check to count");
  }

  @Test
  void targetHealthOfWhatIsNoAliasIsRefused() {
    Diagnostic problem =
        only(
            zone()
                .addresses("x", "203.0.113.1")
                .name("a", weighted(targetHealth(weight("x", 1), false))));

    assertThat(problem.what()).startsWith("only aliases evaluate target health");
  }

  @Test
  void targetHealthOfCloudFrontIsRefusedAtItsBranch() {
    Diagnostic problem =
        only(
            zone()
                .resource("cdn", "d1.cloudfront.net", "Z2FDTNDATAQYW2", true)
                .name("a", weighted(targetHealth(weight("cdn", 1), true))));

    assertThat(problem.path()).isEqualTo("names.a.weighted.cdn");
  }

  @Test
  void aCheckOfAPolicyNeedsAHostOfItsOwn() {
    Diagnostic problem =
        only(
            zone()
                .name(
                    "a",
                    latency(
                        checked(
                            near("eu-west-1", to(simple("eu-west-1"))),
                            inline(Protocol.HTTP, "/", null)))));

    assertThat(problem.path()).isEqualTo("names.a.latency.eu-west-1.health-check");
  }

  @Test
  void aNamedProbeWithoutAHostCannotCheckAPolicy() {
    Diagnostic problem =
        only(
            zone()
                .check("ready", probe(Protocol.HTTP, "/", null, null))
                .name(
                    "a",
                    latency(checked(near("eu-west-1", to(simple("eu-west-1"))), named("ready")))));

    assertThat(problem.what())
        .isEqualTo("the health check ready has neither a host nor an address here");
  }

  @Test
  void aPrivateAddressCannotBeCheckedAndIsToldOnce() {
    Diagnostic problem =
        only(zone().addresses("x", "10.0.0.1").name("a", failover(to("x"), to("eu-west-1"))));

    assertThat(problem.path()).isEqualTo("endpoints.x.health-check");
  }

  @Test
  void aRegionThatRoute53DoesNotKnowIsRefusedAtItsBranch() {
    Diagnostic problem = only(zone().name("a", latency(near("eu-west-9", to("eu-west-1")))));

    assertThat(problem.path()).isEqualTo("names.a.latency.eu-west-9");
    assertThat(problem.what()).isEqualTo("Route 53 has no region eu-west-9");
  }

  private static DeclaredPlans zone() {
    return DeclaredPlans.zone("example.com").regions("eu-west-1");
  }

  private static Diagnostic only(DeclaredPlans declared) {
    List<Diagnostic> problems = declared.compiled().problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
