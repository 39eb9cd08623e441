package dev.meridian.config;

import dev.meridian.config.Located.Pair;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.config.PolicyTree.Target;
import dev.meridian.model.RoutingPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what branches of all policies have in common: where they lead, and what checks them. */
final class BranchReader {

  /** A policy as the one word of a mapping. */
  interface Nested extends Function<Section, Optional<PolicyTree>> {}

  /**
   * A branch of which is known what it contributes, not yet where it leads.
   *
   * @param place where the branch begins: its key, or its item in a list
   */
  record Draft(String label, Located place, RoutingPolicy policy) {
    Branch branch(Target target, CheckReference check) {
      return new Branch(label, policy, target, check, null, place.at());
    }
  }

  private static final CheckReference INHERITED = new CheckReference.Inherited();

  private final Scope scope;
  private final CheckReferenceReader references;
  private final Map<String, HealthCheckDeclaration> checks;
  private final Nested nested;

  BranchReader(
      Scope scope,
      CheckReferenceReader references,
      Map<String, HealthCheckDeclaration> checks,
      Nested nested) {
    this.scope = scope;
    this.references = references;
    this.checks = checks;
    this.nested = nested;
  }

  /** An endpoint's name, a policy, or a mapping with {@code to}. */
  Optional<Branch> read(Draft draft, Located value) {
    return value.isMapping() && !isPolicy(value)
        ? section(value, Keys.BRANCH).flatMap(section -> read(draft, section))
        : target(value).map(target -> draft.branch(target, INHERITED));
  }

  /** The branch leads to the endpoint whose name is its label. */
  Optional<Branch> toLabel(Draft draft) {
    return scope
        .endpoint(draft.place, draft.label)
        .map(name -> draft.branch(new Target.ToEndpoint(name), INHERITED));
  }

  /** A mapping with keys of the branch's own policy beside the common ones. */
  Optional<Section> section(Located value, Keys keys) {
    return value.section(keys, BranchReader::tell);
  }

  private static boolean tell(Pair pair) {
    boolean policy = PolicyReader.WORDS.contains(pair.name());
    if (policy) {
      pair.key()
          .problem(
              "a policy beside other keys of its branch",
              "write it below to, such as to: {" + pair.name() + ": …}");
    }
    return policy;
  }

  Optional<Branch> read(Draft draft, Section branch) {
    Optional<Target> target = target(draft, branch);
    Optional<Located> written = branch.get("health-check");
    CheckReference check = written.flatMap(references::read).orElse(INHERITED);
    Optional<Boolean> evaluated = branch.get("evaluate-target-health").flatMap(Located::flag);
    if (target.filter(Target.ToPolicy.class::isInstance).isPresent() && needsEndpoint(check)) {
      written.ifPresent(
          value ->
              value.problem(
                  "a policy has no address of its own that this health check could probe",
                  "give the health check a host or an address"));
    }
    return target.map(
        t ->
            new Branch(
                draft.label, draft.policy, t, check, evaluated.orElse(null), draft.place.at()));
  }

  private Optional<Target> target(Draft draft, Section branch) {
    Optional<Located> to = branch.get("to");
    if (to.isPresent()) {
      return to.flatMap(this::target);
    }
    if (scope.hasEndpoint(draft.label)) {
      return Optional.of(new Target.ToEndpoint(draft.label));
    }
    return branch
        .whole()
        .refuse(
            "the branch leads nowhere: " + draft.label + " is not an endpoint",
            "write to: and " + Choice.any(scope.allEndpoints()));
  }

  private Optional<Target> target(Located value) {
    if (isPolicy(value)) {
      return value.section(Keys.POLICY).flatMap(nested).map(Target.ToPolicy::new);
    }
    if (!value.isText()) {
      return value.wrong(
          "an endpoint or one policy", "write a name, or {failover: …} and its like");
    }
    return scope.endpoint(value).map(Target.ToEndpoint::new);
  }

  /** Whether {@code value} is a mapping of nothing but policies, of which one is right. */
  static boolean isPolicy(Located value) {
    return value.isMapping()
        && !value.pairs().isEmpty()
        && value.pairs().stream().map(Pair::name).allMatch(PolicyReader.WORDS::contains);
  }

  private boolean needsEndpoint(CheckReference reference) {
    if (reference instanceof CheckReference.Named named) {
      return Optional.ofNullable(checks.get(named.name()))
          .map(HealthCheckDeclaration::kind)
          .filter(Probes::needsEndpoint)
          .isPresent();
    }
    return reference instanceof CheckReference.Inline inline
        && Probes.needsEndpoint(inline.check().kind());
  }
}
