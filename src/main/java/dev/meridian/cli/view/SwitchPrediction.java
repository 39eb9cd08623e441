package dev.meridian.cli.view;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.declaration.Switches;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.WhatIf;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a switch changes in the answers, compared with the present states of all switches. */
public final class SwitchPrediction {
  private SwitchPrediction() {}

  /**
   * The shares before and after the change, for people.
   *
   * @param drained the regions that are out of service now
   * @param drain whether {@code region} is to be out of service, too
   */
  public static List<String> lines(
      DeclarationOption.Loaded loaded, Set<String> drained, String region, boolean drain) {
    Set<String> then = new TreeSet<>(drained);
    if (drain) {
      then.add(region);
    } else {
      then.remove(region);
    }
    QueryContext context = QueryContext.of(LoadedPlan.of(loaded), Interpretation.DOCUMENTED);
    WhatIf change =
        WhatIf.of(
            context.resolver(),
            context.outageModel(),
            outage(drained),
            outage(then),
            ClientPopulation.of(context.loaded()).locations(),
            context.trafficModel());
    return SwitchText.shares(change, context);
  }

  private static Outage outage(Set<String> drained) {
    TreeSet<String> checks = new TreeSet<>();
    drained.forEach(region -> checks.add(Switches.checkOf(region)));
    return new Outage(new TreeSet<>(), checks);
  }
}
