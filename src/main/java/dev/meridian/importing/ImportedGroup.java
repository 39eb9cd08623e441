package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record sets of one name, of all types, as a policy with branches. */
record ImportedGroup(PolicyKind kind, List<Branch> branches) {
  ImportedGroup {
    branches = List.copyOf(branches);
  }

  /**
   * One branch.
   *
   * @param identifier the set identifier of its record sets; null for the one that a declaration
   *     gives them by default
   * @param ttl of its record sets, in seconds; null for aliases
   * @param oneRecordSet whether several addresses are the values of one record set
   */
  record Branch(
      String label,
      RoutingPolicy policy,
      Target target,
      @Nullable String identifier,
      @Nullable Long ttl,
      boolean oneRecordSet) {
    Optional<Long> ownTtl() {
      return Optional.ofNullable(ttl);
    }
  }

  /** What a branch points to. */
  sealed interface Target {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of target. */
    interface Cases<R> {
      R group(ToGroup target);

      R name(ToName target);

      R leaf(Leaf target);
    }
  }

  /**
   * Another group.
   *
   * @param check the id of the alias record's own health check; null for none
   */
  record ToGroup(ImportedGroup group, @Nullable String check, boolean targetHealth)
      implements Target {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.group(this);
    }
  }

  /**
   * Another name of the declaration.
   *
   * @param check the id of the alias record's own health check; null for none
   */
  record ToName(DnsName name, @Nullable String check, boolean targetHealth) implements Target {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.name(this);
    }
  }

  /**
   * An endpoint.
   *
   * @param forced the name that keeps the endpoint's set identifiers; null if any name does
   * @param targetHealth null for records that are not aliases
   */
  record Leaf(
      Location location,
      BranchHealthCheck healthCheck,
      Saying saying,
      @Nullable String forced,
      @Nullable Boolean targetHealth)
      implements Target {
    Optional<String> forcedName() {
      return Optional.ofNullable(forced);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.leaf(this);
    }
  }

  /** When a branch states its health check. */
  enum Saying {
    /** Never: only the endpoint can. */
    NEVER,
    /** If it differs from the endpoint's. */
    IF_OTHER,
    /** Always: the records would differ without it. */
    ALWAYS
  }

  /** Every leaf of the tree, in order, with its label. */
  Stream<Labelled> leaves() {
    return branches.stream().flatMap(ImportedGroup::leaves);
  }

  private static Stream<Labelled> leaves(Branch branch) {
    return branch
        .target()
        .accept(
            new Target.Cases<>() {
              @Override
              public Stream<Labelled> group(ToGroup target) {
                return target.group().leaves();
              }

              @Override
              public Stream<Labelled> name(ToName target) {
                return Stream.empty();
              }

              @Override
              public Stream<Labelled> leaf(Leaf target) {
                return Stream.of(new Labelled(branch.label(), target));
              }
            });
  }

  /** A leaf and the label of its branch. */
  record Labelled(String label, Leaf leaf) {}

  /** The groups that branches point to, at any depth. */
  Stream<ToGroup> groups() {
    return branches.stream()
        .map(Branch::target)
        .filter(ToGroup.class::isInstance)
        .map(ToGroup.class::cast)
        .flatMap(target -> Stream.concat(Stream.of(target), target.group().groups()));
  }

  /** Every branch of the tree, at any depth. */
  Stream<Branch> allBranches() {
    return Stream.concat(
        branches.stream(), groups().flatMap(target -> target.group().branches().stream()));
  }

  /** The names of the declaration that the tree's branches point to. */
  Stream<DnsName> names() {
    return allBranches()
        .map(Branch::target)
        .filter(ToName.class::isInstance)
        .map(target -> ((ToName) target).name());
  }

  /** The ids of the health checks on branches that point to groups or names. */
  Stream<String> branchChecks() {
    return allBranches()
        .map(Branch::target)
        .flatMap(
            target ->
                target instanceof ToGroup group
                    ? Stream.ofNullable(group.check())
                    : target instanceof ToName name
                        ? Stream.ofNullable(name.check())
                        : Stream.empty());
  }
}
