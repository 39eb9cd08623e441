package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.config.Deployment;
import dev.meridian.config.DeploymentReader;
import dev.meridian.config.StateBackend;
import dev.meridian.model.RecordSet;
import dev.meridian.plan.Compiled;
import dev.meridian.plan.Compiler;
import dev.meridian.problem.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsableTest {
  private final Deployment recipe = read("meridian.yaml");
  private final Deployment everything = read("examples/everything.yaml");

  @Test
  void theRecipeIsRehearsedAsItIs() {
    Rehearsable rehearsable = Rehearsable.of(recipe, limits(true, false));

    assertThat(rehearsable.deployment()).isEqualTo(recipe);
    assertThat(rehearsable.notes()).isEmpty();
    assertThat(rehearsable.problems()).isEmpty();
  }

  @Test
  void whatTheLocalAwsLacksIsRefusedWithAFix() {
    Rehearsable rehearsable = Rehearsable.of(everything, limits(true, false));

    assertThat(rehearsable.problems())
        .extracting(Problem::path)
        .contains(
            "regions.us-east-1.site.ipv6",
            "names.by-network",
            "health-checks.queue",
            "health-checks.switch");
    assertThat(rehearsable.problems())
        .allSatisfy(p -> assertThat(p.fix()).contains("--leave-out", "--aws-endpoint"));
  }

  @Test
  void leftOutItStillCompilesAndEveryReplacementIsTold() {
    Rehearsable rehearsable = Rehearsable.of(everything, limits(true, true));
    Compiled compiled = Compiler.compile(rehearsable.deployment());

    assertThat(rehearsable.problems()).isEmpty();
    assertThat(compiled.problems()).isEmpty();
    assertThat(rehearsable.notes())
        .anyMatch(note -> note.startsWith("regions.eu-west-1: without HTTPS"))
        .anyMatch(note -> note.startsWith("endpoints.shop: a stand-in"))
        .anyMatch(note -> note.startsWith("health-checks.queue: a stand-in"))
        .anyMatch(note -> note.startsWith("names.by-network: left out"));
    assertThat(rehearsable.deployment().state()).isInstanceOf(StateBackend.S3.class);
  }

  @Test
  void anotherEmulatorGetsEverything() {
    assertThat(Rehearsable.of(everything, limits(false, false)).problems()).isEmpty();
  }

  @Test
  void anEditChangesTheFirstWeightAndOneRecord() {
    Edit edit = Edit.of(recipe).findFirst().orElseThrow();
    Set<RecordSet> changed = new HashSet<>(Compiler.compile(edit.deployment()).plan().records());
    Compiler.compile(recipe).plan().records().forEach(changed::remove);

    assertThat(edit.text()).isEqualTo("names.api.weighted.us-east-1: 50 to 51");
    assertThat(changed)
        .singleElement()
        .extracting(record -> record.key().toString())
        .isEqualTo("api.example.com A us-east-1");
  }

  private static Rehearsable.Limits limits(boolean ours, boolean leaveOut) {
    return new Rehearsable.Limits(ours, leaveOut);
  }

  private static Deployment read(String file) {
    return new DeploymentReader(problem -> {}).read(Path.of(file)).orElseThrow();
  }
}
