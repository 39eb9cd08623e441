package dev.meridian.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in an input file, in the form editors turn into a link.
 *
 * @param line counted from 1; 0 where the whole file is meant
 * @param column counted from 1; 0 where the whole file is meant
 */
public record Source(String file, int line, int column) implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::file)
          .thenComparingInt(Source::line)
          .thenComparingInt(Source::column);

  /** The whole of {@code file}, for what has no line: an unreadable file, a missing key. */
  public static Source wholeFile(String file) {
    return new Source(file, 0, 0);
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Source that
        && file.equals(that.file)
        && line == that.line
        && column == that.column;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }
}
