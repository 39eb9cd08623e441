package dev.meridian.plan.lint;

import dev.meridian.model.Answer;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.plan.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells {@code cname-loop}. */
final class CnameLoop implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    plan.groups().forEach((key, records) -> check(plan, key, report));
  }

  private static void check(Examined plan, GroupKey key, Report report) {
    if (key.type() == RecordType.CNAME && reaches(plan, key, key, new HashSet<>())) {
      Set<String> targets = new TreeSet<>();
      plan.group(key).forEach(r -> target(r).ifPresent(name -> targets.add(name.text())));
      report.add(
          new Subject.OfGroup(key),
          "its CNAME to " + String.join(", ", targets) + " leads back here",
          "name a host outside of this circle");
    }
  }

  private static boolean reaches(Examined plan, GroupKey from, GroupKey goal, Set<GroupKey> seen) {
    return next(plan, from)
        .anyMatch(key -> key.equals(goal) || (seen.add(key) && reaches(plan, key, goal, seen)));
  }

  private static Stream<GroupKey> next(Examined plan, GroupKey from) {
    List<RecordSet> records = plan.group(from);
    return records.stream()
        .flatMap(r -> Stream.concat(Examined.target(r).stream(), cname(r).stream()));
  }

  private static Optional<GroupKey> cname(RecordSet record) {
    return target(record).map(name -> new GroupKey(name, RecordType.CNAME));
  }

  private static Optional<DnsName> target(RecordSet record) {
    return record.type() == RecordType.CNAME && record.answer() instanceof Answer.Values answer
        ? DnsName.of(answer.values().get(0))
        : Optional.empty();
  }
}
