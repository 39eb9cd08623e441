package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.Prover;
import dev.meridian.resolve.analysis.TrafficModel;
import dev.meridian.resolve.analysis.WhatIf;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The analyses as in a command: once, in a new JVM, including the index. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the launcher does
public class AnalysisBench {

  private static List<Finding> prove(RoutingPlan plan, int failures) {
    Resolver resolver = Resolver.of(plan);
    Map<DnsName, Double> traffic =
        resolver.questions().stream().collect(Collectors.toMap(Question::name, q -> 100.0));
    TrafficModel demand = new TrafficModel(traffic, Map.of("us-east-1", 1e6));
    return Prover.prove(plan, resolver, Population.locations(), new Obligations(failures, demand, 150)).findings();
  }

  /** All 8,192 failures of three regions and ten endpoints. */
  @Benchmark
  public List<Finding> proveRecipe() {
    return prove(Zones.recipeAndTenEndpoints(), 13);
  }

  /** All 1,024 failures of ten regions, for fifty names. */
  @Benchmark
  public List<Finding> proveTenRegions() {
    return prove(Zones.tenRegionsFiftyNames(), 10);
  }

  @Benchmark
  public WhatIf whatIfRecipe() {
    RoutingPlan plan = Zones.recipe();
    return WhatIf.of(
        Resolver.of(plan), OutageModel.of(plan), Outage.of("us-east-1"), Population.locations(), TrafficModel.NONE);
  }

  @Benchmark
  public AnswerComparison compareRecipes() {
    return AnswerComparison.of(
        AnswerComparison.Side.of(Zones.recipe()),
        AnswerComparison.Side.of(Zones.recipeAndTenEndpoints()),
        Population.locations());
  }
}
