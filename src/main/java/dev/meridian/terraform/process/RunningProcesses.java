package dev.meridian.terraform.process;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes this program started and that still run. Ending one is graceful first: SIGINT, on
 * which terraform finishes the calls it is in, writes the state and releases its lock; then
 * SIGTERM; then SIGKILL. Whatever it left in its process group, such as provider plugins of a
 * terraform that was killed, is ended too.
 */
public final class RunningProcesses implements AutoCloseable {
  private final Set<RunningProcess> running = new HashSet<>();
  private final ProcessStarter starter;
  private final Patience patience;
  private final Thread hook = new Thread(this::stopAll, "stop child processes");
  private volatile boolean stopping;

  /**
   * How long a process may take.
   *
   * @param afterInterrupt from SIGINT to SIGTERM
   * @param afterTerminate from SIGTERM to SIGKILL
   */
  public record Patience(Duration afterInterrupt, Duration afterTerminate) {
    /** Enough for terraform to wait for one slow AWS call and write its state. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  public RunningProcesses(ProcessStarter starter, Patience patience) {
    this.starter = starter;
    this.patience = patience;
  }

  /** Also stops everything when this virtual machine ends, as it does on Ctrl-C. */
  public RunningProcesses stoppedAtExit() {
    Runtime.getRuntime().addShutdownHook(hook);
    return this;
  }

  /** Starts {@code command}; refused while everything is being stopped. */
  public RunningProcess start(Command command) throws IOException {
    // Under the lock from before the start: otherwise the virtual machine could end between the
    // start and the entry in the list, and leave the process behind.
    synchronized (running) {
      if (stopping) {
        throw new IOException("not started, for everything is being stopped: " + command);
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

  /** How long each may take to end. */
  public Patience patience() {
    return patience;
  }

  public boolean stopping() {
    return stopping;
  }

  /** Stops all side by side, and returns when none is left. */
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
      // the virtual machine is ending: the hook runs or ran, and has nothing left to stop
    }
  }
}
