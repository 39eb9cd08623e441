package dev.meridian.cli.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints a text again and again: on a terminal in the same place, otherwise one after another. */
public final class WatchLoop {
  private final PrintWriter out;
  private final Runnable clear;
  private final Sleep sleep;

  /** How to wait. */
  public interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * @param clear clears the terminal; does nothing if the output is not a terminal
   */
  public WatchLoop(PrintWriter out, Runnable clear, Sleep sleep) {
    this.out = out;
    this.clear = clear;
    this.sleep = sleep;
  }

  /** Prints the lines of {@code text} until the thread is interrupted while it waits. */
  public void run(Duration interval, Callable<List<String>> text) throws Exception {
    while (true) {
      List<String> lines = text.call();
      out.flush();
      clear.run();
      lines.forEach(out::println);
      out.flush();
      try {
        sleep.sleep(interval);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
