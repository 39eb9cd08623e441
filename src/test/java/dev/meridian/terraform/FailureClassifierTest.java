package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.TerraformFailure.Kind;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What terraform 1.11.4 really printed, and the message that comes of it in the file beside it. */
class FailureClassifierTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/terraform/failures");

  @TestFactory
  List<DynamicTest> everyRecordedFailureGetsItsMessage() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(".message"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    TerraformFailure failure = new FailureClassifier("shop-dns", finished(file)).classify();
    Path golden = Path.of(file.toString().replaceAll("\\.\\w+$", "") + ".message");
    Golden.check(golden, failure.kind() + "\n" + failure.message() + "\n");
    assertThat(failure.diagnostics()).isNotEmpty();
  }

  private static RunResult finished(Path file) throws IOException {
    List<TerraformDiagnostic> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (MachineReadableUi.read(line) instanceof Progress.Reported one) {
        told.add(one.diagnostic());
      } else {
        lines.add(line);
      }
    }
    return new RunResult(1, false, told, lines);
  }

  @Test
  void theHolderOfALockIsKnown() throws IOException {
    TerraformFailure failure =
        new FailureClassifier("shop-dns", finished(FOLDER.resolve("state-locked.jsonl")))
            .classify();

    assertThat(failure.lock())
        .contains(
            new StateLock(
                "1bac5c4b-d291-306b-40d1-b1657443dea8",
                "root@vm",
                "OperationTypeApply",
                "2026-11-23 06:52:27.506747035 +0000 UTC"));
  }

  @Test
  void aKilledTerraformMayHaveLeftALock() {
    TerraformFailure failure =
        new FailureClassifier("shop-dns", new RunResult(137, false, List.of(), List.of()))
            .classify();

    assertThat(failure.kind()).isEqualTo(Kind.KILLED);
    assertThat(failure.message()).contains("shop-dns", "signal 9", "force-unlock");
  }

  @Test
  void whatNobodyKnowsIsToldAsItWasSaid() {
    TerraformFailure failure =
        new FailureClassifier(
                "shop-dns", new RunResult(1, false, List.of(), List.of("panic: oh", "no")))
            .classify();

    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(failure.message()).endsWith("It said: panic: oh no");
  }
}
