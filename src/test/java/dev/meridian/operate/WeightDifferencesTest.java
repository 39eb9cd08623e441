package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.AllowedWeights;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightDifferencesTest {
  private static final RecordKey KEY =
      new RecordKey(new RrsetKey(new DnsName("api.example.com"), RecordType.A), "us-east-1");
  private static final Map<RecordKey, AllowedWeights> BOUNDS =
      Map.of(
          KEY,
          new AllowedWeights(
              IntStream.rangeClosed(20, 200)
                  .boxed()
                  .collect(Collectors.toCollection(TreeSet::new))));

  private static List<String> outside(Difference... differences) {
    return WeightDifferences.outside(BOUNDS, List.of(differences)).stream()
        .map(Difference::toString)
        .toList();
  }

  private static Difference weight(String found) {
    return new Difference("record " + KEY, "weight", "128", found);
  }

  @Test
  void aWeightWithinItsBoundsIsAsDeclared() {
    assertThat(outside(weight("20"), weight("200"), weight("77"))).isEmpty();
  }

  @Test
  void aWeightOutsideItsBoundsIsReportedWithThem() {
    assertThat(outside(weight("19"), weight("201")))
        .containsExactly(
            "record api.example.com A us-east-1: weight is 19, expected 20 to 200",
            "record api.example.com A us-east-1: weight is 201, expected 20 to 200");
  }

  @Test
  void onlyTheWeightsOfStagesAreAsDeclared() {
    Map<RecordKey, AllowedWeights> stages =
        Map.of(KEY, new AllowedWeights(new TreeSet<>(List.of(0, 1, 5, 100))));

    assertThat(WeightDifferences.outside(stages, List.of(weight("0"), weight("5"), weight("100"))))
        .isEmpty();
    assertThat(WeightDifferences.outside(stages, List.of(weight("4"))))
        .extracting(Difference::toString)
        .containsExactly(
            "record api.example.com A us-east-1: weight is 4, expected 0, 1, 5, or 100");
  }

  @Test
  void anotherPolicyIsReported() {
    assertThat(outside(weight(Difference.ABSENT)))
        .containsExactly(
            "record api.example.com A us-east-1: weight is absent, expected 20 to 200");
  }

  @Test
  void otherFieldsAndOtherRecordSetsAreReported() {
    Difference field = new Difference("record " + KEY, "health check", "a", "b");
    Difference other = new Difference("record www.example.com A us-east-1", "weight", "1", "2");

    assertThat(WeightDifferences.outside(BOUNDS, List.of(field, other)))
        .containsExactly(field, other);
  }
}
