package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.DrillOption;
import dev.meridian.cli.option.LiveZonePlan;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlayOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.DrillText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.drill.DrillResult;
import dev.meridian.resolve.Interpretation;
import dev.meridian.terraform.json.KnownOutputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A drill on a rehearsed system: its answers follow from the record sets of the applied zone. The
 * declaration only says what endpoints are called, and what the goals are.
 */
record RehearsedDrill(
    Path file, DrillOption drill, PlayOption play, PrintWriter out, PrintWriter err) {

  /**
   * Checks the options, before anything is applied.
   *
   * @throws BadInput with their problems
   */
  void check(DeclarationOption.Loaded declared) throws BadInput {
    LoadedPlan plan = LoadedPlan.of(declared);
    RealDrill.of(QueryContext.of(plan, Interpretation.DOCUMENTED), drill, play);
  }

  /** Plays it. What prevents that is a finding, too, because the system is destroyed after it. */
  List<String> findings(
      Deployment deployment, String zoneId, KnownOutputs outputs, AwsAccess access)
      throws AwsReadException, InterruptedException {
    try {
      DeclarationOption.Loaded declared =
          new DeclarationOption.Loaded(file, deployment, Compiler.compile(deployment));
      LoadedPlan applied = LiveZonePlan.applied(zoneId, declared, access);
      applied.leftOut().forEach(line -> err.println("warning: " + line));
      QueryContext context =
          QueryContext.applied(applied, outputs::resolve, Interpretation.DOCUMENTED);
      return played(RealDrill.of(context, drill, play));
    } catch (BadInput problem) {
      return problem.problems().stream().map(Diagnostic::toString).toList();
    }
  }

  private List<String> played(RealDrill real) throws BadInput, InterruptedException {
    DrillText text = real.text();
    text.heading().forEach(out::println);
    DrillResult result =
        real.play(
            err,
            event -> {
              err.println(text.progress(event));
              err.flush();
            });
    text.played(result).forEach(out::println);
    out.flush();
    List<String> findings = new ArrayList<>(text.findings(result));
    findings.addAll(NotKnownText.lines(real.notKnown()));
    return findings;
  }
}
