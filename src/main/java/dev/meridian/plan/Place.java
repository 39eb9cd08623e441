package dev.meridian.plan;

import dev.meridian.config.NameDeclaration;
import dev.meridian.config.PolicyTree;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.problem.KeyPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a name's tree one group of records is compiled.
 *
 * @param branches the labels on the way down from the name, none at the name itself
 */
record Place(NameDeclaration name, List<String> branches, GroupKey group, Origin origin) {

  static Place top(NameDeclaration name, RecordType type) {
    Origin origin = new Origin(name.at(), KeyPath.of("names", name.label()));
    return new Place(name, List.of(), new GroupKey(name.name(), type), origin);
  }

  /** The place of the group that {@code branch} of {@code tree} leads to. */
  Place below(PolicyTree tree, Branch branch, DnsName hidden) {
    return new Place(name, trail(branch), new GroupKey(hidden, group.type()), origin(tree, branch));
  }

  /** Where the policy of the group is written. */
  Origin origin(PolicyTree tree) {
    return new Origin(tree.at(), origin.path().key(tree.kind().word()));
  }

  Origin origin(PolicyTree tree, Branch branch) {
    KeyPath policy = origin.path().key(tree.kind().word());
    KeyPath branches = tree.kind() == PolicyKind.IP_BASED ? policy.key("locations") : policy;
    return new Origin(branch.at(), branches.key(branch.label()));
  }

  List<String> trail(Branch branch) {
    List<String> trail = new ArrayList<>(branches);
    trail.add(branch.label());
    return trail;
  }

  /**
   * The id of a check written at {@code branch}; whole names, so that their first labels may be
   * alike.
   */
  Guards.Naming naming(PolicyTree tree, Branch branch) {
    List<String> parts = new ArrayList<>(List.of(name.label().split("\\.")));
    parts.addAll(trail(branch));
    return new Guards.Naming(HealthChecks.Owner.BRANCH, Slug.joined(parts), origin(tree, branch));
  }

  RecordType type() {
    return group.type();
  }

  long ttl() {
    return name.ttl();
  }
}
