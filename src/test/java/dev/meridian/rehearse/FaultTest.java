package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.terraform.ProcessStarter;
import dev.meridian.terraform.Progress;
import dev.meridian.terraform.RunningProcesses;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformFailure;
import dev.meridian.terraform.TerraformFailure.Kind;
import dev.meridian.terraform.TerraformSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
            LocalAwsProgram.in(Path.of(""), processes), processes, LocalAws.Options.in(folder));
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

    assertThat(apply.failure().join().kind()).isEqualTo(Kind.KILLED);
    assertThat(family).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(PATIENCE));
    terraform(processes, Progress.Listener.NONE).apply();
  }

  @Test
  void stoppedItReleasesItsLockAndKeepsWhatItDid() throws Exception {
    RunningProcesses own = processes();
    Started apply = apply(own);
    List<ProcessHandle> family = family();

    own.stopAll();

    TerraformFailure failure = apply.failure().join();
    assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
    assertThat(failure.message()).contains("zone", "Run it again");
    assertThat(family).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(PATIENCE));
    assertThat(folder.resolve(".terraform.tfstate.lock.info")).doesNotExist();
    assertThat(terraform(processes, Progress.Listener.NONE).show().size()).isEqualTo(1);
    terraform(processes, Progress.Listener.NONE).apply();
  }

  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(5);

  /** An apply that is under way. */
  private record Started(CompletableFuture<TerraformFailure> failure) {}

  private Started apply(RunningProcesses own) throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    Terraform terraform =
        terraform(
            own,
            (stack, progress) -> {
              if (progress instanceof Progress.Resource resource
                  && resource.step() == Progress.Step.GOING_ON) {
                underWay.countDown();
              }
            });
    CompletableFuture<TerraformFailure> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(TerraformFailed.class, terraform::apply).failure());
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
    TerraformSettings settings =
        TerraformSettings.usual(
            TerraformBinary.find(System.getenv()).orElseThrow(),
            own,
            System.getenv(),
            folder.resolve("settings"));
    return new Terraform("zone", folder, settings.with(aws.environment()).heardBy(listener));
  }
}
