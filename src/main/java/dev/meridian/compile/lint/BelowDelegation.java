package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rule {@code below-delegation}. */
final class BelowDelegation implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    Set<DnsName> delegated =
        plan.groups().keySet().stream()
            .filter(key -> key.type() == RecordType.NS && !key.name().equals(plan.plan().zone()))
            .map(RrsetKey::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (delegated.isEmpty()) {
      return;
    }
    for (RrsetKey key : plan.groups().keySet()) {
      delegation(key.name(), delegated)
          .filter(cut -> !belongs(key, cut) && !isGlue(plan, key, cut))
          .ifPresent(
              cut ->
                  report.add(
                      new Subject.OfGroup(key),
                      cut + " is delegated, so this zone does not answer for " + key,
                      "declare it in the zone that the NS records point to, or remove them"));
    }
  }

  private static Optional<DnsName> delegation(DnsName name, Set<DnsName> delegated) {
    for (Optional<DnsName> up = Optional.of(name); up.isPresent(); up = up.get().parent()) {
      if (delegated.contains(up.get())) {
        return up;
      }
    }
    return Optional.empty();
  }

  /** The delegating zone has the NS and DS records of the name itself (RFC 4035, section 2.4). */
  private static boolean belongs(RrsetKey key, DnsName cut) {
    return key.name().equals(cut) && (key.type() == RecordType.NS || key.type() == RecordType.DS);
  }

  /** The addresses of name servers that are below the delegation (RFC 1034, section 4.2.1). */
  private static boolean isGlue(LintContext plan, RrsetKey key, DnsName cut) {
    return (key.type() == RecordType.A || key.type() == RecordType.AAAA)
        && plan.group(new RrsetKey(cut, RecordType.NS)).stream()
            .map(RecordSet::data)
            .flatMap(data -> data.parts().stream())
            .anyMatch(server -> DnsName.of(server).filter(key.name()::equals).isPresent());
  }
}
