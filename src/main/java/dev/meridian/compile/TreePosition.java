package dev.meridian.compile;

import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The position in a name's tree at which one group of records is compiled.
 *
 * @param branches the labels from the name down to this position; none at the name itself
 * @param earlierBranches what these labels may have been, oldest first
 * @param earlierGroups names that the group may have had, oldest first
 * @param ttl seconds, of the records of the group
 */
record TreePosition(
    NameDeclaration name,
    List<String> branches,
    List<List<String>> earlierBranches,
    RrsetKey group,
    List<DnsName> earlierGroups,
    Origin origin,
    long ttl) {

  static TreePosition top(NameDeclaration name, RecordType type) {
    Origin origin = new Origin(name.at(), name.path());
    RrsetKey group = new RrsetKey(name.name(), type);
    return new TreePosition(name, List.of(), List.of(), group, List.of(), origin, name.ttl());
  }

  /**
   * The position of the group that {@code branch} of {@code tree} points to.
   *
   * @param earlier names that the group may have had
   */
  TreePosition below(PolicyTree tree, Branch branch, DnsName hidden, List<DnsName> earlier) {
    return new TreePosition(
        name,
        trail(branch),
        earlierTrails(branch, Earlier.labels(branch, null)),
        new RrsetKey(hidden, group.type()),
        earlier,
        origin(tree, branch),
        ttl(branch));
  }

  /** The position of the policy behind a front door. */
  TreePosition behind(DnsName hidden) {
    RrsetKey behind = new RrsetKey(hidden, group.type());
    return new TreePosition(name, branches, earlierBranches, behind, List.of(), origin, ttl);
  }

  /** Where the policy of the group is written. */
  Origin origin(PolicyTree tree) {
    return new Origin(tree.at(), origin.path().key(tree.kind().keyword()));
  }

  Origin origin(PolicyTree tree, Branch branch) {
    KeyPath policy = origin.path().key(tree.kind().keyword());
    KeyPath branches = tree.kind() == PolicyKind.IP_BASED ? policy.key("locations") : policy;
    return new Origin(branch.at(), branches.key(branch.label()));
  }

  List<String> trail(Branch branch) {
    return trail(branches, branch.label());
  }

  private static List<String> trail(List<String> branches, String label) {
    List<String> trail = new ArrayList<>(branches);
    trail.add(label);
    return trail;
  }

  /**
   * What the labels down to the branch may have been, oldest first.
   *
   * @param labels that the branch itself had
   */
  List<List<String>> earlierTrails(Branch branch, List<String> labels) {
    return Earlier.combined(earlierBranches, branches, labels, branch.label(), TreePosition::trail);
  }

  /**
   * The id of a health check written at {@code branch}.
   *
   * @param labels that the branch had
   */
  HealthCheckAssigner.Naming naming(PolicyTree tree, Branch branch, List<String> labels) {
    return new HealthCheckAssigner.Naming(
        PlannedHealthChecks.Owner.BRANCH,
        GeneratedNames.branchCheck(name.label(), trail(branch)),
        earlierTrails(branch, labels).stream()
            .map(trail -> GeneratedNames.branchCheck(name.label(), trail))
            .toList(),
        origin(tree, branch));
  }

  /** What the records of the group had instead of their names. */
  Earlier earlier(List<String> labels) {
    return new Earlier(earlierGroups, labels);
  }

  RecordType type() {
    return group.type();
  }

  /** The TTL of the records of {@code branch}, in seconds. */
  long ttl(Branch branch) {
    return branch.record().ownTtl().orElse(ttl);
  }
}
