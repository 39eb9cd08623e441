package dev.meridian.terraform.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a program's output. Thread-safe. */
public final class LastLines {
  private final int most;
  private final Deque<String> lines = new ArrayDeque<>();

  public LastLines(int most) {
    this.most = most;
  }

  public synchronized void add(String line) {
    if (lines.size() == most) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  public synchronized List<String> list() {
    return List.copyOf(lines);
  }
}
