package dev.meridian.cli;

import java.util.function.Supplier;

/** Prints a text on standard error if the program is interrupted, for example by Ctrl-C. */
final class Interrupt implements AutoCloseable {
  private static final int WAITS = 20;
  private static final int WAIT_MILLIS = 25;

  private final Thread hook;

  private Interrupt(Thread hook) {
    this.hook = hook;
  }

  static Interrupt reporting(Supplier<String> text) {
    Thread hook = new Thread(() -> System.err.println(text.get()), "report interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupt(hook);
  }

  /** Whether the program is being interrupted, so that what fails now fails because of that. */
  static boolean isUnderWay() {
    Thread probe = new Thread(() -> {}, "never run");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * The same, for failures that can come from a child process. Ctrl-C reaches Node.js as well, and
   * it can end before this process has noticed the interrupt.
   */
  static boolean isNear() {
    try {
      for (int i = 0; i < WAITS && !isUnderWay(); i++) {
        Thread.sleep(WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isUnderWay();
  }

  /** Stops printing the text on interrupts. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is being interrupted now
    }
  }
}
