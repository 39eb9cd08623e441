package dev.meridian.resolve;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.RecordType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One explained answer; the client's view of the zone is built again each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnswerBench {
  @Param({"api", "latency.api", "geo.api", "failover.api", "multivalue.api", "www", "l0"})
  public String name;

  private Resolver resolver;
  private Question question;
  private Client client;
  private HealthState health;

  @Setup
  public void index() {
    resolver = Resolver.of(name.equals("l0") ? Zones.deep() : Zones.recipeAndTenEndpoints());
    question = Question.of(name + ".example.com", RecordType.A);
    client = ClientLocator.at(Client.UNKNOWN, new GeoLocation.Country("DE"));
    health = new HealthState(Set.of("eu-west-1", "check1"), Set.of());
  }

  @Benchmark
  public Resolution explained() {
    return resolver.answer(question, client, health);
  }

  @Benchmark
  public List<String> inWords() {
    return resolver.answer(question, client, health).reason().lines();
  }
}
