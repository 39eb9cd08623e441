package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.ComparedSources;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.GuardOption;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.page.ComparisonContent;
import dev.meridian.cli.page.PageContent;
import dev.meridian.cli.prove.ProofSize;
import dev.meridian.cli.view.ProofText;
import dev.meridian.cli.zone.VersionComparer;
import dev.meridian.report.ReportPage;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Proof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: the answers, the proof, and the stacks as one HTML page. */
@Command(
    name = "report",
    description = "Writes a page with the map of the answers, the proof, and the routing trees.")
final class ReportCommand implements Callable<Integer> {
  /** What takes about 13 s to prove on a machine with two cores. */
  private static final long MOST_ANSWERS = 2_000_000;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The HTML file to write.")
  private Path output;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Option(
      names = "--compare",
      arity = "0..2",
      paramLabel = "SOURCE",
      description =
          "Two versions side by side: the current and the new one, as for compare; without the"
              + " second, the declaration (-c). With --plan, the state before the plan and what it"
              + " plans.")
  private @Nullable List<String> compared;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    WholeFile.requireFree(output, force);
    if (compared != null) {
      return compare(compared);
    }
    QueryContext context = plan.load(spec.commandLine().getErr());
    ClientPopulation population = latency.population(context);
    ReportPage.ProofSection proof = proof(context, population);
    PageContent content = new PageContent(context, population, proof);
    WholeFile.write(output, force, content.html());
    int unread = content.unread().size();
    spec.commandLine()
        .getOut()
        .println(
            "Wrote "
                + output
                + ". Proof: "
                + proof.verdict()
                + "."
                + (unread == 0 ? "" : " Not known: " + Count.of(unread, "item") + "."));
    return unread == 0 && proof.isProved() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private int compare(List<String> words) throws BadInput, AwsReadException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    ComparedSources sources =
        plan.compared("report --compare", words.stream().filter(word -> !word.isEmpty()).toList());
    VersionComparer comparer = new VersionComparer(latency, plan.interpretation(), List.of());
    ComparisonContent content =
        sources.isPlan()
            ? ComparisonContent.of(comparer.comparePlan(sources, new GuardOption(), err))
            : ComparisonContent.of(comparer.compare(sources, err));
    WholeFile.write(output, force, content.html());
    spec.commandLine().getOut().println("Wrote " + output + ". " + content.summary());
    return content.isSame() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private ReportPage.ProofSection proof(QueryContext context, ClientPopulation population)
      throws BadInput {
    Obligations obligations = ProveCommand.obligations(context, null);
    long size = ProveCommand.size(context, population, obligations).of(obligations.failures());
    String options = plan.arguments() + latency.arguments();
    if (size > MOST_ANSWERS) {
      return new ReportPage.ProofSection(
          "Not tried",
          false,
          List.of(
              "It has "
                  + (size == Long.MAX_VALUE ? "too many" : ProofSize.number(size))
                  + " answers to check, and a report checks up to "
                  + ProofSize.number(MOST_ANSWERS)
                  + ".",
              "Run: ./meridian prove" + options));
    }
    Proof proof = ProveCommand.proof(context, population, obligations, spec.commandLine().getErr());
    int found = proof.findings().size();
    return new ReportPage.ProofSection(
        proof.isProved() ? "Proved" : found == 0 ? "Incomplete" : Count.of(found, "finding"),
        proof.isProved(),
        new ProofText(context, obligations, options).lines(proof));
  }
}
