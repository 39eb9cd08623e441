package dev.meridian.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.RecordedRoute53;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the local AWS cannot keep, from recorded answers: pages, geoproximity, CIDR routing. */
class LiveZonesTest {
  private RecordedRoute53 route53;

  @BeforeEach
  void start() throws IOException {
    route53 = new RecordedRoute53();
  }

  @AfterEach
  void stop() {
    route53.close();
  }

  @Test
  void allPagesAreReadAndWhatCannotBeSaidIsTold() throws AwsReadException {
    LiveZone zone = read("example.net");

    assertThat(zone.id()).isEqualTo("ZPUBLIC");
    assertThat(zone.kind()).isEqualTo(ZoneKind.PUBLIC);
    assertThat(zone.plan().withoutPolicyRecords().records())
        .extracting(RecordSet::toString)
        .containsExactly(
            "RecordSet[key=*.near.example.net A berlin,"
                + " policy=Geoproximity[location=At[latitude=52.52, longitude=13.4], bias=-5],"
                + " data=Values[ttl=30, values=[203.0.113.20]], healthCheck=berlin]",
            "RecordSet[key=*.near.example.net A boston,"
                + " policy=Geoproximity[location=InLocalZoneGroup[group=us-east-1-bos-1], bias=0],"
                + " data=ResourceAlias[dnsName=dualstack.lb.us-east-1.elb.amazonaws.com,"
                + " zoneId=Z35SXDOTRQ7X7K, evaluateTargetHealth=true], healthCheck=null]",
            "RecordSet[key=by-network.example.net A north,"
                + " policy=IpBased[collection=carriers, location=north],"
                + " data=RecordAlias[target=*.near.example.net, evaluateTargetHealth=false],"
                + " healthCheck=most]");
    assertThat(zone.plan().cidrCollections().toString())
        .isEqualTo(
            "[CidrCollection[name=carriers,"
                + " locations={north=[198.51.100.0/24, 2001:db8:1::/48]}]]");
    assertThat(zone.unread())
        .extracting(UnsupportedRecord::toString)
        .containsExactly(
            "policy.example.net. A: Meridian does not understand the endpoint e of the type"
                + " s3-website");
  }

  @Test
  void theDocumentOfAnInstanceIsExpandedToRecordSets() throws AwsReadException {
    RoutingPlan plan = read("ZPUBLIC").plan();

    assertThat(plan.policyRecords())
        .extracting(RrsetKey::toString)
        .containsExactly("spread.example.net AAAA");
    assertThat(plan.records().stream().filter(one -> plan.policyGroups().contains(one.group())))
        .extracting(RecordSet::toString)
        .containsExactlyInAnyOrder(
            "RecordSet[key=spread.example.net AAAA berlin,"
                + " policy=Geoproximity[location=At[latitude=52.52, longitude=13.4], bias=-5],"
                + " data=Values[ttl=60, values=[2001:db8::1]], healthCheck=berlin]",
            "RecordSet[key=spread.example.net AAAA america,"
                + " policy=Geoproximity[location=InRegion[region=us-east-1], bias=0],"
                + " data=RecordAlias[target=_spread-america.example.net,"
                + " evaluateTargetHealth=true], healthCheck=null]",
            "RecordSet[key=_spread-america.example.net AAAA lb, policy=Weighted[weight=9],"
                + " data=ResourceAlias[dnsName=lb-1.us-east-1.elb.amazonaws.com,"
                + " zoneId=Z35SXDOTRQ7X7K, evaluateTargetHealth=true], healthCheck=null]",
            "RecordSet[key=_spread-america.example.net AAAA berlin, policy=Weighted[weight=1],"
                + " data=Values[ttl=60, values=[2001:db8::1]], healthCheck=null]");
  }

  @Test
  void healthChecksAreNamedByTheirTagAndComeWithTheirChildren() throws AwsReadException {
    assertThat(read("ZPUBLIC").healthCheckIds())
        .isEqualTo(Map.of("berlin", "hc-1", "most", "hc-2", "hc-3", "hc-3"));
  }

  @Test
  void aRequestThatIsThrottledIsMadeAgain() throws AwsReadException {
    route53.throttleOnce();

    // After a throttled request, the SDK waits before each further one; this zone needs none.
    try (LiveZones zones = new LiveZones(route53.access())) {
      assertThat(zones.find("not-there.example")).isEmpty();
    }
    assertThat(route53.asked()).containsExactly("/2013-04-01/hostedzone", "/2013-04-01/hostedzone");
  }

  @Test
  void requestsAreAsFewAsTheApiAllows() throws AwsReadException {
    AtomicInteger answers = new AtomicInteger();
    try (LiveZones zones = new LiveZones(route53.access().counting(answers::incrementAndGet))) {
      zones.read(zones.find("ZPUBLIC").get(0));
    }

    assertThat(route53.asked())
        .containsExactly(
            "/2013-04-01/hostedzone",
            "/2013-04-01/hostedzone/ZPUBLIC/rrset",
            "/2013-04-01/hostedzone/ZPUBLIC/rrset?name=by-network.example.net.&type=A",
            "/2013-04-01/trafficpolicyinstance/t-1",
            "/2013-04-01/trafficpolicy/p-1/2",
            "/2013-04-01/trafficpolicyinstance/t-2",
            "/2013-04-01/trafficpolicy/p-2/1",
            "/2013-04-01/healthcheck?maxitems=1000",
            "/2013-04-01/tags/healthcheck",
            "/2013-04-01/cidrcollection",
            "/2013-04-01/cidrcollection/c0ffee00-0000-0000-0000-000000000000/cidrblocks");
    assertThat(answers).hasValue(route53.asked().size());
  }

  @Test
  void missingPermissionsAreToldWithTheNextStep() {
    route53.refuse();

    assertThatThrownBy(() -> read("example.net"))
        .isInstanceOf(AwsReadException.class)
        .hasMessage(
            "AWS did not let us read the hosted zone example.net: AccessDenied, not allowed:"
                + " route53:ListHostedZones. Sign in again, or ask for permission to read it.");
  }

  @Test
  void anEndpointThatIsNotThereIsNamed() throws IOException {
    URI gone = route53.access().endpoint();
    route53.close();

    assertThatThrownBy(() -> read("example.net"))
        .isInstanceOf(AwsReadException.class)
        .hasMessageContaining("AWS_ENDPOINT_URL")
        .hasMessageContaining("refused");
    assertThat(gone).isNotNull();
  }

  private LiveZone read(String nameOrId) throws AwsReadException {
    try (LiveZones zones = new LiveZones(route53.access())) {
      return zones.read(zones.find(nameOrId).get(0));
    }
  }
}
