package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule {@code ipv6-asymmetry}. */
final class Ipv6Asymmetry implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (RrsetKey key : plan.groups().keySet()) {
      List<RecordSet> ipv4 = plan.group(key);
      List<RecordSet> ipv6 = plan.group(new RrsetKey(key.name(), RecordType.AAAA));
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
    Set<String> there = twin.stream().map(LintContext::label).collect(Collectors.toSet());
    for (RecordSet record : group) {
      if (!there.contains(LintContext.label(record))) {
        report.add(
            new Subject.OfRecord(record.key()),
            LintContext.label(record)
                + " has no "
                + version
                + ", so only the other branches answer "
                + version
                + " clients",
            "give it " + version + ", or remove " + version + " from the others");
      }
    }
  }
}
