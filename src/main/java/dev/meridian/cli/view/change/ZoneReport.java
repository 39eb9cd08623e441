package dev.meridian.cli.view.change;

import dev.meridian.change.ChangeFinding;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.PlannedZone;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.util.List;

/**
 * What a Terraform plan does to the clients of one zone.
 *
 * @param before the zone before the plan is applied
 * @param after the zone after it
 */
public record ZoneReport(
    PlannedZone zone,
    QueryContext before,
    QueryContext after,
    AnswerComparison comparison,
    ClientPopulation population,
    List<ChangeFinding> findings) {

  public ZoneReport {
    findings = List.copyOf(findings);
  }

  /** Whether nobody's answers change, before, while, or after the plan is applied. */
  public boolean isFine() {
    return comparison.isSame() && findings.isEmpty();
  }
}
