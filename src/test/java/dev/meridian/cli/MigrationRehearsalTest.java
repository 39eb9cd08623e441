package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.migrate.PolicyPairs;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every pair of policies at once: one name for each, with the real provider on the strict local
 * AWS, while clients ask for all of them.
 */
@Tag("terraform")
class MigrationRehearsalTest {
  private static final String STACK = "shop-test-dns";

  /** The provider waits 10 to 30 s before it asks whether a change is in sync. */
  private static final int AT_ONCE = 400;

  /** Names whose locations leave some clients without an answer, as declared. */
  private static final Pattern UNDECLARED =
      Pattern.compile("no-default|^same-identifier[.]example[.]com AAAA");

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static Terraform dns;
  private static ZonePoller clients;
  private static Path declaration;
  private static Path plan;

  @BeforeAll
  static void createTheZone() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    clients = ZonePoller.whileTerraformWaits(aws);
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(clients.environment())
            .with(Map.of("TF_CLI_ARGS_apply", "-parallelism=" + AT_ONCE));
    declaration = folder.resolve("meridian.yaml");
    plan = folder.resolve("plan");
    dns = new Terraform("dns", folder.resolve("cdktf.out/stacks").resolve(STACK), settings);
    Files.createDirectories(folder.resolve("states"));
    Files.writeString(declaration, PolicyPairs.declaration(false));
    synth();
    dns.init();
    dns.apply();
    clients.start();
  }

  @AfterAll
  static void stop() {
    clients.close();
    processes.close();
  }

  @TestFactory
  List<DynamicTest> everyPolicyBecomesEveryOther() {
    return new Scenario()
        .needed("migrateWritesTheFirstStep", MigrationRehearsalTest::migrateWritesTheFirstStep)
        .needed("everyStepIsOneApply", MigrationRehearsalTest::everyStepIsOneApply)
        .step("aSecondPlanIsEmpty", MigrationRehearsalTest::aSecondPlanIsEmpty)
        .step("theZoneIsAsDeclared", MigrationRehearsalTest::theZoneIsAsDeclared)
        .step("everyQuestionWasAnsweredAllAlong", MigrationRehearsalTest::everyQuestionWasAnswered)
        .steps();
  }

  private static void migrateWritesTheFirstStep() throws Exception {
    Path old = folder.resolve("old.yaml");
    Files.copy(declaration, old);
    Files.writeString(declaration, PolicyPairs.declaration(true));
    Run run = migrate("--before", old.toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(folder.resolve("meridian.migration.yaml")).exists();
  }

  private static void everyStepIsOneApply() throws Exception {
    for (int step = 1; Files.exists(folder.resolve("meridian.migration.yaml")); step++) {
      assertThat(step).isLessThan(9);
      synth();
      clients.during(() -> dns.apply());
      Run run = migrate();
      assertThat(run.exitCode()).as(run.toString()).isZero();
    }
  }

  private static void aSecondPlanIsEmpty() throws Exception {
    synth();
    assertThat(dns.plan(plan)).isFalse();
  }

  private static void theZoneIsAsDeclared() {
    Run run =
        Run.of(
            "verify",
            "-c",
            declaration.toString(),
            "-o",
            output(),
            "--aws-endpoint",
            aws.endpoint().toString());
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private static String output() {
    return folder.resolve("cdktf.out").toString();
  }

  private static void everyQuestionWasAnswered() throws Exception {
    assertThat(
            clients.unanswered().stream()
                .filter(question -> !question.startsWith("record "))
                .filter(question -> !question.startsWith("_"))
                .filter(question -> !UNDECLARED.matcher(question).find()))
        .isEmpty();
    assertThat(clients.rounds()).as("rounds").isGreaterThan(20);
  }

  private static void synth() {
    Run synth =
        Run.of("synth", "-c", declaration.toString(), "-o", folder.resolve("cdktf.out").toString());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
  }

  private static Run migrate(String... more) {
    List<String> all = new ArrayList<>(List.of("migrate", "-c", declaration.toString()));
    all.addAll(PolicyPairs.names());
    all.addAll(List.of(more));
    return Run.of(all.toArray(String[]::new));
  }
}
