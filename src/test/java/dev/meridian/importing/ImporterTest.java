package dev.meridian.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.ReadDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImporterTest {
  private static final ImportMetadata HEADING =
      new ImportMetadata("a test", "shop", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

  /** 1,000, and 100 among the fast tests. */
  private static final int PLANS = Integer.getInteger("random-cases", 10_000) / 10;

  @Test
  void randomPlansComeBackAsTheyWere() {
    int plans = 0;
    List<String> unlike = new ArrayList<>();
    for (long seed = 0; plans < PLANS; seed++) {
      Optional<RoutingPlan> plan = compile(RandomYaml.of(seed)).map(HealthCheckNormalizer::of);
      if (plan.isEmpty()) {
        continue; // such as an apex that is a CNAME
      }
      plans++;
      ImportResult imported = Importer.of(plan.get(), HEADING);
      RoutingPlan back =
          HealthCheckNormalizer.of(compile(imported.text().orElseThrow()).orElseThrow());
      if (!imported.leftOut().isEmpty()
          || !imported.renamed().isEmpty()
          || !back.equals(plan.get())) {
        unlike.add("seed " + seed + ": " + imported + difference(plan.get(), back));
      }
    }
    assertThat(unlike.stream().limit(5)).as(unlike.size() + " of " + plans).isEmpty();
  }

  @Test
  void groupsWithTheNamesOfEarlierVersionsBecomeTheSameDeclaration() {
    int renamed = 0;
    for (long seed = 0; seed < 200; seed++) {
      Optional<RoutingPlan> plan = compile(RandomYaml.of(seed)).map(HealthCheckNormalizer::of);
      RoutingPlan earlier = plan.map(EarlierGroups::of).orElse(null);
      if (earlier == null || earlier.equals(plan.get())) {
        continue;
      }
      String now = body(Importer.of(plan.get(), HEADING));
      if (now.contains("\n  _")) {
        continue; // A group that no nested policy can express is a name.
      }
      ImportResult imported = Importer.of(earlier, HEADING);
      assertThat(body(imported)).as("seed " + seed).isEqualTo(now);
      assertThat(imported.renamed())
          .as("seed " + seed)
          .isNotEmpty()
          .allMatch(line -> line.contains(": its name, now "));
      renamed++;
    }
    assertThat(renamed).isGreaterThan(20);
  }

  /** The declaration without the comment at its beginning. */
  private static String body(ImportResult imported) {
    String text = imported.text().orElseThrow();
    return text.substring(text.indexOf("\napplication:"));
  }

  @Test
  void hostsKeepTheSpellingOfTheirRecords() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        health-check: none
        endpoints: {lb: {host: LB.Example.net.}}
        names: {www: {simple: lb}}
        """;

    String text = Importer.of(compile(yaml).orElseThrow(), HEADING).text().orElseThrow();

    assertThat(text).contains("{host: LB.Example.net.}");
    assertThat(compile(text).orElseThrow().records().get(0).data().parts())
        .containsExactly(Value.literal("lb.example.net"))
        .extracting(value -> ((Value.Literal) value).spelling())
        .containsExactly("LB.Example.net.");
  }

  static String difference(RoutingPlan before, RoutingPlan after) {
    List<Object> lost = new ArrayList<>(before.records());
    lost.addAll(before.healthChecks());
    List<Object> found = new ArrayList<>(after.records());
    found.addAll(after.healthChecks());
    List<Object> both = new ArrayList<>(lost);
    lost.removeAll(found);
    found.removeAll(both);
    return " lost " + lost + " found " + found;
  }

  static Optional<RoutingPlan> compile(String yaml) {
    return ReadDeclaration.of(yaml)
        .deployment()
        .map(Compiler::compile)
        .filter(compiled -> compiled.problems().isEmpty())
        .map(CompiledPlan::plan);
  }
}
