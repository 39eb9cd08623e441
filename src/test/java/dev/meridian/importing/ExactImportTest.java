package dev.meridian.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.rule.PlanRules;
import dev.meridian.compile.rule.Violation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A declaration has the same record sets and health checks as the zone that was imported. */
class ExactImportTest {
  private static final ImportMetadata HEADING =
      new ImportMetadata("a test", "shop", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

  /** 2,000, and 200 among the fast tests. */
  private static final int ZONES = Integer.getInteger("random-cases", 10_000) / 5;

  @Test
  void everythingThatRoute53AcceptsComesBackAsItWas() {
    List<String> unlike = new ArrayList<>();
    Set<PolicyKind> kinds = EnumSet.noneOf(PolicyKind.class);
    int zones = 0;
    for (long seed = 0; zones < ZONES; seed++) {
      RoutingPlan plan = HealthCheckNormalizer.of(RandomZone.of(seed));
      if (PlanRules.check(plan).stream()
          .anyMatch(violation -> violation.severity() != Violation.Severity.QUOTA)) {
        continue;
      }
      zones++;
      plan.records().forEach(record -> kinds.add(record.policy().kind()));
      ImportResult imported = Importer.of(plan, HEADING);
      if (!imported.leftOut().isEmpty() || !imported.renamed().isEmpty()) {
        unlike.add("seed " + seed + ": " + imported);
        continue;
      }
      RoutingPlan back =
          HealthCheckNormalizer.of(
              ImporterTest.compile(imported.text().orElseThrow()).orElseThrow());
      if (!back.equals(plan)) {
        unlike.add(
            "seed " + seed + ImporterTest.difference(plan, back) + imported.text().orElseThrow());
      }
    }
    assertThat(kinds).isEqualTo(EnumSet.complementOf(EnumSet.of(PolicyKind.AZ_AFFINITY)));
    assertThat(unlike.stream().limit(3)).as(unlike.size() + " of " + zones).isEmpty();
  }
}
