package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.page.PageContent;
import dev.meridian.cli.prove.ProofSize;
import dev.meridian.cli.view.ProofText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Printable;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.report.ReportPage;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Proof;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
  /** What takes some seconds to prove. */
  private static final long MOST_ANSWERS = 2_000_000;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The HTML file to write.")
  private Path output;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    QueryContext context = plan.load(spec.commandLine().getErr());
    ClientPopulation population = latency.population(context);
    ReportPage.ProofSection proof = proof(context, population);
    PageContent content = new PageContent(context, population, proof);
    write(Printable.document(content.html()));
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

  private void write(String html) throws BadInput, IOException {
    try {
      if (force) {
        WholeFile.replace(output, html);
      } else {
        WholeFile.create(output, html);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused("it exists already", "choose another file, or overwrite it with --force");
    } catch (NoSuchFileException e) {
      throw refused("its folder does not exist", "create the folder first");
    }
  }

  private BadInput refused(String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(String.valueOf(output)), "", what, fix)));
  }
}
