package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.RecordSet;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever names a Terraform resource stays when order and weights change. */
class StabilityTest {
  private static final int SEEDS = 200;

  @ParameterizedTest
  @ValueSource(strings = {"meridian.yaml", "examples/everything.yaml"})
  void anExamplesNamesDoNotDependOnOrderAndWeights(String file) {
    Deployment deployment = ReadDeclaration.good(Path.of(file));
    for (long seed = 0; seed < SEEDS; seed++) {
      assertStable(deployment, seed);
    }
  }

  @Test
  void anyDeploymentsNamesDoNotDependOnOrderAndWeights() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertStable(RandomDeployments.of(seed), seed);
    }
  }

  /** Not the health checks: of two that are the same, the first by name gives both its id. */
  @Test
  void aBranchMoreLeavesTheRecordsOfTheOthers() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Deployment deployment = RandomDeployments.of(seed);
      Deployment fewer = Shrinking.of(deployment, seed);

      assertThat(records(deployment)).as("seed %d", seed).containsAll(records(fewer));
    }
  }

  private static Set<String> records(Deployment deployment) {
    return Compiler.compile(deployment).plan().records().stream()
        .map(record -> withoutWeight(record).replaceAll(" if .*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertStable(Deployment deployment, long seed) {
    assertThat(identities(ShuffledDeployment.of(deployment, seed)))
        .as("seed %d", seed)
        .isEqualTo(identities(deployment));
  }

  /** Names, types, set identifiers, the checks of each, and what aliases lead to. */
  private static Set<String> identities(Deployment deployment) {
    CompiledPlan compiled = Compiler.compile(deployment);
    assertThat(compiled.problems()).isEmpty();
    Set<String> identities =
        compiled.plan().records().stream()
            .map(StabilityTest::withoutWeight)
            .collect(Collectors.toCollection(TreeSet::new));
    compiled.plan().healthChecks().forEach(check -> identities.add(PlanDump.line(check)));
    return identities;
  }

  private static String withoutWeight(RecordSet record) {
    return PlanDump.line(record).replaceAll("weight=\\d+", "weight");
  }
}
