package dev.meridian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.RealTerraform;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of {@code docs/changes.md}: each kind of edit, applied with the real AWS provider
 * while clients ask. Most of the time, the provider waits; so the stacks are applied side by side.
 */
@Tag("terraform")
class EditsTest {
  /** More than there are changes, so that no deletion waits for its turn behind an addition. */
  private static final String ALL_AT_ONCE = "-parallelism=300";

  private static final String LIFECYCLE = "(?m)^ *lifecycle \\{[^}]*\\}\n";

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static final List<WorstOrder> ORDERS = new ArrayList<>();
  private static EditedStack smooth;
  private static EditedStack others;
  private static EditedStack unordered;
  private static EditedStack migrated;
  private static EditedStack renamed;
  private static EditedStack adopted;
  private static List<EditedStack> stacks;

  @BeforeAll
  static void createTheStacks() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(RealTerraform.WAITS) // what comes before what depends on it
            .with(Map.of("TF_CLI_ARGS_apply", ALL_AT_ONCE));
    Edit.All all = Edit.read();
    smooth =
        stack("smooth", all, edit -> isShared(edit) && edit.isSmooth(), UnaryOperator.identity());
    others =
        stack("others", all, edit -> isShared(edit) && !edit.isSmooth(), UnaryOperator.identity());
    unordered =
        stack(
            "unordered",
            all,
            edit -> edit.names().contains("pointing"),
            stack -> stack.replaceAll(LIFECYCLE, ""));
    migrated = stack("migrated", all);
    renamed = stack("renamed", all);
    adopted = stack("adopted", all);
    stacks = List.of(smooth, others, unordered, migrated, renamed, adopted);
    for (EditedStack stack : stacks) {
      stack.declare(false);
      stack.synthesize();
    }
    together(stacks.stream().<Work>map(stack -> stack::create).toList());
    for (EditedStack stack : stacks) {
      stack.declare(true);
      if (!stack.equals(migrated)) {
        stack.synthesize();
      }
    }
  }

  private static boolean isShared(Edit edit) {
    return edit.stack().isEmpty();
  }

  private static EditedStack stack(String name, Edit.All all) throws IOException {
    return stack(name, all, edit -> edit.stack().equals(name), UnaryOperator.identity());
  }

  private static EditedStack stack(
      String name, Edit.All all, Predicate<Edit> selection, UnaryOperator<String> change)
      throws IOException {
    ZoneClients clients = new ZoneClients(aws.access(), EditedStack.zone(name), System::nanoTime);
    WorstOrder order = new WorstOrder(aws.endpoint(), clients::ask);
    ORDERS.add(order);
    return new EditedStack(
        name,
        all,
        all.edits().stream().filter(selection).toList(),
        folder.resolve(name),
        settings.with(Map.of("AWS_ENDPOINT_URL", order.endpoint().toString())).withListener(order),
        clients,
        change);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void together(List<Work> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (Work one : work) {
        calls.add(
            () -> {
              one.run();
              return true;
            });
      }
      for (Future<Boolean> one : threads.invokeAll(calls)) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @AfterAll
  static void stop() {
    ORDERS.forEach(WorstOrder::close);
    processes.close();
  }

  @TestFactory
  List<DynamicTest> edits() {
    Scenario scenario = new Scenario().needed("everyEditIsApplied", EditsTest::everyEditIsApplied);
    for (EditedStack stack : List.of(smooth, migrated, renamed, adopted)) {
      for (Edit edit : stack.edits()) {
        scenario.step(
            edit.title() + ": every question keeps its answer",
            () -> assertThat(stack.without(edit)).isEmpty());
      }
    }
    for (Edit edit : others.edits()) {
      scenario.step(edit.title() + ": as documented", () -> isAsDocumented(edit));
    }
    return scenario
        .step("oneApplyMakesAllEditsThatTheTablesCallSmooth", EditsTest::oneApplyIsEnough)
        .step("aMigrationTakesAsManyAppliesAsTheTablesSay", EditsTest::aMigrationIsDone)
        .step("anAdoptedZoneIsForgotten", EditsTest::theAdoptedZoneIsForgotten)
        .step("noAnswerIsMissingThatNoEditExplains", EditsTest::noAnswerIsMissingOtherwise)
        .step("aMissingOrderWouldBeNoticed", EditsTest::aMissingOrderWouldBeNoticed)
        .step("aSecondApplyMakesTheEditsThatNeedTwo", EditsTest::aSecondApply)
        .steps();
  }

  private static void everyEditIsApplied() throws Exception {
    together(
        List.of(
            smooth::edit,
            others::edit,
            unordered::edit,
            migrated::migrate,
            renamed::edit,
            adopted::edit));

    assertThat(stacks)
        .filteredOn(stack -> !stack.equals(others))
        .allSatisfy(stack -> assertThat(stack.errors()).isEmpty());
    assertThat(others.errors())
        .as("every error is one that an edit expects")
        .allSatisfy(
            error ->
                assertThat(others.edits())
                    .anyMatch(edit -> !edit.refused().isEmpty() && error.contains(edit.refused())));
  }

  private static void isAsDocumented(Edit edit) {
    if (!edit.refused().isEmpty()) {
      assertThat(others.errors()).anyMatch(error -> error.contains(edit.refused()));
    }
    if (edit.gap().isEmpty()) {
      assertThat(others.without(edit)).isEmpty();
    } else {
      assertThat(others.without(edit)).isNotEmpty();
    }
  }

  private static void oneApplyIsEnough() throws Exception {
    for (EditedStack stack : List.of(smooth, renamed, adopted)) {
      assertThat(stack.applies()).isOne();
      assertThat(stack.remaining()).isEmpty();
    }
  }

  private static void aMigrationIsDone() throws Exception {
    assertThat(migrated.applies())
        .isEqualTo(migrated.edits().stream().mapToInt(Edit::applies).max().orElseThrow());
    assertThat(migrated.remaining()).isEmpty();
  }

  /** The zone is still there, and its records are those of the declaration. */
  private static void theAdoptedZoneIsForgotten() throws Exception {
    assertThat(adopted.resources("aws_route53_zone")).isEmpty();
    assertThat(adopted.resources("aws_route53_record"))
        .containsExactly(
            "aws_route53_record._meridian_kept__txt",
            "aws_route53_record.kept_b",
            "aws_route53_record.kept_checked");
    assertThat(renamed.resources("aws_route53_zone")).hasSize(1);
  }

  private static void noAnswerIsMissingOtherwise() {
    for (EditedStack stack : List.of(smooth, others, migrated, renamed, adopted)) {
      assertThat(stack.without().keySet())
          .allMatch(
              question ->
                  stack.edits().stream()
                      .flatMap(edit -> edit.names().stream())
                      .anyMatch(name -> question.startsWith(name + ".")));
    }
  }

  /** Without create_before_destroy, the target of an alias is deleted before the alias moves. */
  private static void aMissingOrderWouldBeNoticed() {
    assertThat(unordered.without())
        .containsKey("pointing.unordered.example A from unknown clients")
        .allSatisfy((question, seconds) -> assertThat(seconds).isPositive());
  }

  private static void aSecondApply() throws Exception {
    others.edit();

    List<String> remaining = others.remaining();
    for (Edit edit : others.edits()) {
      boolean left =
          remaining.stream()
              .anyMatch(address -> edit.resources().stream().anyMatch(address::contains));
      assertThat(left).as(edit.title()).isEqualTo(edit.applies() == 0);
    }
  }
}
