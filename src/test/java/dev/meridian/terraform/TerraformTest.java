package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.terraform.TerraformFailure.Kind;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.FakeTerraform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How runs of terraform end, with a script in its place. */
@Timeout(30)
class TerraformTest {
  @TempDir Path folder;
  private FakeTerraform fake;

  @BeforeEach
  void prepare() {
    fake = FakeTerraform.in(folder);
  }

  @Test
  void aPlanWithChangesIsNoFailure() throws Exception {
    assertThat(fake.doing("exit 2").plan(folder.resolve("p"))).isTrue();
    assertThat(fake.doing("exit 0").plan(folder.resolve("p"))).isFalse();
  }

  @Test
  void progressIsHeardAsItHappens() throws Exception {
    List<Progress> heard = Collections.synchronizedList(new ArrayList<>());
    Terraform terraform =
        fake.doing(
            """
            echo '{"type":"apply_start","hook":{"resource":{"addr":"a.b"},"action":"create"}}'
            echo '{"type":"apply_complete","hook":{"resource":{"addr":"a.b"},"action":"create","elapsed_seconds":7}}'
            echo 'plain'
            """,
            (stack, progress) -> heard.add(progress));

    terraform.apply();

    assertThat(heard)
        .containsExactly(
            new Progress.Resource(Progress.Step.STARTED, "a.b", "create", Duration.ZERO),
            new Progress.Resource(Progress.Step.COMPLETE, "a.b", "create", Duration.ofSeconds(7)),
            new Progress.Line("plain"));
  }

  @Test
  void garbageIsQuotedInTheFailure() throws Exception {
    Terraform terraform = fake.doing("echo '{\"type\": broken'; echo '\\001 oops' >&2; exit 3");

    TerraformFailure failure = failure(terraform::apply);

    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(failure.message()).contains("exit code 3", "broken", "oops");
  }

  @Test
  void outputsThatAreNoJsonAreRefused() throws Exception {
    assertThat(failure(fake.doing("echo nonsense")::outputs).message())
        .contains("shop-dns", "nonsense");
  }

  @Test
  void aProgramThatCannotBeStartedIsNamed() {
    TerraformSettings settings =
        new TerraformSettings(
            new TerraformBinary(folder.resolve("missing")),
            new RunningProcesses(
                new ProcessStarter.SessionStarter(List.of()), fake.processes().patience()),
            new TreeMap<>(),
            Progress.Listener.NONE);

    assertThat(failure(new Terraform("shop-dns", folder, settings)::init).message())
        .contains("missing", "No such file");
  }

  @Test
  void aTerraformThatIsKilledLeavesNoChild() throws Exception {
    Terraform terraform = fake.doing("sleep 1000 & echo $! > child; kill -KILL $$");

    TerraformFailure failure = failure(terraform::apply);

    assertThat(failure.kind()).isEqualTo(Kind.KILLED);
    assertGone(Long.parseLong(fake.written("child")));
  }

  @Test
  void anInterruptReachesItOnceAndLetsItFinish() throws Exception {
    Terraform terraform =
        fake.doing("trap 'echo INT >> signals; exit 1' INT; echo up > up; sleep 1000 & wait");
    Thread caller =
        new Thread(
            () -> assertThatThrownBy(terraform::apply).isInstanceOf(InterruptedException.class));
    caller.start();
    fake.written("up");

    caller.interrupt();
    caller.join();

    assertThat(fake.written("signals")).isEqualTo("INT");
  }

  @Test
  void oneThatIgnoresAllSignalsIsKilled() throws Exception {
    Terraform terraform = fake.doing("trap '' INT TERM; echo $$ > up; while :; do sleep 1; done");
    CompletableFuture<TerraformFailure> failure =
        CompletableFuture.supplyAsync(() -> failure(terraform::apply));
    long pid = Long.parseLong(fake.written("up"));

    fake.processes().stopAll();

    assertThat(failure.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.INTERRUPTED);
    assertGone(pid);
  }

  @Test
  void nothingStartsWhileEverythingIsBeingStopped() throws Exception {
    fake.processes().stopAll();

    assertThat(failure(fake.doing("echo up > up")::apply).kind()).isEqualTo(Kind.INTERRUPTED);
    assertThat(folder.resolve("up")).doesNotExist();
  }

  private interface Run {
    void run() throws Exception;
  }

  private static TerraformFailure failure(Run run) {
    return catchThrowableOfType(TerraformFailed.class, run::run).failure();
  }

  private static void assertGone(long pid) throws InterruptedException {
    for (int i = 0; i < 100 && alive(pid); i++) {
      Thread.sleep(20);
    }
    assertThat(alive(pid)).isFalse();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
