package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider create both zones of {@code private.yaml}. */
@Tag("terraform")
class PrivateZoneRehearsalTest {
  private static final String PREFIX = "storefront-production-";
  private static final Path EXAMPLE = Path.of("examples/private.yaml");

  @TempDir private Path folder;

  @Test
  void bothZonesAreCreatedReadBackAsDeclaredAndDestroyed() {
    Run run =
        Run.of(
            "rehearse",
            "-c",
            "examples/private.yaml",
            "--folder",
            folder.resolve("run").toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("plan again +storefront-production-private-network +[0-9.]+ s +no changes")
        .containsPattern("plan again +storefront-production-private-dns +[0-9.]+ s +no changes")
        .contains(
            "; of the private zone ",
            "2 VPCs, 2 internal load balancers as declared",
            "left over   all");
  }

  @Test
  void withThePinOfARegionThePrivateStacksArePlannedWithoutItsState() throws Exception {
    Path declaration = Files.copy(EXAMPLE, folder.resolve("shop.yaml"));
    try (KeptRehearsal kept = KeptRehearsal.of(declaration, folder.resolve("run"))) {
      assertThat(kept.run().exitCode()).as(kept.run().toString()).isZero();
      Run pin = kept.command("pin", "eu-west-1");
      Files.move(
          kept.folder().resolve("terraform." + PREFIX + "eu-west-1.tfstate"),
          folder.resolve("away.tfstate"));
      Run lost = kept.command("diff", "private-dns");
      Files.writeString(
          declaration,
          Files.readString(declaration)
              .replace("  eu-west-1: {site", "  eu-west-1: {pinned: pinned/eu-west-1.yaml, site"));
      Run pinned = kept.command("diff", "--exit-code", "dns", "private-network", "private-dns");

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
  }
}
