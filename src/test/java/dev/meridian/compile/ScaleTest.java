package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.weight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.model.PolicyKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void aHundredGroupsOfAHundredRecordsCompileWithoutAProblem() {
    CompiledPlan compiled = Compiler.compile(groups(100));

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.warnings())
        .as("the ownership record of the zone is one more than the quota")
        .singleElement()
        .satisfies(one -> assertThat(one.problem().what()).contains("10001 records"));
    assertThat(compiled.plan().records()).hasSize(10_000);
  }

  @Test
  void aGroupOfMoreThanAHundredIsRefused() {
    assertThat(Compiler.compile(groups(101)).problems())
        .hasSize(100)
        .allMatch(problem -> problem.what().equals("has 101 weighted records, more than 100"));
  }

  /** A hundred weighted names over so many addresses each. */
  static Deployment groups(int size) {
    DeclaredPlans declared = DeclaredPlans.zone("example.com");
    for (int i = 0; i < size; i++) {
      declared.addresses("server-" + i, "203.0.113." + i);
    }
    List<Branch> branches =
        IntStream.range(0, size).mapToObj(i -> weight("server-" + i, 1 + i)).toList();
    IntStream.range(0, 100)
        .forEach(i -> declared.name("n" + i, DeclaredPlans.tree(PolicyKind.WEIGHTED, branches)));
    return declared.deployment();
  }
}
