package dev.meridian.terraform.process;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes that this program started and that still run. To stop one, it sends SIGINT first,
 * so that Terraform can finish its current calls, write the state and release its lock; then
 * SIGTERM; then SIGKILL. It also stops what is left in the process group, such as provider plugins
 * of a killed Terraform.
 */
public final class RunningProcesses implements AutoCloseable {
  private final Set<RunningProcess> running = new HashSet<>();
  private final ProcessStarter starter;
  private final Patience patience;
  private final Thread hook = new Thread(this::stopAll, "stop child processes");
  private volatile boolean stopping;

  /**
   * How long to wait for a process to end.
   *
   * @param afterInterrupt from SIGINT to SIGTERM
   * @param afterTerminate from SIGTERM to SIGKILL
   */
  public record Patience(Duration afterInterrupt, Duration afterTerminate) {
    /** Enough for Terraform to wait for one slow AWS call and write its state. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  public RunningProcesses(ProcessStarter starter, Patience patience) {
    this.starter = starter;
    this.patience = patience;
  }

  /** Stops everything when this virtual machine ends, as on Ctrl-C. */
  public RunningProcesses stoppedAtExit() {
    Runtime.getRuntime().addShutdownHook(hook);
    return this;
  }

  /** Starts {@code command}. */
  public RunningProcess start(Command command) throws IOException {
    // Take the lock before the start. Otherwise, the virtual machine could end before the process
    // is in the list, and leave it behind.
    synchronized (running) {
      if (stopping) {
        throw new IOException("not started, because Meridian is stopping: " + command);
      }
      RunningProcess process =
          new RunningProcess(starter.start(command), starter.leadsGroup(), this::letGo);
      running.add(process);
      return process;
    }
  }

  /** Lets {@code process} outlive this program: stopping everything no longer stops it. */
  public void letGo(RunningProcess process) {
    synchronized (running) {
      running.remove(process);
    }
  }

  /** How long to wait for each process to end. */
  public Patience patience() {
    return patience;
  }

  public boolean stopping() {
    return stopping;
  }

  /** Stops all processes in parallel, and returns when all have ended. */
  public void stopAll() {
    List<RunningProcess> all;
    synchronized (running) {
      stopping = true;
      all = List.copyOf(running);
    }
    List<Thread> stops = all.stream().map(p -> new Thread(() -> p.stop(patience))).toList();
    stops.forEach(Thread::start);
    for (Thread stop : stops) {
      try {
        stop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        all.forEach(RunningProcess::kill);
        return;
      }
    }
  }

  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the virtual machine is ending: the hook is running or has run
    }
  }
}
