package dev.meridian.cli.view.change;

import dev.meridian.change.ChangeAnalysis;
import dev.meridian.change.ChangeFinding;
import dev.meridian.change.Changes;
import dev.meridian.change.RecordChange;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.Count;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.terraform.json.MovedRecords;
import java.util.List;
import java.util.Optional;

/** What a set of Terraform changes would do to live answers, with a way to avoid it. */
public final class ChangeNotices {
  private final Changes changes;
  private final ClientPopulation population;

  private ChangeNotices(Changes changes, ClientPopulation population) {
    this.changes = changes;
    this.population = population;
  }

  /**
   * The worst first.
   *
   * @param population the clients who ask
   */
  public static List<Notice> of(Changes changes, ClientPopulation population) {
    ChangeNotices notices = new ChangeNotices(changes, population);
    return ChangeAnalysis.of(changes, population.locations()).stream()
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

  /** Record sets that a plan moves to a new hosted zone, which nobody asks. */
  public static Notice moved(MovedRecords moved) {
    return new Notice(
        "other-zone",
        moved.zone() + " (" + moved.from() + ")",
        "the plan creates a second hosted zone with this name, and moves "
            + Count.of(moved.count(), "record set")
            + " to it. Until the delegation names the new zone, these questions have no answer",
        "run ./meridian adopt before you apply, or write zone: {name: "
            + moved.zone()
            + ", id: "
            + moved.from()
            + "}",
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
    List<RecordChange> changed =
        changes.records().stream()
            .filter(change -> finding.addresses().contains(change.address()))
            .toList();
    return switch (finding.kind()) {
      case MISSING, REFUSED ->
          changed.stream().anyMatch(RecordChange::isTrafficPolicy)
              ? "apply twice, or use a new name and an alias to it; see"
                  + " docs/traffic-policies.md#pitfalls"
              : otherPolicy(changed).map(this::migration).orElseGet(() -> way(changed));
      case HEALTH_CHECK ->
          "write was: in the health check or endpoint, or remove it in a second apply";
      case ZONE -> "keep the hosted zone in this stack, or adopt it with its id";
      case NOT_KNOWN -> "apply what it depends on first, and plan again";
    };
  }

  private static String way(List<RecordChange> changed) {
    return changed.stream().anyMatch(ChangeNotices::isOtherTtl)
        ? "change the TTL of the whole group in one batch first; see"
            + " docs/stacks.md#limits-of-the-provider"
        : "keep the resource with was: or identifier:, or run ./meridian migrate NAME";
  }

  /** The name whose record sets get another kind of policy, one resource at a time or together. */
  private static Optional<DnsName> otherPolicy(List<RecordChange> changed) {
    for (RecordChange one : changed) {
      Optional<RecordSet> old = one.before().recordSet();
      Optional<RecordSet> next =
          changed.stream()
              .flatMap(change -> change.after().recordSet().stream())
              .filter(record -> old.filter(before -> isOtherPolicy(before, record)).isPresent())
              .findFirst();
      if (next.isPresent()) {
        return next.map(RecordSet::name);
      }
    }
    return Optional.empty();
  }

  private String migration(DnsName name) {
    String zone = changes.after().zone().text();
    String text = name.text();
    String label = text.equals(zone) ? "@" : text.substring(0, text.length() - zone.length() - 1);
    return "run ./meridian migrate " + label + ", or write front-door: true for the name";
  }

  private static boolean isOtherPolicy(RecordSet before, RecordSet after) {
    return before.group().equals(after.group()) && before.policy().kind() != after.policy().kind();
  }

  private static boolean isOtherTtl(RecordChange change) {
    Optional<RecordData> before = change.before().recordSet().map(RecordSet::data);
    Optional<RecordData> after = change.after().recordSet().map(RecordSet::data);
    return before.isPresent()
        && after.isPresent()
        && before.get() instanceof RecordData.Values old
        && after.get() instanceof RecordData.Values next
        && old.ttl() != next.ttl();
  }
}
