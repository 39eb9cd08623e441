package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.keys;
import static dev.meridian.rehearse.LocalZones.toCreate;
import static dev.meridian.rehearse.LocalZones.toDelete;
import static dev.meridian.rehearse.LocalZones.toUpsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalZones.Zone;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The local AWS accepts aliases and CNAME records where Route 53 does. */
@Tag("terraform")
class LocalAliasesTest {
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
  void theTargetOfAnAliasExistsWithTheSameTypeInTheSameZone() {
    zone.with(address("six.example.com", "2001:db8::1", r -> r.type(RRType.AAAA)));
    String start = "Tried to create an alias that targets ";
    String found = ", type A in zone " + zone.id() + ", but that target was not found";

    assertThat(
            zone.refusal(
                toCreate(zone.alias("a.example.com", "none.example.com")),
                toCreate(zone.alias("b.example.com", "six.example.com")),
                toCreate(zone.alias("c.example.com", "www.example.org"))))
        .isEqualTo(
            BATCH
                + "["
                + start
                + "none.example.com."
                + found
                + ", "
                + start
                + "six.example.com."
                + found
                + ", "
                + start
                + "www.example.org., type A in zone "
                + zone.id()
                + ", but the alias target name does not lie within the target zone, "
                + start
                + "www.example.org."
                + found
                + "]");
  }

  @Test
  void anAliasDoesNotTargetARecordOfAnotherHostedZone() {
    Zone other = aws.zone();
    other.with(address("t.example.com", "192.0.2.1"));

    assertThat(zone.refusal(toCreate(other.alias("a.example.com", "t.example.com"))))
        .contains("in zone " + other.id() + ", but an alias cannot target", "another hosted zone");
  }

  @Test
  void anAliasComesAfterItsTargetInABatch() {
    Change target = toUpsert(address("t.example.com", "192.0.2.1"));
    Change alias = toUpsert(zone.alias("a.example.com", "t.example.com"));

    zone.change(target, alias);

    assertThat(zone.refusal(alias, target)).contains("t.example.com.", "target was not found");
  }

  @Test
  void theTargetOfAnAliasCanBeDeleted() {
    ResourceRecordSet target = address("t.example.com", "192.0.2.1");
    zone.with(target, zone.alias("a.example.com", "t.example.com"));

    zone.change(toDelete(target));

    assertThat(keys(zone.sets())).containsExactly("a.example.com. A");
  }

  @Test
  void aCnameIsAloneAndNotAtTheApex() {
    zone.with(address("a.example.com", "192.0.2.1"), cname("c.example.com"));

    assertThat(
            zone.refusal(
                toCreate(cname("a.example.com")),
                toCreate(address("c.example.com", "192.0.2.1")),
                toCreate(cname("example.com"))))
        .isEqualTo(
            BATCH
                + "[RRSet of type CNAME with DNS name a.example.com. is not permitted as it"
                + " conflicts with other records with the same DNS name in zone example.com.,"
                + " RRSet of type A with DNS name c.example.com. is not permitted because a"
                + " conflicting RRSet of type CNAME with the same DNS name already exists in zone"
                + " example.com., RRSet of type CNAME with DNS name example.com. is not permitted"
                + " at apex in zone example.com.]");
  }

  private static ResourceRecordSet cname(String name) {
    return address(name, "www.example.org", r -> r.type(RRType.CNAME));
  }
}
