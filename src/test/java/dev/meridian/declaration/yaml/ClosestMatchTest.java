package dev.meridian.declaration.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestMatchTest {

  @ParameterizedTest
  @CsvSource({
    "weighted, weighted, 0",
    "wieghted, weighted, 1",
    "wighted, weighted, 1",
    "weightedd, weighted, 1",
    "weighter, weighted, 1",
    "'', abc, 3",
    "ca, abc, 3"
  })
  void distanceCountsSlipsOfTheFinger(String a, String b, int slips) {
    assertThat(ClosestMatch.distance(a, b)).isEqualTo(slips);
    assertThat(ClosestMatch.distance(b, a)).isEqualTo(slips);
  }

  @Test
  void theNearestWordWins() {
    assertThat(ClosestMatch.of("eu-west-9", List.of("eu-east-9", "us-east-1", "eu-west-1")))
        .contains("eu-west-1");
    assertThat(ClosestMatch.of("eu-wset-1", List.of("eu-west-2", "eu-west-1")))
        .contains("eu-west-1");
  }

  @Test
  void capitalsAndUnderscoresAreNoSlips() {
    assertThat(ClosestMatch.of("http", List.of("HTTP", "HTTPS"))).contains("HTTP");
    assertThat(ClosestMatch.of("DNS_NAME", List.of("dns-name"))).contains("dns-name");
  }

  @Test
  void aWordOfItsOwnHasNoNeighbour() {
    assertThat(ClosestMatch.of("colour", List.of("zone", "ttl", "names"))).isEmpty();
    assertThat(ClosestMatch.of("x", List.of())).isEmpty();
  }
}
