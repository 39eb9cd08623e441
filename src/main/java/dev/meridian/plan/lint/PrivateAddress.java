package dev.meridian.plan.lint;

import dev.meridian.model.Answer;
import dev.meridian.model.Destination;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.plan.rule.Subject;

/** Tells {@code private-address}. */
final class PrivateAddress implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      boolean address = record.type() == RecordType.A || record.type() == RecordType.AAAA;
      if (address && record.answer() instanceof Answer.Values answer) {
        answer.values().stream()
            .filter(PrivateAddress::isPrivate)
            .findFirst()
            .ifPresent(
                value ->
                    report.add(
                        new Subject.OfRecord(record.key()),
                        "nobody on the internet reaches " + value,
                        "use a public address; a private one belongs into a private zone"));
      }
    }
  }

  private static boolean isPrivate(Value value) {
    return value instanceof Value.Literal literal && !Destination.isReachable(literal.text());
  }
}
