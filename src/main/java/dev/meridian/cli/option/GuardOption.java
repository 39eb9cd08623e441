package dev.meridian.cli.option;

import dev.meridian.change.ChangeGuard;
import dev.meridian.declaration.ChangeLimits;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the change guard. They override {@code change-guard} in the declaration. */
public final class GuardOption {
  private static final int ALL = 100;

  @Option(
      names = "--guard-percent",
      paramLabel = "PERCENT",
      description =
          "The share of a zone's record sets, 0 to 100, that one apply may update, and that it may"
              + " delete (default: change-guard in the declaration, or 30).")
  private @Nullable Integer percent;

  @Option(
      names = "--guard-from",
      paramLabel = "NUMBER",
      description =
          "The number of record sets from which a zone is guarded (default: change-guard in the"
              + " declaration, or 10).")
  private @Nullable Integer from;

  @Option(
      names = "--force",
      description = "Don't fail because of the change guard; print what it found.")
  private boolean force;

  /** Whether the command succeeds whatever the guard finds. */
  public boolean isForced() {
    return force;
  }

  /** Whether any of the options is used. */
  public boolean isUsed() {
    return force || percent != null || from != null;
  }

  /** The guard with the limits of the declaration, if there is one. */
  public ChangeGuard guard(DeclarationOption declaration, PrintWriter err) throws BadInput {
    return guard(
        declaration
            .askIfThere(err)
            .map(loaded -> loaded.deployment().changeLimits())
            .orElse(ChangeLimits.STANDARD));
  }

  /**
   * The guard with the limits of a declaration, or {@link ChangeLimits#STANDARD} if there is none.
   */
  public ChangeGuard guard(ChangeLimits declared) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    int share = checked("--guard-percent", percent, 0, ALL, declared.percent(), problems);
    int least =
        checked("--guard-from", from, 1, ChangeLimits.MOST_RECORD_SETS, declared.from(), problems);
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return new ChangeGuard(share, least);
  }

  private static int checked(
      String option,
      @Nullable Integer given,
      int least,
      int most,
      int otherwise,
      List<Diagnostic> problems) {
    if (given == null) {
      return otherwise;
    }
    if (given < least || given > most) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile(option),
              "",
              given + " is out of range",
              "write a number from " + least + " to " + most));
    }
    return given;
  }
}
