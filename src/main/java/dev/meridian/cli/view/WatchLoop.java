package dev.meridian.cli.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints a text again and again: on a terminal in the same place, otherwise one after another. */
public final class WatchLoop {
  /** Moves to the first line and clears the screen (ECMA-48, CUP and ED). */
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final PrintWriter out;
  private final boolean terminal;
  private final Sleep sleep;

  /** How to wait. */
  public interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  public WatchLoop(PrintWriter out, boolean terminal, Sleep sleep) {
    this.out = out;
    this.terminal = terminal;
    this.sleep = sleep;
  }

  /** Prints the lines of {@code text} until the thread is interrupted while it waits. */
  public void run(Duration interval, Callable<List<String>> text) throws Exception {
    while (true) {
      List<String> lines = text.call();
      if (terminal) {
        out.print(CLEAR);
      }
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
