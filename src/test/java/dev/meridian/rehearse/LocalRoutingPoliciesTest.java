package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.latency;
import static dev.meridian.rehearse.LocalZones.routed;
import static dev.meridian.rehearse.LocalZones.toCreate;
import static dev.meridian.rehearse.LocalZones.toDelete;
import static dev.meridian.rehearse.LocalZones.toUpsert;
import static dev.meridian.rehearse.LocalZones.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalZones.Zone;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The local AWS accepts only record sets that Route 53 accepts in one group. */
@Tag("terraform")
class LocalRoutingPoliciesTest {
  private static final String BATCH = "400 InvalidChangeBatch: ";

  @TempDir static Path folder;
  private static LocalZones aws;

  private final Zone zone = aws.zone();

  @BeforeAll
  static void start() throws Exception {
    aws = LocalZones.start(folder);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void aGroupHasOneRoutingPolicy(String what, ResourceRecordSet set, String message) {
    ResourceRecordSet there =
        what.equals("weighted")
            ? latency("a.example.com", "x", "eu-west-1")
            : weighted("a.example.com", "x", 1);
    zone.with(there);

    assertThat(zone.refusal(toUpsert(set)))
        .isEqualTo(BATCH + "[RRSet with DNS name a.example.com., type A" + message + "]");
  }

  static Stream<Arguments> policies() {
    String exists = " RRSet with the same name and type already exists.";
    return Stream.of(
        Arguments.of(
            "simple",
            address("a.example.com", "192.0.2.1"),
            " cannot be created as other RRSets exist with the same name and type."),
        Arguments.of(
            "weighted",
            weighted("a.example.com", "y", 1),
            ", SetIdentifier y cannot be created as a non-weighted set exists with the same name"
                + " and type."),
        Arguments.of(
            "latency",
            latency("a.example.com", "y", "eu-west-1"),
            ", SetIdentifier y, and Region Name=eu-west-1 cannot be created because a non-latency"
                + exists),
        Arguments.of(
            "geolocation",
            routed(r -> r.geoLocation(g -> g.continentCode("EU"))),
            ", SetIdentifier y, and routing to [continent = (EU)] cannot be created because a"
                + " non-GEO"
                + exists),
        Arguments.of(
            "failover",
            routed(r -> r.failover("PRIMARY")),
            ", SetIdentifier y cannot be created because a non-failover" + exists),
        Arguments.of(
            "multivalue",
            routed(r -> r.multiValueAnswer(true)),
            ", SetIdentifier y cannot be created because a non multivalue answer rrset exists"
                + " with the same name and type."),
        Arguments.of(
            "geoproximity",
            routed(r -> r.geoProximityLocation(g -> g.awsRegion("eu-west-1"))),
            ", SetIdentifier y cannot be created because a non-geoproximity" + exists));
  }

  @Test
  void aRoutedRecordSetIsRefusedNextToASimpleOne() {
    zone.with(address("a.example.com", "192.0.2.1"));

    assertThat(zone.refusal(toCreate(weighted("a.example.com", "y", 1))))
        .contains("SetIdentifier y cannot be created as a non-weighted set exists");
  }

  @Test
  void onePolicyIsReplacedByAnotherInOneBatch() {
    ResourceRecordSet one = weighted("a.example.com", "one", 1);
    ResourceRecordSet two = weighted("a.example.com", "two", 1);
    zone.with(one, two);

    zone.change(
        toDelete(one),
        toDelete(two),
        toCreate(latency("a.example.com", "one", "eu-west-1")),
        toCreate(latency("a.example.com", "two", "us-east-1")));

    assertThat(zone.sets()).extracting(ResourceRecordSet::weight).containsOnlyNulls();
  }

  @Test
  void onlyWeightedRecordSetsMustHaveTheSameTtl() {
    zone.with(
        weighted("w.example.com", "one", 1),
        latency("l.example.com", "one", "eu-west-1"),
        latency("l.example.com", "two", "us-east-1"));

    zone.change(
        toUpsert(latency("l.example.com", "two", "us-east-1").toBuilder().ttl(300L).build()));
    assertThat(
            zone.refusal(
                toCreate(weighted("w.example.com", "two", 1).toBuilder().ttl(300L).build())))
        .isEqualTo(
            BATCH
                + "[RRSet with DNS name w.example.com. and type A, SetIdentifier two cannot be"
                + " created as weighted sets must contain the same TTL.]");
  }

  @Test
  void aWeightedGroupGetsAnotherTtlInOneBatch() {
    zone.with(weighted("w.example.com", "one", 1), weighted("w.example.com", "two", 1));

    zone.change(
        toUpsert(weighted("w.example.com", "one", 1).toBuilder().ttl(300L).build()),
        toUpsert(weighted("w.example.com", "two", 1).toBuilder().ttl(300L).build()));

    assertThat(zone.sets()).extracting(ResourceRecordSet::ttl).containsOnly(300L);
  }

  @Test
  void noTwoRecordSetsOfAGroupHaveTheSameRegionRoleOrPlace() {
    zone.with(
        latency("l.example.com", "one", "eu-west-1"),
        address("f.example.com", "192.0.2.1", r -> r.setIdentifier("one").failover("PRIMARY")),
        address(
            "g.example.com",
            "192.0.2.1",
            r ->
                r.setIdentifier("one").geoLocation(g -> g.countryCode("US").subdivisionCode("CA"))),
        address(
            "p.example.com",
            "192.0.2.1",
            r ->
                r.setIdentifier("one")
                    .geoProximityLocation(g -> g.awsRegion("eu-west-1").bias(5))));

    assertThat(
            zone.refusal(
                toCreate(latency("l.example.com", "two", "eu-west-1")),
                toCreate(
                    address(
                        "f.example.com",
                        "192.0.2.2",
                        r -> r.setIdentifier("two").failover("PRIMARY"))),
                toCreate(
                    address(
                        "g.example.com",
                        "192.0.2.2",
                        r ->
                            r.setIdentifier("two")
                                .geoLocation(g -> g.countryCode("US").subdivisionCode("CA")))),
                toCreate(
                    address(
                        "p.example.com",
                        "192.0.2.2",
                        r ->
                            r.setIdentifier("two")
                                .geoProximityLocation(g -> g.awsRegion("eu-west-1").bias(9))))))
        .contains(
            "l.example.com., type A, SetIdentifier two, and Region Name=eu-west-1 cannot be created"
                + " because a latency RRSet with the same name, type and region already exists.",
            "a failover RRSet with the same name, type and failover already exists.",
            "a GEO RRSet with the same name, type and geolocation already exists.",
            "a geoproximity RRSet with the same name, type and geoproximity location already"
                + " exists.");
  }
}
