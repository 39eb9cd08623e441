package dev.meridian.diagnostic;

import java.util.Comparator;

/**
 * One problem in the input.
 *
 * @param at the location of the wrong key or value
 * @param keyPath its path in the document; the root for the whole file
 * @param what the problem, with the value as written; never blank
 * @param fix what to write instead; never blank
 */
public record Diagnostic(SourceLocation at, KeyPath keyPath, String what, String fix) {
  /** By file, line, and column. */
  public static final Comparator<Diagnostic> IN_FILE_ORDER =
      Comparator.comparing(Diagnostic::at)
          .thenComparing(Diagnostic::path)
          .thenComparing(Diagnostic::what);

  public Diagnostic {
    if (what.isBlank() || fix.isBlank()) {
      throw new IllegalArgumentException("a diagnostic needs a problem and a fix");
    }
  }

  /**
   * A problem in a file whose format is not Meridian's.
   *
   * @param place such as a Terraform address; empty for the whole file
   */
  public Diagnostic(SourceLocation at, String place, String what, String fix) {
    this(at, KeyPath.verbatim(place), what, fix);
  }

  /** The path as text, such as {@code names.api.weighted.eu-west-1}. */
  public String path() {
    return keyPath.text();
  }

  @Override
  public String toString() {
    String place = path().isEmpty() ? at.toString() : at + ": " + path();
    return printable(place) + ": " + printable(what) + "\n    fix: " + printable(fix);
  }

  private static String printable(String text) {
    return Printable.of(Printable.shortened(text));
  }
}
