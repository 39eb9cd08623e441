package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.toCreate;
import static dev.meridian.rehearse.LocalZones.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.rehearse.LocalZones.Zone;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.CidrBlockSummary;
import software.amazon.awssdk.services.route53.model.CidrCollectionChange;
import software.amazon.awssdk.services.route53.model.CidrCollectionChangeAction;
import software.amazon.awssdk.services.route53.model.CollectionSummary;
import software.amazon.awssdk.services.route53.model.LocationSummary;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The local AWS keeps CIDR collections as Route 53 does. */
@Tag("terraform")
class LocalCidrCollectionsTest {
  @TempDir static Path folder;
  private static LocalZones aws;

  @BeforeAll
  static void start() throws Exception {
    aws = LocalZones.start(folder);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void aCidrCollectionIsKeptAndItsBlocksMoveInOneRequest() {
    String id = collection("moving");
    put(id, "north", "192.0.2.0/24", "2001:db8::/48");

    aws.client()
        .changeCidrCollection(
            r ->
                r.id(id)
                    .collectionVersion(2L)
                    .changes(
                        blocks(CidrCollectionChangeAction.PUT, "south", "192.0.2.0/24"),
                        blocks(
                            CidrCollectionChangeAction.DELETE_IF_EXISTS, "north", "192.0.2.0/24")));

    assertThat(aws.client().listCidrLocationsPaginator(r -> r.collectionId(id)).cidrLocations())
        .extracting(LocationSummary::locationName)
        .containsExactly("north", "south");
    assertThat(
            aws.client()
                .listCidrBlocksPaginator(r -> r.collectionId(id).locationName("south"))
                .cidrBlocks())
        .extracting(CidrBlockSummary::cidrBlock)
        .containsExactly("192.0.2.0/24");
    assertThat(aws.client().listCidrCollectionsPaginator(r -> {}).cidrCollections())
        .filteredOn(one -> id.equals(one.id()))
        .singleElement()
        .extracting(CollectionSummary::name, CollectionSummary::version)
        .containsExactly("moving", 3L);
  }

  @Test
  void aCidrCollectionRefusesWhatRoute53Refuses() {
    String id = collection("strict");
    put(id, "north", "192.0.2.0/24");

    assertThat(refusal(() -> collection("strict")))
        .startsWith("400 CidrCollectionAlreadyExistsException: ");
    assertThat(refusal(() -> put(id, "south", "192.0.2.0/24")))
        .startsWith("400 CidrBlockInUseException: ");
    assertThat(
            refusal(
                () ->
                    aws.client()
                        .changeCidrCollection(
                            r ->
                                r.id(id)
                                    .collectionVersion(1L)
                                    .changes(
                                        blocks(
                                            CidrCollectionChangeAction.PUT,
                                            "south",
                                            "198.51.100.0/24")))))
        .startsWith("409 CidrCollectionVersionMismatchException: ");
    assertThat(refusal(() -> aws.client().deleteCidrCollection(r -> r.id(id))))
        .startsWith("400 CidrCollectionInUseException: ");
    String none = UUID.randomUUID().toString();
    assertThat(refusal(() -> aws.client().deleteCidrCollection(r -> r.id(none))))
        .startsWith("404 NoSuchCidrCollectionException: ");
  }

  @Test
  void ipBasedRecordSetsUseOneCollectionThatExists() {
    String id = collection("used");
    String other = collection("other");
    Zone zone = aws.zone();
    zone.with(routed("one", id, "north"), routed("two", id, "*"));

    assertThat(zone.sets().get(0).cidrRoutingConfig())
        .isEqualTo(routed("one", id, "north").cidrRoutingConfig());
    assertThat(
            zone.refusal(
                toCreate(routed("three", other, "south")),
                toCreate(routed("four", UUID.randomUUID().toString(), "west")),
                toCreate(routed("five", id, "north"))))
        .contains(
            "SetIdentifier three cannot be created because a CIDR RRSet with the same name and"
                + " type uses another CIDR collection.",
            "SetIdentifier four cannot be created because the CIDR collection",
            "SetIdentifier five cannot be created because a CIDR RRSet with the same name, type"
                + " and CIDR location already exists.");
  }

  private static ResourceRecordSet routed(String identifier, String collection, String location) {
    return address(
        "a.example.com",
        "192.0.2.1",
        r ->
            r.setIdentifier(identifier)
                .cidrRoutingConfig(c -> c.collectionId(collection).locationName(location)));
  }

  private static String collection(String name) {
    return aws.client()
        .createCidrCollection(r -> r.name(name).callerReference(UUID.randomUUID().toString()))
        .collection()
        .id();
  }

  private static CidrCollectionChange blocks(
      CidrCollectionChangeAction action, String location, String... blocks) {
    return CidrCollectionChange.builder()
        .action(action)
        .locationName(location)
        .cidrList(blocks)
        .build();
  }

  private static void put(String collection, String location, String... blocks) {
    aws.client()
        .changeCidrCollection(
            r ->
                r.id(collection).changes(blocks(CidrCollectionChangeAction.PUT, location, blocks)));
  }

  private static String refusal(ThrowingCallable call) {
    return told(catchThrowableOfType(Route53Exception.class, call));
  }
}
