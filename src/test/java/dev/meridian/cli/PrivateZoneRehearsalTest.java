package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider create both zones of {@code private.yaml}. */
@Tag("terraform")
class PrivateZoneRehearsalTest {
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
            "4 VPCs, 2 internal load balancers as declared",
            "left over   all");
  }
}
