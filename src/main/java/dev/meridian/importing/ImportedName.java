package dev.meridian.importing;

import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.model.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration says about one name.
 *
 * @param parts one for all types, or one for each type
 * @param literal whether the parts repeat the record sets one by one
 */
record ImportedName(List<Part> parts, boolean literal) {
  ImportedName {
    parts = List.copyOf(parts);
  }

  /**
   * A policy.
   *
   * @param only the only type that the policy is for; null if it does not have to be said
   * @param frontDoor whether the name is a simple alias to the group
   * @param trafficPolicy whether a traffic policy answers instead of records
   */
  record Part(
      @Nullable RecordType only, ImportedGroup group, boolean frontDoor, boolean trafficPolicy) {
    /** A policy whose record sets are not made by a traffic policy. */
    Part(@Nullable RecordType only, ImportedGroup group, boolean frontDoor) {
      this(only, group, frontDoor, false);
    }

    Part viaTrafficPolicy(boolean is) {
      return new Part(only, group, frontDoor, is);
    }

    /** The most frequent TTL of its record sets, in seconds; empty if all of them are aliases. */
    Optional<Long> ttl() {
      List<Long> ttls = group.allBranches().map(Branch::ownTtl).flatMap(Optional::stream).toList();
      return ttls.isEmpty() ? Optional.empty() : Optional.of(NameTtls.usual(ttls));
    }
  }

  Stream<ImportedGroup> groups() {
    return parts.stream().map(Part::group);
  }

  /** Every leaf, in order, with its label. */
  Stream<Labelled> leaves() {
    return groups().flatMap(ImportedGroup::leaves);
  }

  /** Every branch, at any depth. */
  Stream<Branch> allBranches() {
    return groups().flatMap(ImportedGroup::allBranches);
  }

  /** The ids of all health checks. */
  Stream<String> checks() {
    return Stream.concat(
        groups().flatMap(ImportedGroup::branchChecks),
        leaves().flatMap(labelled -> labelled.leaf().healthCheck().ids().stream()));
  }
}
