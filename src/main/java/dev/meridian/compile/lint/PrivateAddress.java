package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.Destination;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;

/** The rule {@code private-address}. */
final class PrivateAddress implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    boolean isPrivateZone =
        plan.deployment().filter(d -> d.zone().kind() == ZoneKind.PRIVATE).isPresent();
    if (isPrivateZone) {
      return;
    }
    for (RecordSet record : plan.plan().records()) {
      boolean address = record.type() == RecordType.A || record.type() == RecordType.AAAA;
      if (address && record.data() instanceof RecordData.Values answer) {
        answer.values().stream()
            .filter(PrivateAddress::isPrivate)
            .findFirst()
            .ifPresent(
                value ->
                    report.add(
                        new Subject.OfRecord(record.key()),
                        "clients on the internet cannot reach " + value,
                        "use a public address; private addresses belong in private zones"));
      }
    }
  }

  private static boolean isPrivate(Value value) {
    return value instanceof Value.Literal literal && !Destination.isReachable(literal.text());
  }
}
