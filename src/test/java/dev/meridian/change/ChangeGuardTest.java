package dev.meridian.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.change.ChangeGuard.Counts;
import dev.meridian.change.ChangeGuard.Excess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeGuardTest {
  private static final ChangeGuard OCTODNS = new ChangeGuard(30, 10);

  @ParameterizedTest
  @CsvSource({
    "9, 9, 9, 0", // too small a zone
    "10, 3, 3, 0", // exactly 30 %
    "10, 4, 0, 1",
    "10, 0, 4, 1",
    "10, 4, 4, 2",
    "10000, 3000, 3000, 0",
    "10000, 3001, 0, 1"
  })
  void moreThanTheShareOfALargeZoneIsAnExcess(int existing, int updated, int deleted, int found) {
    assertThat(OCTODNS.check(List.of(new Counts("example.com", existing, updated, deleted))))
        .hasSize(found);
  }

  @Test
  void updatesAndDeletionsAreJudgedApart() {
    assertThat(OCTODNS.check(List.of(new Counts("example.com", 20, 6, 7))))
        .containsExactly(new Excess("example.com", "deleted", 7, 20, 30));
  }

  @Test
  void eachZoneIsJudgedByItself() {
    assertThat(
            OCTODNS.check(List.of(new Counts("a.example", 10, 10, 0), new Counts("b", 90, 1, 1))))
        .containsExactly(new Excess("a.example", "updated", 10, 10, 30));
  }

  @Test
  void aHundredPercentIsNoLimitAndNoneAllowsNothing() {
    List<Counts> all = List.of(new Counts("example.com", 10, 0, 10));

    assertThat(new ChangeGuard(100, 1).check(all)).isEmpty();
    assertThat(new ChangeGuard(0, 1).check(List.of(new Counts("example.com", 10, 1, 0))))
        .hasSize(1);
  }
}
