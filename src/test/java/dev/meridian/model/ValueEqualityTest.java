package dev.meridian.model;

import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.testing.EachComponent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans are compared and joined by these values. */
class ValueEqualityTest {
  private static final Value HOST = Value.literal("a.example.com");
  private static final Destination BY_HOST = new Destination(null, HOST);

  @Test
  void outputsOfOtherStatesDifferInTheirStateAndName() {
    EachComponent.counts(
        new Value.Output("eu", "name"),
        new Value.Output("eu", "name"),
        List.of(new Value.Output("us", "name"), new Value.Output("eu", "zone")));
  }

  @Test
  void elementsOfListOutputsDifferInTheirStateNameAndIndex() {
    EachComponent.counts(
        new Value.ListOutput("eu", "addresses", 0),
        new Value.ListOutput("eu", "addresses", 0),
        List.of(
            new Value.ListOutput("us", "addresses", 0),
            new Value.ListOutput("eu", "hosts", 0),
            new Value.ListOutput("eu", "addresses", 1)));
  }

  @Test
  void referencesDifferInTheirAddressAndInWhatTheyComeFrom() {
    EachComponent.counts(
        new Value.Reference("aws_route53_record.a.records", "aws_eip.a.public_ip"),
        new Value.Reference("aws_route53_record.a.records", "aws_eip.a.public_ip"),
        List.of(
            new Value.Reference("aws_route53_record.b.records", "aws_eip.a.public_ip"),
            new Value.Reference("aws_route53_record.a.records", "aws_eip.b.public_ip")));
  }

  @Test
  void domainNamesDifferInTheirTextWithoutItsCase() {
    EachComponent.counts(
        new DnsName("api.example.com"),
        new DnsName("API.example.com."),
        List.of(new DnsName("www.example.com")));
  }

  @Test
  void recordsDifferInTheirGroupAndSetIdentifier() {
    RrsetKey group = new RrsetKey(new DnsName("a.example.com"), RecordType.A);
    RrsetKey other = new RrsetKey(new DnsName("b.example.com"), RecordType.A);

    EachComponent.counts(
        new RecordKey(group, "x"),
        new RecordKey(group, "x"),
        List.of(new RecordKey(other, "x"), new RecordKey(group, "y")));
    EachComponent.counts(
        group,
        new RrsetKey(new DnsName("a.example.com"), RecordType.A),
        List.of(other, new RrsetKey(new DnsName("a.example.com"), RecordType.AAAA)));
  }

  @Test
  void locationsDifferInTheirCode() {
    EachComponent.counts(
        new GeoLocation.Continent("EU"),
        new GeoLocation.Continent("EU"),
        List.of(new GeoLocation.Continent("NA")));
    EachComponent.counts(
        new GeoLocation.Country("DE"),
        new GeoLocation.Country("DE"),
        List.of(new GeoLocation.Country("NA")));
    EachComponent.counts(
        new GeoLocation.UsState("CA"),
        new GeoLocation.UsState("CA"),
        List.of(new GeoLocation.UsState("NY")));
  }

  @Test
  void destinationsDifferInTheirAddressAndHost() {
    Value address = Value.literal("192.0.2.1");

    EachComponent.counts(
        new Destination(address, HOST),
        new Destination(address, HOST),
        List.of(
            new Destination(Value.literal("192.0.2.2"), HOST),
            new Destination(address, Value.literal("b.example.com"))));
  }

  @Test
  void probingDiffersInEverySetting() {
    Set<CheckerRegion> regions =
        Set.of(CheckerRegion.US_EAST_1, CheckerRegion.EU_WEST_1, CheckerRegion.SA_EAST_1);

    EachComponent.counts(
        new Probing(30, 3, Set.of(), false),
        new Probing(30, 3, Set.of(), false),
        List.of(
            new Probing(10, 3, Set.of(), false),
            new Probing(30, 4, Set.of(), false),
            new Probing(30, 3, regions, false),
            new Probing(30, 3, Set.of(), true)));
  }

  @Test
  void endpointChecksDifferInEverySetting() {
    Probing probing = new Probing(30, 3, Set.of(), false);
    Probing fast = new Probing(10, 3, Set.of(), false);
    Destination other = new Destination(null, Value.literal("b.example.com"));

    EachComponent.counts(
        new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/a", "ok", probing, false),
        new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/a", "ok", probing, false),
        List.of(
            new Endpoint(Protocol.HTTP, BY_HOST, 443, "/a", "ok", probing, false),
            new Endpoint(Protocol.HTTPS, other, 443, "/a", "ok", probing, false),
            new Endpoint(Protocol.HTTPS, BY_HOST, 444, "/a", "ok", probing, false),
            new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/b", "ok", probing, false),
            new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/a", "up", probing, false),
            new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/a", "ok", fast, false),
            new Endpoint(Protocol.HTTPS, BY_HOST, 443, "/a", "ok", probing, true)));
  }
}
