package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider deploy {@code examples/recovery-controls.yaml}. */
@Tag("terraform")
class RecoveryControlsRehearsalTest {
  @TempDir private Path folder;

  @Test
  void theExampleIsCreatedPlannedWithoutChangesAndReadBackAsDeclared() {
    Run run =
        Run.of(
            "rehearse",
            "-c",
            "examples/recovery-controls.yaml",
            "--folder",
            folder.resolve("run").toString());

    System.out.println(run.out() + run.err());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }
}
