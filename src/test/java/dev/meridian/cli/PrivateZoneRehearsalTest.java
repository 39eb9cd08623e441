package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider create both zones of {@code private.yaml}. */
@Tag("terraform")
class PrivateZoneRehearsalTest {
  private static final String PREFIX = "storefront-production-";
  private static final Path EXAMPLE = Path.of("examples/private.yaml");

  @TempDir private static Path folder;
  private static Path declaration;
  private static KeptRehearsal kept;

  @BeforeAll
  static void begin() throws IOException {
    declaration = Files.copy(EXAMPLE, folder.resolve("shop.yaml"));
    kept = KeptRehearsal.of(declaration, folder.resolve("run"));
  }

  @AfterAll
  static void end() {
    kept.close();
  }

  /** What is changed by hand stays changed until the last step, which destroys everything. */
  @TestFactory
  List<DynamicTest> bothZonesAreRehearsedVerifiedAndDestroyed() {
    return new Scenario()
        .needed(
            "bothZonesAreCreatedAndReadBackAsDeclared",
            PrivateZoneRehearsalTest::bothZonesAreCreatedAndReadBackAsDeclared)
        .step("verifyComparesTheNetwork", PrivateZoneRehearsalTest::verifyComparesTheNetwork)
        .step(
            "withThePinOfARegionThePrivateStacksArePlannedWithoutItsState",
            PrivateZoneRehearsalTest::withThePinOfARegionThePrivateStacksArePlanned)
        .step(
            "verifyNamesWhatWasChangedByHandInTheNetwork",
            PrivateZoneRehearsalTest::verifyNamesWhatWasChangedByHandInTheNetwork)
        .step(
            "onTheSameEndpointItMendsAllAndDestroysEverything",
            PrivateZoneRehearsalTest::onTheSameEndpointItMendsAllAndDestroysEverything)
        .steps();
  }

  private static void bothZonesAreCreatedAndReadBackAsDeclared() {
    Run run = kept.run();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("plan again +storefront-production-private-network +[0-9.]+ s +no changes")
        .containsPattern("plan again +storefront-production-private-dns +[0-9.]+ s +no changes")
        .contains(
            "; of the private zone ",
            "4 VPCs, 2 internal load balancers, 1 peering connection, 3 Resolver endpoints,"
                + " 2 forwarding rules, 2 query logs, 2 DNS Firewall rule groups as declared");
  }

  private static void verifyComparesTheNetwork() {
    Run run = kept.command("verify");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("Not compared");
    assertThat(run.out())
        .startsWith("As declared: ")
        .contains("1 peering connection, 3 Resolver endpoints");
  }

  private static void withThePinOfARegionThePrivateStacksArePlanned() throws IOException {
    Path state = kept.folder().resolve("terraform." + PREFIX + "eu-west-1.tfstate");
    Run pin = kept.command("pin", "eu-west-1");
    Path away = Files.move(state, folder.resolve("away.tfstate"));
    Run lost;
    Run pinned;
    try {
      lost = kept.command("diff", "private-dns");
      Files.writeString(
          declaration,
          Files.readString(EXAMPLE)
              .replace("  eu-west-1: {site", "  eu-west-1: {pinned: pinned/eu-west-1.yaml, site"));
      pinned = kept.command("diff", "--exit-code", "dns", "private-network", "private-dns");
    } finally {
      Files.copy(EXAMPLE, declaration, StandardCopyOption.REPLACE_EXISTING);
      Files.move(away, state);
    }

    assertThat(pin.exitCode()).as(pin.toString()).isZero();
    assertThat(lost.out()).startsWith(PREFIX + "private-dns: cannot be planned yet.");
    assertThat(pinned.exitCode()).as(pinned.toString()).isZero();
    assertThat(pinned.out())
        .isEqualTo(
            """
            storefront-production-dns: no changes
            storefront-production-private-network: no changes
            storefront-production-private-dns: no changes
            """);
  }

  private static void verifyNamesWhatWasChangedByHandInTheNetwork() {
    NetworkDrift drift = new NetworkDrift(URI.create(kept.endpoint()));
    drift.peering("eu-west-1");
    drift.inbound("eu-west-1");
    drift.outbound("us-east-1");
    drift.queryLog("us-east-1");
    drift.firewall("us-east-1");

    Run run = kept.command("verify");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    // Terraform manages each rule alone, so it does not remove one that somebody else added.
    drift.closeOutbound("us-east-1");
    assertThat(run.out()).contains("12 findings in ");
    assertThat(run.out().replaceAll("(vpc|pcx|rtb)-[0-9a-f]+", "$1-ID"))
        .startsWith(
            """
            DNS Firewall us-east-1: association with vpc-ID is absent, expected COMPLETE
            DNS Firewall us-east-1 rule storefront-production-blocked: action is ALERT, expected BLOCK
            DNS Firewall us-east-1: blocked domain *.bad.example.net: presence is absent, expected present
            DNS Firewall us-east-1: blocked domain worse.example.net: presence is present, expected absent
            Resolver endpoint eu-west-1 inbound: presence is absent, expected present
            Resolver endpoint us-east-1 outbound: in tcp 53 from 0.0.0.0/0: presence is present, expected absent
            forwarding rule us-east-1 corp.example.net: association with vpc-ID is absent, expected COMPLETE
            forwarding rule us-east-1 corp.example.net: name servers is [192.168.99.53:53], expected [192.168.10.53:53, 192.168.12.53:53]
            log group us-east-1 /meridian/storefront-production-queries: retention is 7 days, expected 30 days
            peering us-east-1 to eu-west-1: DNS resolution of eu-west-1 is false, expected true
            query log us-east-1: association with vpc-ID is absent, expected ACTIVE
            route from eu-west-1 to us-east-1 in rtb-ID: target is absent, expected pcx-ID
            """);
  }

  private static void onTheSameEndpointItMendsAllAndDestroysEverything() {
    Run run =
        Run.of(
            "rehearse",
            "-c",
            declaration.toString(),
            "--folder",
            folder.resolve("run").toString(),
            "--aws-endpoint",
            kept.endpoint());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).containsPattern("left over .* nothing");
  }
}
