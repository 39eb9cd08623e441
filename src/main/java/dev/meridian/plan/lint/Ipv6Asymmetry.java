package dev.meridian.plan.lint;

import dev.meridian.model.GroupKey;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.plan.rule.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells {@code ipv6-asymmetry}. */
final class Ipv6Asymmetry implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    for (GroupKey key : plan.groups().keySet()) {
      List<RecordSet> ipv4 = plan.group(key);
      List<RecordSet> ipv6 = plan.group(new GroupKey(key.name(), RecordType.AAAA));
      // The records of multivalue groups are named by their addresses, which always differ.
      boolean comparable = ipv4.get(0).policy().kind() != PolicyKind.MULTIVALUE;
      if (key.type() == RecordType.A && !ipv6.isEmpty() && comparable) {
        lacking(ipv4, ipv6, "IPv6", report);
        lacking(ipv6, ipv4, "IPv4", report);
      }
    }
  }

  private static void lacking(
      List<RecordSet> group, List<RecordSet> twin, String version, Report report) {
    Set<String> there = twin.stream().map(Examined::label).collect(Collectors.toSet());
    for (RecordSet record : group) {
      if (!there.contains(Examined.label(record))) {
        report.add(
            new Subject.OfRecord(record.key()),
            Examined.label(record)
                + " has no "
                + version
                + ", so the other branches alone answer "
                + version
                + " clients",
            "give it " + version + ", or take " + version + " from the others");
      }
    }
  }
}
