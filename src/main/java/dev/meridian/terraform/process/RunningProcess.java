package dev.meridian.terraform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that Meridian started, with the processes in its group. */
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

  public OutputStream standardInput() {
    return process.getOutputStream();
  }

  public InputStream standardOutput() {
    return process.getInputStream();
  }

  public InputStream standardError() {
    return process.getErrorStream();
  }

  /** Waits until the process has ended, and returns the exit code; 128 + n if signal n ended it. */
  public int await() throws InterruptedException {
    int code = process.waitFor();
    gone();
    return code;
  }

  boolean await(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops the process: gracefully if possible, and by force otherwise. */
  public void stop(RunningProcesses.Patience patience) {
    try {
      // Without its own group, the process already got the terminal's Ctrl-C. Do not send a second
      // one.
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

  /** Kills the process and its children. */
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

  /** Uses the system's kill program, because Java can send only SIGTERM and SIGKILL. */
  private static void signal(String name, String target) {
    try {
      new ProcessBuilder("kill", "-" + name, "--", target)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // there is no kill program; SIGTERM and SIGKILL, which follow, do not need it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
