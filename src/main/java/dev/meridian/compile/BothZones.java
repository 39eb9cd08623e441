package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts what a private zone reports into the file that declares it below {@code private}. */
final class BothZones {
  private static final String KEY = "private";

  private BothZones() {}

  /** The plan of the part that {@link Deployment#ofPrivateZone} returns, with paths in the file. */
  static CompiledPlan within(CompiledPlan part) {
    return new CompiledPlan(
        part.plan(),
        part.problems().stream().map(BothZones::within).toList(),
        part.warnings().stream()
            .map(warning -> new LintWarning(warning.id(), within(warning.problem())))
            .toList(),
        part.origins().withPaths(BothZones::within),
        part.endpoints(),
        part.earlier(),
        part.documents());
  }

  /** The plan of a public zone, with the problems and warnings of both zones. */
  static CompiledPlan reporting(CompiledPlan own, CompiledPlan privateZone) {
    List<Diagnostic> problems = new ArrayList<>(own.problems());
    problems.addAll(privateZone.problems());
    problems.sort(Diagnostic.IN_FILE_ORDER);
    List<LintWarning> warnings = new ArrayList<>(own.warnings());
    warnings.addAll(privateZone.warnings());
    warnings.sort(
        Comparator.comparing(LintWarning::problem, Diagnostic.IN_FILE_ORDER)
            .thenComparing(LintWarning::id));
    return new CompiledPlan(
        own.plan(),
        problems,
        warnings,
        own.origins(),
        own.endpoints(),
        own.earlier(),
        own.documents());
  }

  private static Diagnostic within(Diagnostic problem) {
    return new Diagnostic(problem.at(), within(problem.keyPath()), problem.what(), problem.fix());
  }

  /** Parts that remember their whole path keep it. */
  private static KeyPath within(KeyPath path) {
    return path.isWithin(KeyPath.of(KEY)) ? path : path.inside(KEY);
  }
}
