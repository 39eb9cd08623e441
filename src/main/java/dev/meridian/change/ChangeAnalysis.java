package dev.meridian.change;

import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that a set of changes does besides what it is meant to do. */
public final class ChangeAnalysis {
  private ChangeAnalysis() {}

  /**
   * The findings, sorted by kind and subject.
   *
   * @param locations the clients who ask
   */
  public static List<ChangeFinding> of(Changes changes, List<ClientLocation> locations) {
    ApplyOrder order = ApplyOrder.certain(changes);
    ApplyOrder creatingFirst = ApplyOrder.creatingFirst(changes);
    List<ChangeFinding> findings = new ArrayList<>(zone(changes));
    findings.addAll(Refusals.of(changes, order));
    findings.addAll(TargetChecks.of(changes, order));
    findings.addAll(UsedHealthChecks.of(changes, order));
    findings.addAll(unread(changes));
    Set<String> refused = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.kind() == Kind.REFUSED)
        .forEach(finding -> refused.addAll(finding.addresses()));
    if (!changes.zoneAction().isReplacement()) {
      findings.addAll(new Gaps(changes, order, creatingFirst, refused, locations).all());
    }
    findings.sort(
        Comparator.comparing(ChangeFinding::kind)
            .thenComparing(ChangeFinding::subject)
            .thenComparing(finding -> String.join(" ", finding.words())));
    return List.copyOf(findings);
  }

  private static List<ChangeFinding> zone(Changes changes) {
    String name = changes.before().zone().text();
    if (changes.zoneAction().isReplacement()) {
      return List.of(
          finding(
              Kind.ZONE,
              name,
              List.of(),
              "The hosted zone is replaced. The new one has other name servers, so clients get no"
                  + " answers until the registrar or the parent zone names these, and up to two days"
                  + " more, because resolvers remember the old ones."));
    }
    return changes.zoneAction() == Action.DELETE
        ? List.of(
            finding(
                Kind.ZONE,
                name,
                List.of(),
                "The hosted zone is deleted. Route 53 refuses that while it has record sets that"
                    + " this plan does not delete, unless it has force_destroy."))
        : List.of();
  }

  private static ChangeFinding finding(
      Kind kind, String subject, List<String> addresses, String words) {
    return new ChangeFinding(
        kind, kind != Kind.NOT_KNOWN, subject, addresses, List.of(words), null);
  }

  private static List<ChangeFinding> unread(Changes changes) {
    return changes.records().stream()
        .filter(change -> !change.action().isIdle())
        .filter(change -> change.before().isUnread() || change.after().isUnread())
        .map(
            change ->
                finding(
                    Kind.NOT_KNOWN,
                    change.address(),
                    List.of(change.address()),
                    "It could not be read, so it is not known whether it is missing for a time, or"
                        + " whether Route 53 accepts it."))
        .toList();
  }
}
