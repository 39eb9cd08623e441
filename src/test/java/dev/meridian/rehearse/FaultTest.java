package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meridian.terraform.Progress;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformFailure;
import dev.meridian.terraform.TerraformFailure.Kind;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.RealTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real terraform, ended in the middle of an apply that takes a quarter of a minute. */
@Tag("terraform")
@Timeout(180)
class FaultTest {
  private static final String HCL =
      """
      terraform {
        required_providers {
          aws = { source = "hashicorp/aws", version = ">= 5.100, < 7" }
        }
      }
      provider "aws" { region = "us-east-1" }
      resource "aws_route53_zone" "main" { name = "example.com" }
      """;

  @TempDir Path folder;
  private final RunningProcesses processes = processes();
  private LocalAws aws;

  private static RunningProcesses processes() {
    return new RunningProcesses(
        ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL);
  }

  @BeforeEach
  void start() throws Exception {
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder));
    Files.writeString(folder.resolve("main.tf"), HCL);
    terraform(processes, Progress.Listener.NONE).init();
  }

  @AfterEach
  void stop() {
    processes.close();
  }

  @Test
  void killedItLeavesNoProviderRunningAndTheNextRunRecovers() throws Exception {
    Started apply = apply(processes);
    List<ProcessHandle> family = family();
    assertThat(family).hasSizeGreaterThanOrEqualTo(2);

    assertThat(family.get(0).destroyForcibly()).isTrue();

    assertThat(apply.failure().join().orElseThrow().kind()).isEqualTo(Kind.KILLED);
    assertThat(family).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(PATIENCE));
    terraform(processes, Progress.Listener.NONE).apply();
  }

  @Test
  void stoppedItReleasesItsLockAndKeepsWhatItDid() throws Exception {
    RunningProcesses own = processes();
    Started apply = apply(own);
    List<ProcessHandle> family = family();

    own.stopAll();

    TerraformFailure failure = apply.failure().join().orElseThrow();
    assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
    assertThat(failure.message()).contains("zone", "Run it again");
    assertThat(family).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(PATIENCE));
    assertThat(folder.resolve(".terraform.tfstate.lock.info")).doesNotExist();
    assertThat(terraform(processes, Progress.Listener.NONE).state().size()).isEqualTo(1);
    terraform(processes, Progress.Listener.NONE).apply();
  }

  @Test
  void lockedBySomebodyElseItNamesThemAndWaitsForNobody() throws Exception {
    Started apply = apply(processes);

    Terraform second = terraform(processes, Progress.Listener.NONE);
    TerraformFailure failure = failure(second::apply).orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.STATE_LOCKED);
    assertThat(failure.message())
        .contains("The stack zone is locked by", "OperationTypeApply", "force-unlock");
    assertThat(apply.failure().join()).isEmpty();
  }

  @Test
  void aFullDiskIsToldAndOnceThereIsRoomTheNextRunWorks() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0);
    try {
      Files.writeString(disk.resolve("main.tf"), HCL);
      Path data = folder.resolve("data");
      TerraformSettings settings = settings(processes).with(Map.of("TF_DATA_DIR", data.toString()));
      Terraform terraform = new Terraform("zone", disk, settings);
      terraform.init();
      Path filler = disk.resolve("filler");
      assertThat(run("dd", "if=/dev/zero", "of=" + filler, "bs=4k")).isNotZero();

      TerraformFailure failure = failure(terraform::apply).orElseThrow();
      Files.delete(filler);
      Optional<TerraformFailure> next = failure(terraform::apply);

      assertThat(failure.kind()).as(failure.message()).isEqualTo(Kind.DISK_FULL);
      assertThat(failure.message()).contains("The stack zone", "Free some space");
      assertThat(next).isEmpty();
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private static int run(String... words) throws Exception {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Optional<TerraformFailure> failure(ThrowingCallable work) {
    return Optional.ofNullable(catchThrowableOfType(TerraformFailed.class, work))
        .map(TerraformFailed::failure);
  }

  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(5);

  /** An apply that is under way. */
  private record Started(CompletableFuture<Optional<TerraformFailure>> failure) {}

  private Started apply(RunningProcesses own) throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    Terraform terraform =
        terraform(
            own,
            (stack, progress) -> {
              if (progress instanceof Progress.Resource resource
                  && resource.step() == Progress.Step.CONTINUING) {
                underWay.countDown();
              }
            });
    CompletableFuture<Optional<TerraformFailure>> failure =
        CompletableFuture.supplyAsync(() -> failure(terraform::apply));
    underWay.await();
    return new Started(failure);
  }

  /** Terraform and the provider it runs, terraform first. */
  private static List<ProcessHandle> family() {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> one.info().command().orElse("").contains("terraform"))
        .sorted()
        .toList();
  }

  private Terraform terraform(RunningProcesses own, Progress.Listener listener) throws IOException {
    return new Terraform("zone", folder, settings(own).withListener(listener));
  }

  private TerraformSettings settings(RunningProcesses own) throws IOException {
    return TerraformSettings.usual(
            TerraformBinary.find(System.getenv()).orElseThrow(),
            own,
            System.getenv(),
            folder.resolve("settings"))
        .with(aws.environment(System.getenv()))
        .with(RealTerraform.WAITS);
  }
}
