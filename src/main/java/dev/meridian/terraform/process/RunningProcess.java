package dev.meridian.terraform.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of ours, and those it started in its process group. */
public final class RunningProcess {
  private final Process process;
  private final boolean leadsGroup;
  private final Consumer<RunningProcess> whenGone;

  RunningProcess(Process process, boolean leadsGroup, Consumer<RunningProcess> whenGone) {
    this.process = process;
    this.leadsGroup = leadsGroup;
    this.whenGone = whenGone;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public InputStream standardOutput() {
    return process.getInputStream();
  }

  public InputStream standardError() {
    return process.getErrorStream();
  }

  /** The exit code, once it has ended by itself; 128 + n where signal n ended it. */
  public int await() throws InterruptedException {
    int code = process.waitFor();
    gone();
    return code;
  }

  boolean await(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it: gracefully where it lets us, in any case at last. */
  public void stop(RunningProcesses.Patience patience) {
    try {
      // Outside a group of its own, the terminal's Ctrl-C has reached it already: do not send two.
      if (leadsGroup) {
        signal("INT", Long.toString(pid()));
      }
      if (!await(patience.afterInterrupt())) {
        process.destroy();
        await(patience.afterTerminate());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Ends it and its children at once. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    gone();
  }

  private void gone() {
    if (leadsGroup) {
      signal("KILL", "-" + pid());
    }
    whenGone.accept(this);
  }

  /** By the system's program, for Java itself can only send SIGTERM and SIGKILL. */
  private static void signal(String name, String target) {
    try {
      new ProcessBuilder("kill", "-" + name, "--", target)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // no such program: SIGTERM and SIGKILL, which follow, need none
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
