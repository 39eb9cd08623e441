package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.prove.ProofProgress;
import dev.meridian.cli.prove.ProofSize;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.ProofJson;
import dev.meridian.cli.view.ProofText;
import dev.meridian.declaration.Objectives;
import dev.meridian.declaration.WeightCorners;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.analysis.AdjustedProof;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Proof;
import dev.meridian.resolve.analysis.Prover;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prove}: whether every client gets an answer that is up, whatever fails. */
@Command(
    name = "prove",
    description = "Tries every client in every failure up to a size, and shows what goes wrong.")
final class ProveCommand implements Callable<Integer> {
  private static final int USUAL_FAILURES = 2;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description =
          "How many regions and endpoints can fail together (default: objectives.failures, then 2).")
  private @Nullable Integer failures;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    if (failures != null && (failures < 0 || failures > Objectives.MOST_FAILURES)) {
      throw new ParameterException(
          spec.commandLine(), "--failures must be a number from 0 to " + Objectives.MOST_FAILURES);
    }
    QueryContext context = plan.load(spec.commandLine().getErr());
    Obligations obligations = obligations(context, failures);
    ClientPopulation population = latency.population(context);
    long began = System.nanoTime();
    Proof proof = proof(context, population, obligations, spec.commandLine().getErr());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    PrintWriter out = spec.commandLine().getOut();
    String options = plan.arguments() + latency.arguments();
    if (json) {
      out.println(JsonText.of(new ProofJson(context, obligations, options).of(proof)));
    } else {
      new ProofText(context, obligations, options).lines(proof).forEach(out::println);
    }
    // On stderr, because the same plan gives the same stdout.
    spec.commandLine()
        .getErr()
        .println(String.format(Locale.ROOT, "Took %.2f s.", took.toMillis() / 1000.0));
    return proof.isProved() ? ExitCode.FINE : ExitCode.FINDING;
  }

  /** Proves the declared weights, and every corner of adjusted ones. */
  static Proof proof(
      QueryContext context, ClientPopulation population, Obligations obligations, PrintWriter err)
      throws BadInput {
    Prover prover = prover(context, context.plan(), population, obligations);
    List<WeightCorners.Corner> adjusted = context.corners();
    long answers = size(prover, context).require(obligations.failures());
    ProofProgress progress = ProofProgress.on(err, answers);
    Proof proof = prover.run(progress);
    Map<String, Proof> corners = new LinkedHashMap<>();
    for (WeightCorners.Corner corner : adjusted) {
      progress.next();
      corners.put(
          corner.weights(),
          prover(context.at(corner), corner.plan(), population, obligations).run(progress));
    }
    return AdjustedProof.of(proof, corners);
  }

  /** How many answers a proof checks. */
  static ProofSize size(
      QueryContext context, ClientPopulation population, Obligations obligations) {
    return size(prover(context, context.plan(), population, obligations), context);
  }

  private static ProofSize size(Prover prover, QueryContext context) {
    return new ProofSize(prover::answers, 1 + context.corners().size());
  }

  private static Prover prover(
      QueryContext context,
      RoutingPlan plan,
      ClientPopulation population,
      Obligations obligations) {
    return Prover.of(plan, context.resolver(), population.locations(), obligations);
  }

  /**
   * What the goals demand.
   *
   * @param failures instead of the declared number; null for that
   */
  static Obligations obligations(QueryContext context, @Nullable Integer failures) {
    Objectives objectives = context.goals().objectives();
    int most = failures != null ? failures : objectives.failures().orElse(USUAL_FAILURES);
    return new Obligations(most, context.trafficModel(), objectives.failover());
  }
}
