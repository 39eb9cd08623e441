package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void percentilesAreNearestRanks() {
    double[] seconds = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
    assertThat(Spread.of(seconds)).isEqualTo(new Spread(1.0, 50.0, 95.0, 100.0, 0));
  }

  @Test
  void whatDidNotHappenIsTheWorst() {
    double[] seconds = new double[10];
    Arrays.fill(seconds, 3, 10, Spread.NEVER);
    Spread spread = Spread.of(seconds);
    assertThat(spread).isEqualTo(new Spread(0.0, null, null, null, 7));
    assertThat(spread.longest()).isEmpty();
  }
}
