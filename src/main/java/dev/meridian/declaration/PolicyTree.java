package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A routing policy and its branches. The target of a branch is an endpoint or another policy.
 *
 * @param branches not empty, in declared order; each has a policy of the kind {@code kind}
 */
public record PolicyTree(PolicyKind kind, List<Branch> branches, SourceLocation at) {

  public PolicyTree {
    branches = List.copyOf(branches);
  }

  /**
   * One branch.
   *
   * @param label an endpoint's name, a role, a region, or a location; unique among its siblings. It
   *     is never a weight or a position, so that it stays the same if those change
   * @param policy the setting of the branch, such as its weight
   * @param evaluateTargetHealth null for the default: true if the branch is an alias
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

  /** The target of a branch. */
  public sealed interface Target {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of target. */
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

    /** A policy nested in this one. */
    record ToPolicy(PolicyTree tree) implements Target {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.policy(this);
      }
    }
  }
}
