package dev.meridian.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A location in an input file. Editors turn its text, {@code file:line:column}, into a link.
 *
 * @param line counted from 1; 0 for the whole file
 * @param column counted from 1; 0 for the whole file
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {
  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column);

  /** The whole file, for problems without a line, such as an unreadable file or a missing key. */
  public static SourceLocation wholeFile(String file) {
    return new SourceLocation(file, 0, 0);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceLocation that
        && file.equals(that.file)
        && line == that.line
        && column == that.column;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }
}
