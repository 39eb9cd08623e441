package dev.meridian.declaration.reader;

import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.RecordSettings;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.reader.health.ProbeReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.EarlierNameReader;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the branches of all policies have in common: the target and the health check. */
final class BranchReader {

  /** Reads a mapping that contains exactly one policy. */
  interface Nested extends Function<YamlMapping, Optional<PolicyTree>> {}

  /**
   * A branch without its target.
   *
   * @param place where the branch begins: its key, or its item in a list
   * @param policy what the branch contributes to the choice
   */
  record Draft(String label, YamlNode place, RoutingPolicy policy) {
    Branch branch(Target target, HealthCheckReference check) {
      return new Branch(label, policy, target, check, null, place.at());
    }

    Branch branch(
        Target target,
        HealthCheckReference check,
        @Nullable Boolean evaluated,
        RecordSettings record) {
      return new Branch(label, policy, target, check, evaluated, record, place.at());
    }
  }

  private static final HealthCheckReference INHERITED = new HealthCheckReference.Inherited();

  private final DeclaredNames declaredNames;
  private final HealthCheckReferenceReader references;
  private final Map<String, HealthCheckDeclaration> checks;
  private final Nested nested;

  BranchReader(
      DeclaredNames declaredNames,
      HealthCheckReferenceReader references,
      Map<String, HealthCheckDeclaration> checks,
      Nested nested) {
    this.declaredNames = declaredNames;
    this.references = references;
    this.checks = checks;
    this.nested = nested;
  }

  /** A target, or a mapping with {@code to}. */
  Optional<Branch> read(Draft draft, YamlNode value) {
    return value.isMapping() && !isPolicy(value) && !isName(value)
        ? mapping(value, AllowedKeys.BRANCH).flatMap(mapping -> read(draft, mapping))
        : target(value).map(target -> draft.branch(target, INHERITED));
  }

  /** A branch whose target is the endpoint that it is named after. */
  Optional<Branch> toLabel(Draft draft) {
    return declaredNames
        .endpoint(draft.place, draft.label)
        .map(name -> draft.branch(new Target.ToEndpoint(name), INHERITED));
  }

  /** A mapping with the keys of the branch's own policy and the common ones. */
  Optional<YamlMapping> mapping(YamlNode value, AllowedKeys keys) {
    return value.mapping(keys, BranchReader::report);
  }

  private static boolean report(Pair pair) {
    boolean policy = PolicyTreeReader.KEYWORDS.contains(pair.name());
    if (policy) {
      pair.key()
          .report(
              "a policy cannot be next to other keys of its branch",
              "move it into to, such as to: {" + pair.name() + ": …}");
    }
    return policy;
  }

  Optional<Branch> read(Draft draft, YamlMapping branch) {
    Optional<Target> target = target(draft, branch);
    Optional<YamlNode> written = branch.get("health-check");
    HealthCheckReference check = written.flatMap(references::read).orElse(INHERITED);
    Optional<Boolean> evaluated = branch.get("evaluate-target-health").flatMap(YamlNode::flag);
    boolean alias = target.filter(found -> !(found instanceof Target.ToEndpoint)).isPresent();
    if (alias && needsEndpoint(check)) {
      written.ifPresent(
          value ->
              value.report(
                  "this health check has nothing to probe, because a policy has no address",
                  "give the health check a host or an address"));
    }
    RecordSettings record = settings(draft, branch, target);
    return target.map(t -> draft.branch(t, check, evaluated.orElse(null), record));
  }

  private static RecordSettings settings(Draft draft, YamlMapping branch, Optional<Target> target) {
    Optional<YamlNode> written = branch.get("identifier");
    Optional<String> identifier =
        written.flatMap(
            value ->
                value.text().flatMap(text -> value.checked(text, RecordKey::checkSetIdentifier)));
    if (draft.policy instanceof RoutingPolicy.Simple) {
      written.ifPresent(
          value -> value.report("a simple record set has no set identifier", "remove identifier"));
    }
    Optional<Long> ttl =
        branch
            .get("ttl")
            .flatMap(value -> value.integer().flatMap(n -> value.checked(n, TtlReader::check)))
            .map(Integer::longValue);
    boolean one = branch.flag("one-record-set", false);
    if (target.filter(found -> !(found instanceof Target.ToEndpoint)).isPresent()) {
      branch
          .get("one-record-set")
          .filter(value -> one)
          .ifPresent(
              value ->
                  value.report(
                      "only the addresses of an endpoint can be one record set",
                      "remove one-record-set"));
    }
    if (target.filter(Target.ToName.class::isInstance).isPresent()) {
      branch
          .get("ttl")
          .ifPresent(
              value ->
                  value.report(
                      "an alias has the TTL of its target", "write ttl at the target instead"));
    }
    Optional<EarlierName> was = EarlierNameReader.read(branch, RecordKey::checkSetIdentifier);
    return new RecordSettings(identifier.orElse(null), ttl.orElse(null), one, was.orElse(null));
  }

  private Optional<Target> target(Draft draft, YamlMapping branch) {
    Optional<YamlNode> to = branch.get("to");
    if (to.isPresent()) {
      return to.flatMap(this::target);
    }
    if (declaredNames.hasEndpoint(draft.label)) {
      return Optional.of(new Target.ToEndpoint(draft.label));
    }
    return branch
        .whole()
        .refuse(
            "the branch has no target: " + draft.label + " is not an endpoint",
            "write to: TARGET; " + Suggestions.any(declaredNames.allEndpoints()));
  }

  private Optional<Target> target(YamlNode value) {
    if (isPolicy(value)) {
      return value.mapping(AllowedKeys.POLICY).flatMap(nested).map(Target.ToPolicy::new);
    }
    if (isName(value)) {
      return value
          .mapping(AllowedKeys.NAME_TARGET)
          .flatMap(mapping -> mapping.get("name"))
          .flatMap(declaredNames::name)
          .map(Target.ToName::new);
    }
    if (!value.isText()) {
      return value.wrong(
          "an endpoint or one policy", "write a name, or a policy such as {failover: …}");
    }
    return declaredNames.endpoint(value).map(Target.ToEndpoint::new);
  }

  /** Whether all keys of the mapping {@code value} are policies; only one of them is allowed. */
  static boolean isPolicy(YamlNode value) {
    return value.isMapping()
        && !value.pairs().isEmpty()
        && value.pairs().stream().map(Pair::name).allMatch(PolicyTreeReader.KEYWORDS::contains);
  }

  /** Whether {@code value} is {@code {name: LABEL}}, another name of the declaration. */
  static boolean isName(YamlNode value) {
    return value.isMapping()
        && value.pairs().size() == 1
        && value.pairs().get(0).name().equals("name");
  }

  private boolean needsEndpoint(HealthCheckReference reference) {
    if (reference instanceof HealthCheckReference.Named named) {
      return Optional.ofNullable(checks.get(named.name()))
          .map(HealthCheckDeclaration::kind)
          .filter(ProbeReader::needsEndpoint)
          .isPresent();
    }
    return reference instanceof HealthCheckReference.Inline inline
        && ProbeReader.needsEndpoint(inline.check().kind());
  }
}
