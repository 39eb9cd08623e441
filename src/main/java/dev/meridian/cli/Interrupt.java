package dev.meridian.cli;

import java.util.function.Supplier;

/** Writes a message to standard error when this program is interrupted, for example by Ctrl-C. */
final class Interrupt implements AutoCloseable {
  private final Thread hook;

  private Interrupt(Thread hook) {
    this.hook = hook;
  }

  static Interrupt reporting(Supplier<String> text) {
    Thread hook = new Thread(() -> System.err.println(text.get()), "report of the interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupt(hook);
  }

  /** Cancels the message. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is being interrupted
    }
  }
}
