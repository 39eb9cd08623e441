package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.testing.RandomCases;
import dev.meridian.trafficpolicy.DocumentReader;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A traffic policy answers as the records do that it is made from. */
class TrafficPolicyAnswersTest {
  private static final int TREES = 1_000;

  @Test
  void documentAndRecordsAnswerAlikeForRandomTrees() throws JsonProcessingException {
    int compared = 0;
    int nested = 0;
    for (long seed = 0; compared < TREES; seed++) {
      RandomTree tree =
          RandomPolicy.withRealLoadBalancers(RandomTree.grow(RandomCases.random(seed)));
      Optional<PolicyDocument> document = RandomPolicy.document(tree);
      if (document.isEmpty()) {
        assertThat(isExpressible(tree)).as("seed %d", seed).isFalse();
        continue;
      }
      compared++;
      nested += document.get().rules().size() > 1 ? 1 : 0;
      String json = new RandomPolicy(tree, document.get()).json(Function.identity());
      Map<DnsResult, ?> answers = answers(tree, tree.records());
      assertThat(answers(tree, DocumentRecords.of(json, RandomPolicy.ROOT, 60)))
          .as("seed %d, read independently: %s", seed, json)
          .isEqualTo(answers);
      assertThat(DocumentReader.read(json))
          .as("seed %d, read again", seed)
          .isEqualTo(document.get());
      List<RecordSet> expanded =
          Expansion.of(document.get(), RandomPolicy.ROOT, RandomTree.ZONE, 60).records();
      assertThat(answers(tree, expanded)).as("seed %d, expanded", seed).isEqualTo(answers);
    }
    assertThat(nested).as("trees with several rules").isGreaterThan(TREES / 5);
  }

  private static Map<DnsResult, ?> answers(RandomTree tree, List<RecordSet> records) {
    return tree.with(records).answer().distribution();
  }

  private static boolean isExpressible(RandomTree tree) {
    return tree.records().stream()
        .allMatch(
            record ->
                switch (record.policy().kind()) {
                  case IP_BASED, AZ_AFFINITY -> false;
                  case SIMPLE ->
                      record.group().equals(RandomPolicy.ROOT)
                          && record.healthCheckId().isEmpty()
                          && record.data() instanceof RecordData.Values;
                  case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, MULTIVALUE -> true;
                });
  }
}
