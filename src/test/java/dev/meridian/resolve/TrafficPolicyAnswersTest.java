package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.testing.RandomCases;
import dev.meridian.trafficpolicy.DocumentMaker;
import dev.meridian.trafficpolicy.DocumentReader;
import dev.meridian.trafficpolicy.DocumentTree;
import dev.meridian.trafficpolicy.EndpointType;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A traffic policy answers as the records do that it is made from. */
class TrafficPolicyAnswersTest {
  private static final int TREES = 1_000;
  private static final RrsetKey ROOT = new RrsetKey(RandomTree.ROOT.name(), RandomTree.ROOT.type());
  private static final Value ZONE = Value.literal("Z35SXDOTRQ7X7K");

  @Test
  void documentAndRecordsAnswerAlikeForRandomTrees() throws JsonProcessingException {
    int compared = 0;
    int nested = 0;
    for (long seed = 0; compared < TREES; seed++) {
      RandomTree tree = withRealLoadBalancers(RandomTree.grow(RandomCases.random(seed)));
      Optional<PolicyDocument> document = document(tree);
      if (document.isEmpty()) {
        assertThat(isExpressible(tree)).as("seed %d", seed).isFalse();
        continue;
      }
      compared++;
      nested += document.get().rules().size() > 1 ? 1 : 0;
      String json = json(document.get());
      Map<DnsResult, ?> answers = answers(tree, tree.records());
      assertThat(answers(tree, DocumentRecords.of(json, ROOT, 60)))
          .as("seed %d, read independently: %s", seed, json)
          .isEqualTo(answers);
      assertThat(DocumentReader.read(json))
          .as("seed %d, read again", seed)
          .isEqualTo(document.get());
      List<RecordSet> expanded = Expansion.of(document.get(), ROOT, RandomTree.ZONE, 60).records();
      assertThat(answers(tree, expanded)).as("seed %d, expanded", seed).isEqualTo(answers);
    }
    assertThat(nested).as("trees with several rules").isGreaterThan(TREES / 5);
  }

  private static Map<DnsResult, ?> answers(RandomTree tree, List<RecordSet> records) {
    return tree.with(records).answer().distribution();
  }

  private static Optional<PolicyDocument> document(RandomTree tree) {
    RoutingPlan plan = tree.plan();
    try {
      return Optional.of(
          new DocumentMaker(RandomTree.ZONE, plan.groups(), Map.of(), EndpointType::of)
              .make(ROOT)
              .document());
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static boolean isExpressible(RandomTree tree) {
    return tree.records().stream()
        .allMatch(
            record ->
                switch (record.policy().kind()) {
                  case IP_BASED, AZ_AFFINITY -> false;
                  case SIMPLE ->
                      record.group().equals(ROOT)
                          && record.healthCheckId().isEmpty()
                          && record.data() instanceof RecordData.Values;
                  case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, MULTIVALUE -> true;
                });
  }

  private static String json(PolicyDocument document) throws JsonProcessingException {
    DocumentTree tree =
        new DocumentTree(Value::toString, Function.identity(), UnaryOperator.identity());
    return new JsonMapper().writeValueAsString(tree.of(document));
  }

  private static RandomTree withRealLoadBalancers(RandomTree tree) {
    HealthState health =
        new HealthState(
            tree.health().unhealthyChecks(),
            tree.health().unhealthyResources().stream()
                .map(TrafficPolicyAnswersTest::real)
                .collect(Collectors.toSet()));
    return tree.with(health)
        .map(
            record ->
                record.data() instanceof RecordData.ResourceAlias alias
                    ? new RecordSet(
                        record.key(),
                        record.policy(),
                        new RecordData.ResourceAlias(
                            real(alias.dnsName()), ZONE, alias.evaluateTargetHealth()),
                        record.healthCheck())
                    : record);
  }

  private static Value real(Value balancer) {
    return Value.literal(balancer.toString().replace(".elb.", ".us-east-1.elb."));
  }
}
