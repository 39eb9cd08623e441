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
   * @param record what the branch says about its own record sets
   */
  public record Branch(
      String label,
      RoutingPolicy policy,
      Target target,
      HealthCheckReference healthCheck,
      @Nullable Boolean evaluateTargetHealth,
      RecordSettings record,
      SourceLocation at) {

    /** A branch whose record sets have the default settings. */
    public Branch(
        String label,
        RoutingPolicy policy,
        Target target,
        HealthCheckReference healthCheck,
        @Nullable Boolean evaluateTargetHealth,
        SourceLocation at) {
      this(label, policy, target, healthCheck, evaluateTargetHealth, RecordSettings.DEFAULT, at);
    }

    /** The set identifier of the branch's record sets; by default, the label. */
    public String identifier() {
      return record.setIdentifier().orElse(label);
    }

    public Optional<Boolean> evaluatesTargetHealth() {
      return Optional.ofNullable(evaluateTargetHealth);
    }
  }

  /**
   * What a branch says about its own record sets. Record sets of different types have the same
   * settings.
   *
   * @param identifier the set identifier, 1..128 characters; null for the branch's label
   * @param ttl seconds, 0..2147483647, for this branch and those below it; null for the TTL of the
   *     policy above
   * @param oneRecordSet whether all addresses of the endpoint are the values of one record set.
   *     Otherwise, each address has a multivalue record set of its own.
   * @param was the label or the set identifier that the branch had earlier; null if none is known
   */
  public record RecordSettings(
      @Nullable String identifier,
      @Nullable Long ttl,
      boolean oneRecordSet,
      @Nullable EarlierName was) {
    /** The default settings. */
    public static final RecordSettings DEFAULT = new RecordSettings(null, null, false, null);

    public Optional<String> setIdentifier() {
      return Optional.ofNullable(identifier);
    }

    public Optional<Long> ownTtl() {
      return Optional.ofNullable(ttl);
    }

    public Optional<EarlierName> earlierName() {
      return Optional.ofNullable(was);
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

      R name(ToName target);
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

    /**
     * Another name of the declaration. The record set is an alias to that name.
     *
     * @param label the name as it is declared, such as {@code api}
     */
    record ToName(String label) implements Target {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.name(this);
      }
    }
  }
}
