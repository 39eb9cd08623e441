package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.operate.MultiStackPlan.StackPlan;
import dev.meridian.operate.MultiStackPlan.Status;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiStackPlanTest {
  private static final String US = "shop-test-us-east-1";
  private static final String EU = "shop-test-eu-west-1";
  private static final String DNS = "shop-test-dns";
  private static final Path FAILURES =
      Path.of("src/test/resources/dev/meridian/terraform/failures");
  private static final String UPDATE =
      """
      {"format_version": "1.2", "planned_values": {"root_module": {}},
       "resource_changes": [{"address": "aws_lb.alb", "type": "aws_lb",
         "change": {"actions": ["update"], "before": {"name": "a"}, "after": {"name": "b"}}}]}
      """;

  @TempDir private Path folder;
  private FakeStacks stacks;

  @BeforeEach
  void start() throws IOException {
    stacks =
        FakeStacks.in(
            folder,
            ReadDeclaration.good(
                """
                application: shop
                environment: test
                zone: example.com
                regions: [us-east-1, eu-west-1]
                names: {www: {weighted: {us-east-1: 1, eu-west-1: 1}}}
                """));
  }

  @Test
  void stacksWithoutChangesMakeAnEmptyPlan() throws Exception {
    MultiStackPlan plan = plan(US, EU, DNS);

    assertThat(plan.stacks())
        .extracting(StackPlan::stack, StackPlan::status)
        .containsExactly(
            tuple(US, Status.PLANNED), tuple(EU, Status.PLANNED), tuple(DNS, Status.PLANNED));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.failed()).isFalse();
  }

  @Test
  void onlyTheWantedStacksArePlannedInTheOrderAsked() throws Exception {
    assertThat(plan(EU, US).stacks()).extracting(StackPlan::stack).containsExactly(EU, US);
    assertThat(stacks.stacks().directory(DNS).resolve("log")).doesNotExist();
  }

  @Test
  void aStackWithChangesShowsThem() throws Exception {
    stacks.write(EU, "plan.json", UPDATE);

    MultiStackPlan plan = plan(US, EU);

    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.stacks().get(0).summary().isEmpty()).isTrue();
    assertThat(plan.stacks().get(1).summary().of(Action.UPDATE))
        .extracting(PlanSummary.Change::address)
        .containsExactly("aws_lb.alb");
    assertThat(plan.stacks().get(1).reason()).isNull();
  }

  @Test
  void whatOnlyTheEmulatorShowsIsLeftOut() throws Exception {
    stacks.write(EU, "plan.json", UPDATE);
    EmulatorDifferences excused =
        EmulatorDifferences.parse("type,attribute,reason\naws_lb,name,forgets it\n");

    assertThat(MultiStackPlan.of(stacks.stacks(), List.of(EU), excused).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "remote-state-missing, NOT_YET",
    "remote-output-missing, NOT_YET",
    "remote-list-too-short, NOT_YET",
    "credentials-refused, FAILED",
    "not-initialized, FAILED",
    "state-locked, FAILED",
    "endpoint-unreachable, FAILED",
    "disk-full, FAILED"
  })
  void aStackThatWaitsForAnotherIsToldApartFromOneThatFails(String failure, Status status)
      throws Exception {
    stacks.write(
        DNS, "failure.jsonl", Files.readString(FAILURES.resolve(failure + ".jsonl")) + "\n");

    MultiStackPlan plan = plan(US, DNS);

    assertThat(plan.stacks().get(0).status()).isEqualTo(Status.PLANNED);
    assertThat(plan.stacks().get(1).status()).isEqualTo(status);
    assertThat(plan.stacks().get(1).reason()).startsWith("The stack " + DNS);
    assertThat(plan.failed()).isEqualTo(status == Status.FAILED);
  }

  @Test
  void aStackThatWaitsForAnotherIsNotWithoutChanges() throws Exception {
    stacks.write(
        DNS, "failure.jsonl", Files.readString(FAILURES.resolve("remote-state-missing.jsonl")));

    assertThat(plan(DNS).isEmpty()).isFalse();
  }

  @Test
  void aStackIsInitializedOnceAndPlannedWithoutALock() throws Exception {
    plan(US);
    plan(US);

    assertThat(stacks.runs(US))
        .extracting(run -> run.replaceAll("-out=\\S+", "-out=FILE"))
        .containsExactly(
            "init -input=false -no-color",
            "plan -json -input=false -detailed-exitcode -out=FILE -lock=false",
            "plan -json -input=false -detailed-exitcode -out=FILE -lock=false");
  }

  @Test
  void thePlanFileIsDeletedBecauseItCanHoldSecrets() throws Exception {
    stacks.write(US, "plan.json", UPDATE);

    plan(US);

    String out = stacks.runs(US).get(1).replaceAll(".*-out=(\\S+).*", "$1");
    assertThat(Path.of(out)).isAbsolute().doesNotExist();
  }

  private MultiStackPlan plan(String... wanted) throws Exception {
    return MultiStackPlan.of(stacks.stacks(), List.of(wanted), EmulatorDifferences.NONE);
  }
}
