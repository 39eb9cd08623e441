package dev.meridian.cli;

import java.util.function.Supplier;

/** Prints a text on standard error if the program is interrupted, for example by Ctrl-C. */
final class Interrupt implements AutoCloseable {
  private final Thread hook;

  private Interrupt(Thread hook) {
    this.hook = hook;
  }

  static Interrupt reporting(Supplier<String> text) {
    Thread hook = new Thread(() -> System.err.println(text.get()), "report interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupt(hook);
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
