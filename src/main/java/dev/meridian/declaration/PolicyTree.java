package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A routing policy and its branches, each of which ends at an endpoint or is a policy again.
 *
 * @param branches not empty, in declared order, all of the kind {@code kind}
 */
public record PolicyTree(PolicyKind kind, List<Branch> branches, SourceLocation at) {

  public PolicyTree {
    branches = List.copyOf(branches);
  }

  /**
   * One branch.
   *
   * @param label unique among its siblings; never a weight or a position, so that it stays when
   *     those change: an endpoint's name, a role, a region, a location
   * @param policy what the branch contributes to the choice
   * @param evaluateTargetHealth null for the default, true wherever the branch is an alias
   */
  public record Branch(
      String label,
      RoutingPolicy policy,
      Target target,
      HealthCheckReference healthCheck,
      @Nullable Boolean evaluateTargetHealth,
      SourceLocation at) {

    public Optional<Boolean> evaluatesTargetHealth() {
      return Optional.ofNullable(evaluateTargetHealth);
    }
  }

  /** Where a branch leads. */
  public sealed interface Target {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method a kind of target. */
    interface Cases<R> {
      R endpoint(ToEndpoint target);

      R policy(ToPolicy target);
    }

    /** A region's code or a declared endpoint's name. */
    record ToEndpoint(String endpoint) implements Target {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.endpoint(this);
      }
    }

    /** A policy below this one. */
    record ToPolicy(PolicyTree tree) implements Target {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.policy(this);
      }
    }
  }
}
