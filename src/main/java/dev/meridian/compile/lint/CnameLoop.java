package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rule {@code cname-loop}. */
final class CnameLoop implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.groups().forEach((key, records) -> check(plan, key, report));
  }

  private static void check(LintContext plan, RrsetKey key, Report report) {
    if (key.type() == RecordType.CNAME && reaches(plan, key, key, new HashSet<>())) {
      Set<String> targets = new TreeSet<>();
      plan.group(key).forEach(r -> target(r).ifPresent(name -> targets.add(name.text())));
      report.add(
          new Subject.OfGroup(key),
          "its CNAME to " + String.join(", ", targets) + " points back here in a loop",
          "name a host outside this loop");
    }
  }

  private static boolean reaches(
      LintContext plan, RrsetKey from, RrsetKey goal, Set<RrsetKey> seen) {
    return next(plan, from)
        .anyMatch(key -> key.equals(goal) || (seen.add(key) && reaches(plan, key, goal, seen)));
  }

  private static Stream<RrsetKey> next(LintContext plan, RrsetKey from) {
    List<RecordSet> records = plan.group(from);
    return records.stream()
        .flatMap(r -> Stream.concat(LintContext.target(r).stream(), cname(r).stream()));
  }

  private static Optional<RrsetKey> cname(RecordSet record) {
    return target(record).map(name -> new RrsetKey(name, RecordType.CNAME));
  }

  private static Optional<DnsName> target(RecordSet record) {
    return record.type() == RecordType.CNAME && record.data() instanceof RecordData.Values answer
        ? DnsName.of(answer.values().get(0))
        : Optional.empty();
  }
}
