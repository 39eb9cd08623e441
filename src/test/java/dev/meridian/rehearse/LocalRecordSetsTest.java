package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.keys;
import static dev.meridian.rehearse.LocalZones.latency;
import static dev.meridian.rehearse.LocalZones.routed;
import static dev.meridian.rehearse.LocalZones.toCreate;
import static dev.meridian.rehearse.LocalZones.toDelete;
import static dev.meridian.rehearse.LocalZones.toUpsert;
import static dev.meridian.rehearse.LocalZones.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalZones.Zone;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The local AWS refuses the changes of record sets that Route 53 refuses, in its words. */
@Tag("terraform")
class LocalRecordSetsTest {
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

  @Test
  void aBatchIsMadeAsAWholeOrNotAtAllAndAllProblemsAreTold() {
    zone.with(address("a.example.com", "192.0.2.1"));

    assertThat(
            zone.refusal(
                toCreate(address("new.example.com", "192.0.2.1")),
                toCreate(address("a.example.com", "192.0.2.2")),
                toDelete(address("b.example.com", "192.0.2.1"))))
        .isEqualTo(
            BATCH
                + "[Tried to create resource record set [name='a.example.com.', type='A'] but it"
                + " already exists, Tried to delete resource record set [name='b.example.com.',"
                + " type='A'] but it was not found]");
  }

  @Test
  void everyFieldIsKeptAndNamesAreReturnedAsRoute53WritesThem() {
    ResourceRecordSet point =
        routed(
            r ->
                r.name("point.example.com")
                    .geoProximityLocation(
                        g -> g.coordinates(c -> c.latitude("1.5").longitude("-2")).bias(-9)));
    ResourceRecordSet weighted = weighted("w.example.com", "zero", 0);

    zone.with(point, weighted, address("*.API.example.com", "192.0.2.1"));
    zone.with(zone.alias("www.example.com", "W.example.com"));

    List<ResourceRecordSet> kept = zone.sets();
    assertThat(keys(kept))
        .containsExactly(
            "\\052.api.example.com. A",
            "point.example.com. A y",
            "w.example.com. A zero",
            "www.example.com. A");
    assertThat(kept.get(1)).isEqualTo(point.toBuilder().name("point.example.com.").build());
    assertThat(kept.get(2)).isEqualTo(weighted.toBuilder().name("w.example.com.").build());
    assertThat(kept.get(3))
        .isEqualTo(zone.alias("www.example.com.", "w.example.com."))
        .extracting(ResourceRecordSet::ttl)
        .isNull();
  }

  @Test
  void aListContinuesInTheMiddleOfAGroup() {
    zone.with(
        weighted("w.example.com", "a", 1),
        weighted("w.example.com", "b", 1),
        weighted("w.example.com", "c", 1),
        address("*.w.example.com", "192.0.2.1"));

    assertThat(
            keys(
                aws
                    .client()
                    .listResourceRecordSetsPaginator(
                        r ->
                            r.hostedZoneId(zone.id())
                                .maxItems("2")
                                .startRecordName("w.example.com"))
                    .resourceRecordSets()
                    .stream()
                    .toList()))
        .containsExactly(
            "w.example.com. A a",
            "w.example.com. A b",
            "w.example.com. A c",
            "\\052.w.example.com. A");
  }

  @Test
  void aRecordSetIsDeletedWithTheValuesThatItHas() {
    ResourceRecordSet set =
        address(
            "w.example.com",
            "192.0.2.1",
            r ->
                r.setIdentifier("one")
                    .weight(1L)
                    .resourceRecords(value("192.0.2.1"), value("192.0.2.2")));
    zone.with(set, weighted("w.example.com", "two", 1), weighted("v.example.com", "one", 1));

    zone.change(
        toDelete(set.toBuilder().resourceRecords(value("192.0.2.2"), value("192.0.2.1")).build()));

    assertThat(keys(zone.sets())).containsExactly("v.example.com. A one", "w.example.com. A two");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherValues")
  void aRecordSetIsNotDeletedWithOtherValues(
      String what, Consumer<ResourceRecordSet.Builder> change) {
    String check = aws.healthCheck();
    ResourceRecordSet set =
        address(
            "a.example.com",
            "192.0.2.1",
            r -> r.setIdentifier("one").weight(1L).healthCheckId(check));
    zone.with(set);
    ResourceRecordSet.Builder other = set.toBuilder();
    change.accept(other);

    assertThat(zone.refusal(toDelete(other.build())))
        .isEqualTo(
            BATCH
                + "[Tried to delete resource record set [name='a.example.com.', type='A',"
                + " set-identifier='one'] but the values provided do not match the current"
                + " values]");
  }

  static Stream<Arguments> otherValues() {
    return Stream.of(
        other("values", r -> r.resourceRecords(value("192.0.2.9"))),
        other("TTL", r -> r.ttl(61L)),
        other("weight", r -> r.weight(0L)),
        other("policy", r -> r.weight(null).region("eu-west-1")),
        other("health check", r -> r.healthCheckId(null)),
        other(
            "alias",
            r ->
                r.ttl(null)
                    .resourceRecords((List<ResourceRecord>) null)
                    .aliasTarget(
                        a ->
                            a.hostedZoneId("Z35SXDOTRQ7X7K")
                                .dnsName("lb.us-east-1.elb.amazonaws.com")
                                .evaluateTargetHealth(true))));
  }

  private static Arguments other(String what, Consumer<ResourceRecordSet.Builder> change) {
    return Arguments.of(what, change);
  }

  @Test
  void fieldsHaveTheLimitsThatAwsDescribes() {
    assertThat(zone.refusal(toCreate(weighted("a.example.com", "x", 256))))
        .isEqualTo(
            "400 InvalidInput: 1 validation error detected: Value '256' at"
                + " 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy"
                + " constraint: Member must have value less than or equal to 255");
    assertThat(zone.refusal(toCreate(latency("a.example.com", "x", "eu-west-9"))))
        .contains("400 InvalidInput", "'eu-west-9'", "Member must satisfy enum value set");
    assertThat(
            zone.refusal(
                toCreate(
                    routed(
                        r ->
                            r.geoProximityLocation(
                                g -> g.coordinates(c -> c.latitude("1.234").longitude("x")))))))
        .contains("2 validation errors", "regular expression pattern");
  }

  @Test
  void theHealthCheckExistsWhenARecordSetIsWritten() {
    String check = aws.healthCheck();
    ResourceRecordSet set =
        address(
            "w.example.com",
            "192.0.2.1",
            r -> r.setIdentifier("one").weight(1L).healthCheckId(check));
    zone.with(set);

    aws.client().deleteHealthCheck(r -> r.healthCheckId(check));

    assertThat(zone.refusal(toUpsert(set))).startsWith("404 NoSuchHealthCheck: ").contains(check);
    zone.change(toDelete(set));
  }

  @Test
  void aRecordSetIsNotChangedTwiceInABatchExceptDeletedAndCreated() {
    ResourceRecordSet set = address("a.example.com", "192.0.2.1");
    zone.with(set);

    zone.change(toDelete(set), toCreate(set));
    assertThat(zone.refusal(toDelete(set), toDelete(set)))
        .contains(
            "The request contains an invalid set of changes for a resource record set"
                + " 'A a.example.com.'");
    assertThat(zone.refusal(toUpsert(set), toUpsert(set))).contains("an invalid set of changes");
  }

  @Test
  void aBatchHasAtMostAThousandRecordsAnd32000Characters() {
    Change[] aliases =
        IntStream.range(0, 501)
            .mapToObj(i -> toUpsert(zone.alias("a" + i + ".example.com", "t.example.com")))
            .toArray(Change[]::new);
    String text = '"' + "x".repeat(250) + '"';
    Change[] texts =
        IntStream.range(0, 64)
            .mapToObj(i -> toUpsert(address(i + ".example.com", text, r -> r.type(RRType.TXT))))
            .toArray(Change[]::new);

    assertThat(zone.refusal(aliases))
        .isEqualTo(BATCH + "[Number of records limit of 1000 exceeded.]");
    assertThat(zone.refusal(texts))
        .isEqualTo(BATCH + "[Number of characters limit of 32000 exceeded.]");
  }

  @Test
  void aRecordSetHasValuesOrAnAliasAndAPolicyTogetherWithAnIdentifier() {
    ResourceRecordSet bare = ResourceRecordSet.builder().name("a.example.com").type("A").build();
    String change =
        " in Change with [Action=CREATE, Name=a.example.com, Type=A, SetIdentifier=null]";

    assertThat(zone.refusal(toCreate(bare)))
        .isEqualTo(
            "400 InvalidInput: Invalid request: Expected exactly one of [AliasTarget, all of [TTL,"
                + " and ResourceRecords], or TrafficPolicyInstanceId], but found none"
                + change);
    assertThat(zone.refusal(toCreate(address("a.example.com", "192.0.2.1", r -> r.weight(1L)))))
        .isEqualTo("400 InvalidInput: Invalid request: Missing field 'SetIdentifier'" + change);
    assertThat(
            zone.refusal(
                toCreate(address("a.example.com", "192.0.2.1", r -> r.setIdentifier("x")))))
        .contains("400 InvalidInput", "CidrRoutingConfig], but found none in Change");
    assertThat(
            zone.refusal(
                toCreate(
                    address(
                        "a.example.com",
                        "192.0.2.1",
                        r -> r.setIdentifier("x").weight(1L).region("eu-west-1")))))
        .contains("400 InvalidInput", "but found more than one in Change");
  }

  private static ResourceRecord value(String text) {
    return ResourceRecord.builder().value(text).build();
  }
}
