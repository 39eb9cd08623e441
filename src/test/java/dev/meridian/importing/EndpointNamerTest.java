package dev.meridian.importing;

import static dev.meridian.importing.Sets.alias;
import static dev.meridian.importing.Sets.balancer;
import static dev.meridian.importing.Sets.check;
import static dev.meridian.importing.Sets.multivalue;
import static dev.meridian.importing.Sets.simple;
import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import dev.meridian.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointNamerTest {
  private static final RoutingPolicy HALF = new RoutingPolicy.Weighted(50);
  private static final String AWS_ID = "0f3c1a52-aaaa-bbbb-cccc-000000000001";

  @Test
  void anEndpointIsCalledAfterTheBranchThatLeadsThere() {
    assertThat(Forest.of(List.of(weighted("berlin", null, "192.0.2.1"))).endpointNames())
        .containsExactly("berlin");
  }

  @Test
  void behindARegionOrARoleAnEndpointIsCalledAfterWhatItIs() {
    assertThat(
            Forest.of(
                    List.of(
                        values(
                            "a",
                            RecordType.A,
                            "x",
                            new RoutingPolicy.Latency("eu-west-1"),
                            null,
                            "192.0.2.1"),
                        values(
                            "b",
                            RecordType.A,
                            "y",
                            new RoutingPolicy.Failover(Role.PRIMARY),
                            null,
                            "192.0.2.2")))
                .endpointNames())
        .containsExactly("eu-west-1-servers", "at-192-0-2-2");
  }

  @Test
  void aSimpleRecordsEndpointIsCalledAfterItsAddressHostOrResource() {
    assertThat(
            Forest.of(
                    List.of(
                        simple("a", RecordType.A, "192.0.2.1"),
                        simple("b", RecordType.CNAME, "partner.example.org"),
                        balancer("c", RecordType.A, "lb-1.eu-west-1.elb.amazonaws.com")))
                .endpointNames())
        .containsExactly("at-192-0-2-1", "partner", "lb-1");
  }

  @Test
  void ofTwoEndpointsOneHasANumber() {
    assertThat(
            Forest.of(
                    List.of(
                        simple("a", RecordType.CNAME, "www.example.org"),
                        simple("b", RecordType.CNAME, "www.example.net")))
                .endpointNames())
        .containsExactly("www", "www-2");
  }

  @Test
  void theEndpointOfASharedGroupKeepsTheNameThatItsSetIdentifiersBeginWith() {
    assertThat(
            Forest.of(
                    List.of(
                        alias("a", "x", HALF, "_rack"),
                        multivalue("_rack", "rack-192.0.2.1", null, "192.0.2.1"),
                        multivalue("_rack", "rack-192.0.2.2", null, "192.0.2.2")))
                .endpointNames())
        .containsExactly("rack");
  }

  @Test
  void aCheckOfOneEndpointAloneNamesItAndHasNoNameOfItsOwn() {
    Forest forest =
        Forest.of(
            List.of(
                values(
                    "a",
                    RecordType.A,
                    "x",
                    new RoutingPolicy.Latency("eu-west-1"),
                    "berlin",
                    "192.0.2.1")),
            check("berlin", "192.0.2.1"));

    assertThat(forest.endpointNames()).containsExactly("berlin");
    assertThat(forest.names.ofCheck("berlin")).isEmpty();
  }

  @Test
  void aCheckThatProbesSomethingElseIsNamedByItsTag() {
    assertThat(
            Forest.of(
                    List.of(weighted("berlin", "homepage", "192.0.2.1")),
                    check("homepage", "192.0.2.9"))
                .names
                .ofCheck("homepage"))
        .contains("homepage");
  }

  @Test
  void aCheckWithAnIdOfAwssIsNamedAfterWhatItProbes() {
    Destination host = new Destination(null, Value.literal("www.example.org"));

    assertThat(
            Forest.of(
                    List.of(weighted("berlin", AWS_ID, "192.0.2.1")),
                    check(AWS_ID, host, Protocol.HTTP, 80, "/health"))
                .names
                .ofCheck(AWS_ID))
        .contains("www-example-org-check");
  }

  @Test
  void aCheckWithATerraformAddressIsNamedAfterItsLastPart() {
    String address = "module.dns.aws_route53_health_check.eu";

    assertThat(
            Forest.of(
                    List.of(weighted("berlin", address, "192.0.2.1")), check(address, "192.0.2.9"))
                .names
                .ofCheck(address))
        .contains("eu");
  }

  @Test
  void reservedWordsAreNoNames() {
    assertThat(DeclarableName.isName("none")).isFalse();
    assertThat(DeclarableName.isName("us-east-1")).isFalse();
    assertThat(
            Forest.of(List.of(weighted("berlin", "none", "192.0.2.1")), check("none", "192.0.2.9"))
                .names
                .ofCheck("none"))
        .contains("none-check");
  }

  private static RecordSet weighted(String identifier, String check, String address) {
    return values("a", RecordType.A, identifier, HALF, check, address);
  }
}
