package dev.meridian.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Probing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckersTest {
  private static Probing probing(int threshold, Set<CheckerRegion> regions) {
    return new Probing(Probing.STANDARD, threshold, regions, false);
  }

  @Test
  void aCheckerChangesItsVerdictAfterConsecutiveResultsOnly() {
    Checker checker = new Checker(3);

    List<Boolean> changes =
        List.of(false, false, true, false, false, false).stream().map(checker::count).toList();

    assertThat(changes).containsExactly(false, false, false, false, false, true);
    assertThat(checker.isHealthy()).isFalse();
    assertThat(List.of(true, true, false, true, true, true).stream().map(checker::count).toList())
        .containsExactly(false, false, false, false, false, true);
    assertThat(checker.isHealthy()).isTrue();
  }

  @Test
  void thresholdsBothWaysCanDiffer() {
    Checker checker = new Checker(1, 2);

    assertThat(checker.count(false)).isTrue();
    assertThat(checker.count(true)).isFalse();
    assertThat(checker.count(true)).isTrue();
  }

  @ParameterizedTest(name = "{0} regions: healthy with {1} checkers of {2}")
  @CsvSource({"8,3,16", "5,2,10", "3,2,6"})
  void moreThan18PercentOfTheCheckersAreEnough(int regions, int least, int all) {
    List<CheckerRegion> some = List.of(CheckerRegion.values()).subList(0, regions);
    Checkers checkers = Checkers.of(probing(1, EnumSet.copyOf(some)));
    assertThat(checkers.size()).isEqualTo(all);

    for (int i = 0; i < all - least; i++) {
      checkers.count(i, false);
    }
    assertThat(checkers.healthy()).isEqualTo(least);
    assertThat(checkers.isHealthy()).isTrue();

    checkers.count(all - 1, false);
    assertThat(checkers.isHealthy()).isFalse();
  }

  @Test
  void withoutDeclaredRegionsTheyAreInAll() {
    Checkers checkers = Checkers.of(probing(3, Set.of()));

    assertThat(checkers.size()).isEqualTo(16);
    assertThat(checkers.region(0)).contains(CheckerRegion.AP_NORTHEAST_1);
    assertThat(checkers.region(15)).contains(CheckerRegion.US_WEST_2);
  }

  @Test
  void aLoadBalancerIsOneChecker() {
    Checkers target = Checkers.ofTarget(2, 3);

    target.count(0, false);
    assertThat(target.isHealthy()).isTrue();
    target.count(0, false);
    assertThat(target.isHealthy()).isFalse();
    assertThat(target.region(0)).isEmpty();
  }
}
