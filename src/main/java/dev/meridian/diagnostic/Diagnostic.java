package dev.meridian.diagnostic;

import java.util.Comparator;

/**
 * One thing wrong with the input.
 *
 * @param at the place of the offending key or value
 * @param keyPath the way to it through the document; the root where the whole file is meant
 * @param what what is wrong, with the value as written
 * @param fix what to write instead; never blank
 */
public record Diagnostic(SourceLocation at, KeyPath keyPath, String what, String fix) {
  /** The order in which people read a file. */
  public static final Comparator<Diagnostic> IN_FILE_ORDER =
      Comparator.comparing(Diagnostic::at)
          .thenComparing(Diagnostic::path)
          .thenComparing(Diagnostic::what);

  public Diagnostic {
    if (what.isBlank() || fix.isBlank()) {
      throw new IllegalArgumentException("a problem says what is wrong and how to mend it");
    }
  }

  /**
   * A problem of what is not a document of ours.
   *
   * @param place such as a Terraform address; empty where the whole file is meant
   */
  public Diagnostic(SourceLocation at, String place, String what, String fix) {
    this(at, KeyPath.verbatim(place), what, fix);
  }

  /** The way to it for people, such as {@code names.api.weighted.eu-west-1}. */
  public String path() {
    return keyPath.text();
  }

  @Override
  public String toString() {
    String place = path().isEmpty() ? at.toString() : at + ": " + path();
    return place + ": " + what + "\n    fix: " + fix;
  }
}
