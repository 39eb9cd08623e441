package dev.meridian.cli;

import java.util.function.Supplier;

/** Tells something on standard error when this program is interrupted, as by Ctrl-C. */
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

  /** From now on there is nothing to tell. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is being interrupted just now
    }
  }
}
