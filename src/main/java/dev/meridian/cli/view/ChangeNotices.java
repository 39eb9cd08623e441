package dev.meridian.cli.view;

import dev.meridian.change.ChangeAnalysis;
import dev.meridian.change.ChangeFinding;
import dev.meridian.change.Changes;
import dev.meridian.change.RecordChange;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import java.util.List;
import java.util.Optional;

/** What a set of Terraform changes would do to live answers, with a way to avoid it. */
public final class ChangeNotices {
  private final Changes changes;
  private final ClientPopulation population;

  private ChangeNotices(Changes changes) {
    this.changes = changes;
    this.population = ClientPopulation.of(changes.kind());
  }

  /** The worst first. */
  public static List<Notice> of(Changes changes) {
    ChangeNotices notices = new ChangeNotices(changes);
    return ChangeAnalysis.of(changes, notices.population.locations()).stream()
        .map(notices::notice)
        .toList();
  }

  /** A record set that changes in a zone that is not known. */
  public static Notice withoutZone(String address) {
    return new Notice(
        "not-known",
        address,
        "its hosted zone is not known, so it is not known what clients notice",
        "run ./meridian compare --plan with --zone-name",
        false);
  }

  private Notice notice(ChangeFinding finding) {
    return new Notice(
        finding.kind().word(),
        finding.subject(),
        String.join(" ", FindingWords.sentences(finding, population)),
        fix(finding),
        false);
  }

  private String fix(ChangeFinding finding) {
    Optional<RecordChange> policy = changed(finding, ChangeNotices::isOtherPolicy);
    return switch (finding.kind()) {
      case MISSING, REFUSED ->
          policy
              .map(change -> migration(change.after().recordSet().orElseThrow().name()))
              .orElseGet(
                  () ->
                      changed(finding, ChangeNotices::isOtherTtl).isPresent()
                          ? "change the TTL of the whole group in one batch first; see"
                              + " docs/stacks.md#limits-of-the-provider"
                          : "keep the resource with was: or identifier:, or run ./meridian migrate"
                              + " NAME");
      case HEALTH_CHECK ->
          "write was: in the health check or endpoint, or remove it in a second apply";
      case ZONE -> "keep the hosted zone in this stack, or adopt it with its id";
      case NOT_KNOWN -> "apply what it depends on first, and plan again";
    };
  }

  private String migration(DnsName name) {
    String zone = changes.after().zone().text();
    String text = name.text();
    String label = text.equals(zone) ? "@" : text.substring(0, text.length() - zone.length() - 1);
    return "run ./meridian migrate " + label + ", or write front-door: true for the name";
  }

  @FunctionalInterface
  private interface Test {
    boolean test(RecordSet before, RecordSet after);
  }

  /** The first change of the finding's resources that fits. */
  private Optional<RecordChange> changed(ChangeFinding finding, Test test) {
    return changes.records().stream()
        .filter(change -> finding.addresses().contains(change.address()))
        .filter(
            change ->
                change.before().recordSet().isPresent()
                    && change.after().recordSet().isPresent()
                    && test.test(
                        change.before().recordSet().get(), change.after().recordSet().get()))
        .findFirst();
  }

  private static boolean isOtherPolicy(RecordSet before, RecordSet after) {
    return before.policy().kind() != after.policy().kind();
  }

  private static boolean isOtherTtl(RecordSet before, RecordSet after) {
    return before.data() instanceof RecordData.Values old
        && after.data() instanceof RecordData.Values next
        && old.ttl() != next.ttl();
  }
}
