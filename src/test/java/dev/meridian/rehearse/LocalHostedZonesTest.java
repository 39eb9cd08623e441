package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.toCreate;
import static dev.meridian.rehearse.LocalZones.toDelete;
import static dev.meridian.rehearse.LocalZones.toUpsert;
import static dev.meridian.rehearse.LocalZones.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.rehearse.LocalZones.Zone;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The local AWS protects a hosted zone as Route 53 does. */
@Tag("terraform")
class LocalHostedZonesTest {
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
  void namesOutsideOfTheZoneAreRefused() {
    assertThat(
            zone.refusal(
                toCreate(address("www.example.org", "192.0.2.1")),
                toCreate(address("fooexample.com", "192.0.2.1"))))
        .isEqualTo(
            BATCH
                + "[RRSet with DNS name www.example.org. is not permitted in zone example.com.,"
                + " RRSet with DNS name fooexample.com. is not permitted in zone example.com.]");
  }

  @Test
  void theZonesOwnRecordsStay() {
    assertThat(zone.refusal(toDelete(zone.apex(RRType.NS)), toDelete(zone.apex(RRType.SOA))))
        .isEqualTo(
            BATCH
                + "[A HostedZone must contain at least one NS record for the zone itself.,"
                + " A HostedZone must contain exactly one SOA record.]");
    zone.change(toUpsert(zone.apex(RRType.NS).toBuilder().ttl(300L).build()));
    assertThat(zone.apex(RRType.NS).ttl()).isEqualTo(300);
  }

  @Test
  void aHostedZoneIsDeletedOnlyIfNothingButItsOwnRecordsIsLeft() {
    ResourceRecordSet delegation =
        address("sub.example.com", "ns.example.org.", r -> r.type(RRType.NS));
    zone.with(delegation);

    assertThat(
            told(
                catchThrowableOfType(
                    Route53Exception.class,
                    () -> aws.client().deleteHostedZone(r -> r.id(zone.id())))))
        .isEqualTo(
            "400 HostedZoneNotEmpty: The specified hosted zone contains non-required resource"
                + " record sets and so cannot be deleted.");

    zone.change(toDelete(delegation));
    aws.client().deleteHostedZone(r -> r.id(zone.id()));
  }
}
