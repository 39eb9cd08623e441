package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RrsetKey;
import java.util.List;

/** The names that Meridian generates for the groups behind the branches of {@code name}. */
record BranchGroups(RecordLookup records, DnsName name) {

  /**
   * Whether Meridian generates the name of a group for a branch, or did so in earlier versions,
   * when the name did not contain the kind of the policy.
   *
   * @param group an existing group
   * @param trail the labels from the name down to the branch
   */
  boolean isGenerated(RrsetKey group, List<String> trail) {
    DnsName zone = records.zone();
    try {
      return group.name().equals(GeneratedNames.earlierBranchGroup(zone, name, trail))
          || records.group(group).stream()
              .map(record -> record.policy().kind())
              .distinct()
              .map(kind -> GeneratedNames.branchGroup(zone, name, trail, kind))
              .anyMatch(group.name()::equals);
    } catch (InvalidValue e) {
      return false; // Too long, so it is not generated.
    }
  }
}
