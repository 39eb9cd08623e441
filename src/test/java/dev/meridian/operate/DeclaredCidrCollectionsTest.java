package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
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
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeclaredCidrCollectionsTest {
  private static final DnsName ZONE = new DnsName("example.com");
  private static final Map<String, List<CidrBlock>> LOCATIONS =
      Map.of("north", List.of(new CidrBlock("198.51.100.0/24")));
  private final DeclaredCidrCollections declared =
      DeclaredCidrCollections.of(
          ReadDeclaration.good(
              """
              application: shop
              environment: test
              zone: example.com
              endpoints: {berlin: {addresses: [203.0.113.20]}}
              cidr-collections: {carriers: {north: [198.51.100.0/24]}}
              names: {net: {ip-based: {collection: carriers, locations: {north: berlin}}}}
              """));

  @Test
  void aDeclaredCollectionHasItsDeclaredNameInRecordsToo() {
    RoutingPlan plan = declared.in(zone("shop-test-carriers")).plan();

    assertThat(plan.cidrCollections()).containsExactly(new CidrCollection("carriers", LOCATIONS));
    assertThat(plan.records())
        .extracting(RecordSet::policy)
        .containsExactly(
            new RoutingPolicy.IpBased("carriers", "north"), new RoutingPolicy.Simple());
  }

  @Test
  void aCollectionOfAnotherApplicationKeepsItsName() {
    LiveZone zone = zone("blog-test-carriers");

    assertThat(declared.in(zone)).isEqualTo(zone);
  }

  @Test
  void aCollectionThatCannotBeReadHasItsDeclaredNameAndOtherThingsKeepTheirs() {
    LiveZone zone =
        zone(
            "shop-test-carriers",
            new UnsupportedRecord(
                UnsupportedRecord.Kind.CIDR_COLLECTION, "shop-test-carriers", "odd", null),
            new UnsupportedRecord(
                UnsupportedRecord.Kind.HEALTH_CHECK, "shop-test-carriers", "odd", null));

    assertThat(declared.in(zone).unread())
        .extracting(UnsupportedRecord::kind, UnsupportedRecord::name)
        .containsExactlyInAnyOrder(
            tuple(UnsupportedRecord.Kind.CIDR_COLLECTION, "carriers"),
            tuple(UnsupportedRecord.Kind.HEALTH_CHECK, "shop-test-carriers"));
  }

  private static LiveZone zone(String collection, UnsupportedRecord... unread) {
    RoutingPlan plan =
        new RoutingPlan(
            ZONE,
            List.of(
                record("net", "a", new RoutingPolicy.IpBased(collection, "north")),
                record("www", null, new RoutingPolicy.Simple())),
            List.of(),
            List.of(new CidrCollection(collection, LOCATIONS)));
    return new LiveZone(
        "Z1",
        ZONE,
        ZoneKind.PUBLIC,
        plan,
        new TreeMap<>(),
        new TreeSet<>(),
        List.of(unread),
        List.of());
  }

  private static RecordSet record(String label, String identifier, RoutingPolicy policy) {
    return new RecordSet(
        new RecordKey(new RrsetKey(ZONE.child(label), RecordType.A), identifier),
        policy,
        new RecordData.Values(60, List.of(Value.literal("203.0.113.20"))),
        null);
  }
}
