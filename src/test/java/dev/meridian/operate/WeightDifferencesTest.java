package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.AllowedWeights;
import dev.meridian.declaration.RampPositions;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.HashMap;
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
  void allWeightsOfARampBelongToOneStage() {
    RecordKey other = new RecordKey(new RrsetKey(KEY.group().name(), RecordType.AAAA), "us-east-1");
    RampPositions ramp =
        new RampPositions(
            KEY.group().name(),
            new AllowedWeights(new TreeSet<>(List.of(0, 1, 5))),
            List.of(Map.of(KEY, 0, other, 0), Map.of(KEY, 1, other, 1), Map.of(KEY, 5, other, 5)));

    assertThat(WeightDifferences.mixed(List.of(ramp), weights(KEY, 5, other, 5))).isEmpty();
    assertThat(WeightDifferences.mixed(List.of(ramp), weights(KEY, 5, other, 1)))
        .extracting(Difference::toString)
        .containsExactly(
            "ramp of api.example.com: stage is mixed (A us-east-1 5, AAAA us-east-1 1),"
                + " expected 0, 1, or 5 percent in all record sets");
    assertThat(WeightDifferences.mixed(List.of(ramp), weights(KEY, 5, other, 4)))
        .as("a weight of no stage is reported already")
        .isEmpty();
    assertThat(WeightDifferences.mixed(List.of(ramp), weights(KEY, 5, KEY, 5)))
        .as("a missing record set is reported already")
        .isEmpty();
  }

  private static RoutingPlan weights(RecordKey one, int weight, RecordKey other, int another) {
    Map<RecordKey, RecordSet> records = new HashMap<>();
    records.put(one, record(one, weight));
    records.put(other, record(other, another));
    return new RoutingPlan(
        new DnsName("example.com"), List.copyOf(records.values()), List.of(), List.of());
  }

  private static RecordSet record(RecordKey key, int weight) {
    String address = key.group().type() == RecordType.A ? "203.0.113.1" : "2001:db8::1";
    return new RecordSet(
        key,
        new RoutingPolicy.Weighted(weight),
        new RecordData.Values(60, List.of(Value.literal(address))),
        null);
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
