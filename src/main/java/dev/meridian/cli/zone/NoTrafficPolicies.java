package dev.meridian.cli.zone;

import dev.meridian.cli.option.BadInput;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Stops commands that plan record by record, which a traffic policy does not allow. */
public final class NoTrafficPolicies {
  private NoTrafficPolicies() {}

  /**
   * Refuses a plan with traffic policies.
   *
   * @param origins of the plan
   * @param otherwise where the plan is from, for policies without an origin
   * @param does what the command cannot do, such as {@code adopt cannot take over}
   * @throws BadInput with each name and type
   */
  public static void check(
      RoutingPlan plan,
      Predicate<DnsName> names,
      Origins origins,
      String otherwise,
      String does,
      String fix)
      throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    for (RrsetKey key : plan.policyRecords()) {
      if (names.test(key.name())) {
        Origin origin =
            origins
                .of(key)
                .orElseGet(
                    () ->
                        new Origin(
                            SourceLocation.wholeFile(otherwise), KeyPath.verbatim(key.toString())));
        problems.add(origin.problem(does + " the traffic policy of " + key, fix));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }
}
