package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.JunitReport;
import dev.meridian.cli.view.Verdict;
import dev.meridian.declaration.Expectation;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: runs the expectations. */
@Command(name = "check", description = "Runs the declaration's expectations, like unit tests.")
final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML.")
  private @Nullable Path junit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    PrintWriter err = spec.commandLine().getErr();
    List<QueryContext> zones = plan.loadAll(err);
    if (zones.stream().allMatch(zone -> zone.goals().expectations().isEmpty())) {
      throw refused(
          "expect",
          "there are no expectations",
          "add expect to the declaration, or use --goals FILE");
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (QueryContext zone : zones) {
      List<Expectation> expectations = zone.goals().expectations();
      if (expectations.isEmpty()) {
        err.println(
            "There are no expectations for the "
                + zone.loaded().kindWord()
                + " zone "
                + zone.plan().zone()
                + ".");
      }
      ExpectationChecker checker =
          new ExpectationChecker(zone, latency.clients(), latency.population(zone));
      expectations.stream().map(checker::check).forEach(verdicts::add);
    }
    report(verdicts);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(json(verdicts)));
    } else {
      print(verdicts, out);
    }
    return failed(verdicts) == 0 ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void report(List<Verdict> verdicts) throws BadInput {
    if (junit == null) {
      return;
    }
    try {
      JunitReport.write(junit, verdicts);
    } catch (IOException e) {
      throw refused(junit.toString(), "the file cannot be written", "check its folder");
    }
  }

  private static BadInput refused(String where, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(where), "", what, fix)));
  }

  private static int failed(List<Verdict> verdicts) {
    return (int) verdicts.stream().filter(verdict -> !verdict.passed()).count();
  }

  private static void print(List<Verdict> verdicts, PrintWriter out) {
    for (Verdict verdict : verdicts) {
      String result = verdict.passed() ? "pass  " : "FAIL  ";
      out.println(result + verdict.question() + " " + verdict.title());
      if (!verdict.passed()) {
        out.println("      " + verdict.origin());
        verdict.policyOrigin().ifPresent(origin -> out.println("      policy: " + origin));
      }
      verdict.failure().forEach(line -> out.println("      " + line));
    }
    out.println(Count.of(verdicts.size(), "expectation") + ", " + failed(verdicts) + " failed.");
  }

  private static Map<String, @Nullable Object> json(List<Verdict> verdicts) {
    return new JsonObject()
        .with("failed", failed(verdicts))
        .with("expectations", verdicts.stream().map(CheckCommand::json).toList())
        .with(
            "unread",
            verdicts.stream().flatMap(v -> v.unread().stream()).distinct().sorted().toList())
        .map();
  }

  private static Map<String, @Nullable Object> json(Origin origin) {
    return new JsonObject().withOrigin(Optional.of(origin)).map();
  }

  private static Map<String, @Nullable Object> json(Verdict verdict) {
    return new JsonObject()
        .with("name", verdict.expectation().name().text())
        .with("type", verdict.expectation().type().name())
        .with("zone-kind", verdict.zoneKind())
        .with("title", verdict.title())
        .withOrigin(Optional.of(verdict.origin()))
        .with("policy", verdict.policyOrigin().map(CheckCommand::json).orElse(null))
        .with("passed", verdict.passed())
        .with("failure", verdict.failure())
        .map();
  }
}
