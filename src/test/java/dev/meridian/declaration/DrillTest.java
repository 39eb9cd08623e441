package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Drill.Outage;
import dev.meridian.declaration.reader.GoalsFileReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drills of a declaration; {@link BadDeclarationsTest} has those that are refused. */
class DrillTest {
  private static final String BASE =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [us-east-1, eu-west-1]
      health-checks:
        page: {protocol: HTTP, host: www.example.org, path: /, name: Page (production)}
      names: {api: {weighted: {us-east-1: 1, eu-west-1: 1}}, "*.eu": {simple: eu-west-1}}
      """;

  @TempDir private Path folder;

  @Test
  void aDrillWithoutDefaultsHasWhatTheFileSays() {
    Drill drill =
        only(
            """
              both:
                names: [api, Shop.EU]
                outages:
                  - {down: [us-east-1, page], at: 45, for: 120}
                  - {down: eu-west-1, at: 5, for: 7}
                duration: 400
            """);

    assertThat(drill.name()).isEqualTo("both");
    assertThat(drill.origin()).hasToString("meridian.yaml:9:3: drills.both");
    assertThat(drill.names())
        .containsExactly(new DnsName("api.example.com"), new DnsName("shop.eu.example.com"));
    assertThat(drill.duration()).hasValue(400);
    assertThat(drill.outages()).extracting(Outage::at).containsExactly(45, 5);
    Outage first = drill.outages().get(0);
    assertThat(first.down()).containsExactly("us-east-1", "Page (production)");
    assertThat(first.duration()).hasValue(120);
    assertThat(first.end()).hasValue(165);
    assertThat(first.origin()).hasToString("meridian.yaml:12:9: drills.both.outages[0]");
  }

  @Test
  void theShortestDrillIsWhatFailsAfterThirtySeconds() {
    Drill drill = only("  lost: us-east-1\n");

    assertThat(drill.names()).isEmpty();
    assertThat(drill.duration()).isEmpty();
    assertThat(drill.outages()).hasSize(1);
    Outage outage = drill.outages().get(0);
    assertThat(outage.down()).containsExactly("us-east-1");
    assertThat(outage.at()).isEqualTo(Outage.DEFAULT_AT).isEqualTo(30);
    assertThat(outage.duration()).isEmpty();
    assertThat(outage.end()).isEmpty();
    assertThat(outage.origin()).hasToString("meridian.yaml:9:9: drills.lost");
  }

  @Test
  void theKeysOfASingleOutageCanBeThoseOfTheDrill() {
    Drill drill = only("  lost: {down: us-east-1, at: 0, for: 9, names: api, duration: 20}\n");

    assertThat(drill.names()).containsExactly(new DnsName("api.example.com"));
    assertThat(drill.duration()).hasValue(20);
    assertThat(drill.outages()).hasSize(1);
    assertThat(drill.outages().get(0).at()).isZero();
    assertThat(drill.outages().get(0).end()).hasValue(9);
  }

  @Test
  void secondsCanHaveAUnitAsOnTheCommandLine() {
    Drill drill = only("  lost: {down: us-east-1, at: 45s, for: 2m, duration: 24h}\n");

    assertThat(drill.outages().get(0).at()).isEqualTo(45);
    assertThat(drill.outages().get(0).duration()).hasValue(120);
    assertThat(drill.duration()).hasValue(Drill.MOST_SECONDS);
  }

  @Test
  void anOutageCanBeginWhenAnotherOfTheSameRegionEnds() {
    Drill drill =
        only("  twice: {outages: [{down: us-east-1, at: 40}, {down: us-east-1, for: 10}]}\n");

    assertThat(drill.outages()).extracting(Outage::at).containsExactly(40, 30);
  }

  @Test
  void drillsKeepTheOrderOfTheFile() {
    assertThat(read("  z: us-east-1\n  a: eu-west-1\n"))
        .extracting(Drill::name)
        .containsExactly("z", "a");
    assertThat(read("  {}\n")).isEmpty();
  }

  @Test
  void aGoalsFileHasDrillsOfAPlan() throws IOException {
    List<Diagnostic> problems = new ArrayList<>();

    Optional<Goals> goals =
        goals("drills: {lost: {names: www, down: [192.0.2.1, queue-deep]}}\n", problems);

    assertThat(problems).isEmpty();
    Drill drill = goals.orElseThrow().drills().get(0);
    assertThat(drill.names()).containsExactly(new DnsName("www.example.com"));
    assertThat(drill.outages().get(0).down()).containsExactly("192.0.2.1", "queue-deep");
    assertThat(drill.outages().get(0).duration()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void aGoalsFileCannotNameWhatThePlanDoesNotHave() throws IOException {
    List<Diagnostic> problems = new ArrayList<>();

    Optional<Goals> goals = goals("drills: {lost: {names: api, down: us-east-1}}\n", problems);

    assertThat(goals).isEmpty();
    assertThat(problems)
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(
            "goals.yaml:1:24: drills.lost.names: there is no routed name \"api\"\n"
                + "    fix: use www",
            "goals.yaml:1:35: drills.lost.down: \"us-east-1\" is neither a region, an endpoint nor"
                + " a health check of the plan\n    fix: use one of 192.0.2.1, queue-deep");
  }

  private Optional<Goals> goals(String yaml, List<Diagnostic> problems) throws IOException {
    Path file = Files.writeString(folder.resolve("goals.yaml"), yaml);
    return new GoalsFileReader(
            new DnsName("example.com"), Set.of("www"), Set.of("192.0.2.1"), Set.of("queue-deep"))
        .read(file, problems::add);
  }

  private static Drill only(String drills) {
    List<Drill> read = read(drills);
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private static List<Drill> read(String drills) {
    ReadDeclaration reading = ReadDeclaration.of(BASE + "drills:\n" + drills);
    assertThat(reading.problems()).isEmpty();
    return reading.deployment().orElseThrow().goals().drills();
  }
}
