package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldComparisonTest {
  private final FieldComparison comparison = new FieldComparison();

  @Test
  void equalTextsDoNotDiffer() {
    comparison.expect("listener 80", "port", 80, "80");

    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void aDifferenceSaysWhatIsExpectedAndWhatIsFound() {
    comparison.expect("listener 80", "rules", 0, 2L);

    assertThat(comparison.differences())
        .containsExactly(new Difference("listener 80", "rules", "0", "2"));
  }

  @Test
  void everyExpectedFieldIsComparedInOrderAndOthersAreIgnored() {
    comparison.expect(
        "group",
        new TreeMap<>(Map.of("path", "/", "port", "80", "matcher", "200")),
        Map.of("path", "/", "port", "81", "more", "x"));

    assertThat(texts())
        .containsExactly(
            "group: matcher is absent, expected 200", "group: port is 81, expected 80");
  }

  @Test
  void missingAndUndeclaredThingsDifferInTheirPresence() {
    comparison.missing("topic a");
    comparison.tooMany("listener 81");

    assertThat(texts())
        .containsExactly(
            "topic a: presence is absent, expected present",
            "listener 81: presence is present, expected absent");
  }

  private List<String> texts() {
    return comparison.differences().stream().map(Difference::toString).toList();
  }
}
