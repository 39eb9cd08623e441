package dev.meridian.cli.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.cli.option.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProofSizeTest {
  private static final long BILLION = 1_000_000_000;

  @Test
  void aProofThatIsTooLargeIsRefusedWithItsSizeAndTheLargestThatIsPossible() {
    ProofSize size = new ProofSize(failures -> failures * 3_000_000L, 2);

    assertThatThrownBy(() -> size.require(4))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused ->
                assertThat(refused.problems().toString())
                    .contains("24,000,000 answers; at most 20,000,000 are possible")
                    .contains("--failures 3, which checks 18,000,000 answers"));
  }

  @Test
  void withoutAPossibleNumberOfFailuresTheDeclarationIsTooLarge() {
    ProofSize size = new ProofSize(failures -> Long.MAX_VALUE, 1);

    assertThatThrownBy(() -> size.require(2))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused ->
                assertThat(refused.problems().toString())
                    .contains("more than 20,000,000 answers", "declare fewer names"));
  }

  @Test
  void aProofOfExactlyTheLimitIsPossible() throws BadInput {
    assertThat(new ProofSize(failures -> ProofSize.MOST, 1).require(2)).isEqualTo(ProofSize.MOST);
  }

  @Test
  void progressIsSaidEveryFewSecondsAndCountsRepetitions() {
    AtomicLong time = new AtomicLong();
    List<String> lines = new ArrayList<>();
    ProofProgress progress = new ProofProgress(lines::add, 4_000, time::get);

    progress.accept(1_000);
    time.set(6 * BILLION);
    progress.accept(1_500);
    progress.next();
    progress.accept(10);
    time.set(12 * BILLION);
    progress.accept(500);

    assertThat(lines)
        .containsExactly(
            "Checked 1,500 of 4,000 answers (37 %).", "Checked 2,000 of 4,000 answers (50 %).");
  }
}
