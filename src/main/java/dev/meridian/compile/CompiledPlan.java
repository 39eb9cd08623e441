package dev.meridian.compile;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of compiling a deployment.
 *
 * @param plan complete if there are no problems; otherwise, the parts that could be compiled
 * @param problems what Route 53 would refuse, in the order of the file
 * @param warnings what Route 53 accepts but users regret, except those that the file silences
 * @param origins where each part of the plan is declared
 * @param endpoints the values that answers contain for each region and endpoint, by its name, in
 *     declared order
 * @param earlier the names that parts of the plan had earlier
 * @param documents the traffic policy document of each name and type in the plan's {@code
 *     policyRecords}
 */
public record CompiledPlan(
    RoutingPlan plan,
    List<Diagnostic> problems,
    List<LintWarning> warnings,
    Origins origins,
    Map<String, List<Value>> endpoints,
    EarlierNames earlier,
    SortedMap<RrsetKey, PolicyDocument> documents) {
  public CompiledPlan {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  /**
   * The plan.
   *
   * @throws InvalidDeclaration with everything that Route 53 would refuse
   */
  public RoutingPlan orThrow() {
    if (!problems.isEmpty()) {
      throw new InvalidDeclaration(problems);
    }
    return plan;
  }
}
