package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Stops a command whose input has problems, before it writes anything. */
public final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Diagnostic> problems;

  private final boolean severalZones;

  public BadInput(List<Diagnostic> problems) {
    this(problems, false);
  }

  private BadInput(List<Diagnostic> problems, boolean severalZones) {
    super(problems.size() + " problems", null, false, false);
    this.problems = new ArrayList<>(problems);
    this.severalZones = severalZones;
    this.problems.sort(Diagnostic.IN_FILE_ORDER);
  }

  /**
   * A value that the user gave.
   *
   * @param option its name, such as {@code --zone}
   * @param value makes it, or throws an {@link InvalidValue}
   * @throws BadInput if it is not valid
   */
  public static <T> T checked(String option, Supplier<T> value) throws BadInput {
    try {
      return value.get();
    } catch (InvalidValue e) {
      throw new BadInput(
          List.of(new Diagnostic(SourceLocation.wholeFile(option), "", e.what(), e.fix())));
    }
  }

  /** Stops a command that reads one hosted zone, because several fit. */
  static BadInput severalZones(Diagnostic problem) {
    return new BadInput(List.of(problem), true);
  }

  /** Whether the only problem is that several hosted zones fit. */
  boolean isSeveralZones() {
    return severalZones;
  }

  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }
}
