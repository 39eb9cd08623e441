package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.Interpretation.Reading;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.Latencies;
import dev.meridian.testing.EachComponent;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each reading of an open point changes, and whom a client is. */
class InterpretationTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();

  @Test
  void aSimpleRecordWithAnUnhealthyCheckAnswersIfSuchChecksAreIgnored() {
    Resolver documented = weightedOverASimpleRecord(Interpretation.DOCUMENTED);
    Resolver ignored =
        weightedOverASimpleRecord(
            Interpretation.DOCUMENTED.with(Reading.SIMPLE_RECORD_CHECK_IGNORED));

    assertThat(identifiers(documented, Client.UNKNOWN, "bad")).containsExactly("b");
    assertThat(identifiers(ignored, Client.UNKNOWN, "bad")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void withoutFallbackOnlyTheMostSpecificNetworkAnswers() {
    Resolver documented = networks(Interpretation.DOCUMENTED);
    Resolver strict = networks(Interpretation.DOCUMENTED.with(Reading.CIDR_WITHOUT_FALLBACK));
    Client client = at("198.51.100.7");

    assertThat(identifiers(documented, client, "none")).containsExactly("north");
    assertThat(identifiers(strict, client, "none")).containsExactly("north");
    assertThat(identifiers(documented, client, "north")).containsExactly("default");
    assertThat(identifiers(strict, client, "north")).containsExactly("north");
  }

  @Test
  void aClientThatIsKnownByAShorterPrefixIsNotInTheBlock() {
    Resolver resolver = networks(Interpretation.DOCUMENTED);

    assertThat(identifiers(resolver, at("198.51.100.0/24"), "none")).containsExactly("north");
    assertThat(identifiers(resolver, at("198.0.0.0/8"), "none")).containsExactly("default");
    assertThat(identifiers(resolver, at("2001:db8::1"), "none")).containsExactly("default");
    assertThat(identifiers(resolver, Client.UNKNOWN, "none")).containsExactly("default");
  }

  @Test
  void aNegativeBiasDividedTheDistanceUntil2023() {
    RoutingPolicy.Geoproximity shrunk =
        new RoutingPolicy.Geoproximity(new GeoproximityLocation.InRegion("us-east-1"), -50);
    RoutingPolicy.Geoproximity grown =
        new RoutingPolicy.Geoproximity(new GeoproximityLocation.InRegion("us-east-1"), 50);
    Client client = Client.UNKNOWN.withDistances(Map.of("us-east-1", 1000.0));
    Interpretation old = Interpretation.DOCUMENTED.with(Reading.NEGATIVE_BIAS_UNTIL_2023);

    assertThat(biased(client, shrunk, Interpretation.DOCUMENTED)).isEqualTo(1500);
    assertThat(biased(client, shrunk, old)).isEqualTo(2000);
    assertThat(biased(client, grown, Interpretation.DOCUMENTED)).isEqualTo(500);
    assertThat(biased(client, grown, old)).isEqualTo(500);
  }

  @Test
  void inAPrivateZoneTheRegionOfTheVpcIsWhereTheClientIs() {
    RoutingPolicy.Geoproximity near =
        new RoutingPolicy.Geoproximity(new GeoproximityLocation.InRegion("eu-west-1"), 0);
    Client vpc = Client.UNKNOWN.withVpcRegion("eu-west-1");

    assertThat(Proximity.biased(vpc, ZoneKind.PRIVATE, near, Interpretation.DOCUMENTED)).isZero();
    assertThat(Proximity.biased(vpc, ZoneKind.PUBLIC, near, Interpretation.DOCUMENTED))
        .isInfinite();
    assertThat(Proximity.biased(Client.UNKNOWN, ZoneKind.PRIVATE, near, Interpretation.DOCUMENTED))
        .isInfinite();
    assertThat(Latencies.milliseconds(vpc, ZoneKind.PRIVATE, "eu-west-1")).isZero();
    assertThat(Latencies.milliseconds(vpc, ZoneKind.PUBLIC, "eu-west-1")).isInfinite();
    assertThat(
            Latencies.milliseconds(
                vpc.withDistances(Map.of("us-east-1", 0.0)), ZoneKind.PRIVATE, "us-east-1"))
        .isFinite();
    assertThat(Latencies.milliseconds(Client.UNKNOWN, ZoneKind.PRIVATE, "eu-west-1")).isInfinite();
  }

  @Test
  void onlyClientsInTheUnitedStatesHaveAState() {
    assertThatThrownBy(() -> new Client("DE", "CA", null, null, null, null, Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a US state in the country DE");
    assertThat(Client.UNKNOWN.withUsState("CA").country()).isEqualTo("US");
  }

  @Test
  void questionsDifferInTheirNameAndType() {
    EachComponent.counts(
        Question.of("www.example.com", RecordType.A),
        Question.of("WWW.example.com", RecordType.A),
        List.of(
            Question.of("api.example.com", RecordType.A),
            Question.of("www.example.com", RecordType.AAAA)));
  }

  @Test
  void anOutageSaysWhatIsDown() {
    assertThat(Outage.NONE).hasToString("nothing is down");
    assertThat(Outage.of("b", "a")).hasToString("a, b down");
  }

  private static double biased(
      Client client, RoutingPolicy.Geoproximity policy, Interpretation semantics) {
    return Proximity.biased(client, ZoneKind.PUBLIC, policy, semantics);
  }

  private static Client at(String address) {
    return Client.UNKNOWN.withAddress(new IPAddressString(address).getAddress());
  }

  private static Resolver weightedOverASimpleRecord(Interpretation semantics) {
    RoutingPlan plan =
        new SamplePlans()
            .add("www", "a", new RoutingPolicy.Weighted(1), "alias below", "")
            .add("www", "b", new RoutingPolicy.Weighted(1), "192.0.2.2", "")
            .add("below", "", SIMPLE, "192.0.2.1", "bad")
            .plan();
    return Resolver.of(plan, ZoneKind.PUBLIC, semantics);
  }

  private static Resolver networks(Interpretation semantics) {
    List<RecordSet> records =
        new SamplePlans()
            .add("www", "north", new RoutingPolicy.IpBased("c", "north"), "192.0.2.1", "north")
            .add("www", "default", new RoutingPolicy.IpBased("c", "*"), "192.0.2.2", "")
            .plan()
            .records();
    CidrCollection collection =
        new CidrCollection(
            "c",
            Map.of(
                "north",
                List.of(new CidrBlock("198.51.0.0/16"), new CidrBlock("198.51.100.0/24"))));
    return Resolver.of(
        new RoutingPlan(SamplePlans.ZONE, records, List.of(), List.of(collection)),
        ZoneKind.PUBLIC,
        semantics);
  }

  /** The set identifiers of the name's record sets that lead to an answer. */
  private static List<String> identifiers(Resolver resolver, Client client, String unhealthy) {
    return resolver
        .answer(SamplePlans.ask("www"), client, new HealthState(Set.of(unhealthy), Set.of()))
        .reason()
        .chosen()
        .stream()
        .map(chosen -> chosen.record().key().identifier().orElse(""))
        .toList();
  }
}
