package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.AwsAccess;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.ProgressLines;
import dev.meridian.operate.StackSet;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.ReadDeclaration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an interrupt would name, while a shell script is in terraform's place. */
@Timeout(60)
class RehearsalProgressTest {
  private static final String REGION = "shop-test-eu-west-1";
  private static final String DNS = "shop-test-dns";
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [eu-west-1]
      names: {www: {simple: eu-west-1}}
      """;

  @TempDir Path folder;

  @Test
  void aStackThatHasFinishedIsNoLongerUnderWay() throws Exception {
    CountDownLatch dnsDone = new CountDownLatch(1);
    ProgressLines progress =
        new ProgressLines(
            line -> {
              if (line.contains(DNS) && line.contains("plan again done")) {
                dnsDone.countDown();
              }
            },
            System::nanoTime);
    try (RunningProcesses processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)) {
      Rehearsal rehearsal =
          rehearsal(
              processes,
              progress,
              "case $PWD in *eu-west-1) until [ -e go ]; do sleep 0.02; done ;; esac");
      CompletableFuture<Void> planned = CompletableFuture.runAsync(() -> planAgain(rehearsal));
      dnsDone.await();

      assertThat(progress.underWay()).containsExactly(REGION);

      Files.createFile(folder.resolve("stacks").resolve(REGION).resolve("go"));
      planned.get();
      assertThat(progress.underWay()).isEmpty();
    }
  }

  /** A local AWS that is gone takes what failed with it, so that is named. */
  @Test
  void aStackThatHasFailedIsAmongThoseThatCannotGoOn() throws Exception {
    ProgressLines progress = new ProgressLines(line -> {}, System::nanoTime);
    try (RunningProcesses processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)) {
      Rehearsal rehearsal = rehearsal(processes, progress, "case $PWD in *-dns) exit 1 ;; esac");

      assertThatThrownBy(rehearsal::planAgain).isInstanceOf(StacksFailed.class);

      assertThat(progress.underWay()).containsExactly(DNS);
    }
  }

  private static void planAgain(Rehearsal rehearsal) {
    try {
      rehearsal.planAgain();
    } catch (StacksFailed | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Rehearsal rehearsal(RunningProcesses processes, ProgressLines progress, String script)
      throws Exception {
    Path program = Files.writeString(folder.resolve("terraform"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    TerraformSettings settings =
        new TerraformSettings(new TerraformBinary(program), processes, new TreeMap<>(), progress);
    Deployment deployment = ReadDeclaration.good(DECLARED);
    StackSet stacks = new StackSet(deployment, folder, settings);
    for (String stack : stacks.all()) {
      Files.createDirectories(stacks.directory(stack));
    }
    return new Rehearsal(
        stacks,
        Compiler.compile(deployment).plan(),
        AwsAccess.emulator(URI.create("http://127.0.0.1:1")),
        EmulatorDifferences.NONE,
        progress,
        null);
  }
}
