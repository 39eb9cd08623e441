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
 * @param ttl seconds, of the records of the group
 */
record TreePosition(
    NameDeclaration name, List<String> branches, RrsetKey group, Origin origin, long ttl) {

  static TreePosition top(NameDeclaration name, RecordType type) {
    Origin origin = new Origin(name.at(), name.path());
    return new TreePosition(name, List.of(), new RrsetKey(name.name(), type), origin, name.ttl());
  }

  /** The position of the group that {@code branch} of {@code tree} points to. */
  TreePosition below(PolicyTree tree, Branch branch, DnsName hidden) {
    return new TreePosition(
        name, trail(branch), new RrsetKey(hidden, group.type()), origin(tree, branch), ttl(branch));
  }

  /** The position of the policy behind a front door. */
  TreePosition behind(DnsName hidden) {
    return new TreePosition(name, branches, new RrsetKey(hidden, group.type()), origin, ttl);
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
    List<String> trail = new ArrayList<>(branches);
    trail.add(branch.label());
    return trail;
  }

  /** The id of a health check written at {@code branch}. */
  HealthCheckAssigner.Naming naming(PolicyTree tree, Branch branch) {
    return new HealthCheckAssigner.Naming(
        PlannedHealthChecks.Owner.BRANCH,
        GeneratedNames.branchCheck(name.label(), trail(branch)),
        origin(tree, branch));
  }

  RecordType type() {
    return group.type();
  }

  /** The TTL of the records of {@code branch}, in seconds. */
  long ttl(Branch branch) {
    return branch.record().ownTtl().orElse(ttl);
  }
}
