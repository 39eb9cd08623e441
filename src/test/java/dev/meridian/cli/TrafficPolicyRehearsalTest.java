package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider create the policy of {@code traffic-policy.yaml}. */
@Tag("terraform")
class TrafficPolicyRehearsalTest {
  @TempDir private Path folder;

  @Test
  void thePolicyIsCreatedReadBackAsDeclaredEditedInPlaceAndDestroyed() {
    Run run =
        Run.of(
            "rehearse",
            "-c",
            "examples/traffic-policy.yaml",
            "--folder",
            folder.resolve("run").toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "plan again  storefront-traffic-dns",
            "7 record sets, 3 health checks, 0 alarms, the sites of 2 regions as declared",
            "90 to 91: 1 in place, 1 new traffic policies, nothing else",
            "left over   all");
  }
}
