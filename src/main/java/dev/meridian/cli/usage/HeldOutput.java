package dev.meridian.cli.usage;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a command prints, in its order, until it is known whether anybody wants it. */
final class HeldOutput {
  private final List<Printed> printed = new ArrayList<>();
  private final PrintWriter out;
  private final PrintWriter err;

  private record Printed(PrintWriter target, String text) {}

  HeldOutput(PrintWriter out, PrintWriter err) {
    this.out = new PrintWriter(new Holding(out));
    this.err = new PrintWriter(new Holding(err));
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  void release() {
    synchronized (printed) {
      for (Printed one : printed) {
        one.target().print(one.text());
        one.target().flush();
      }
      printed.clear();
    }
  }

  /** Commands print from several threads. */
  private final class Holding extends Writer {
    private final PrintWriter target;

    Holding(PrintWriter target) {
      this.target = target;
    }

    @Override
    public void write(char[] characters, int from, int length) {
      synchronized (printed) {
        printed.add(new Printed(target, new String(characters, from, length)));
      }
    }

    @Override
    public void flush() {
      // held until the end
    }

    @Override
    public void close() {
      // the target stays open
    }
  }
}
