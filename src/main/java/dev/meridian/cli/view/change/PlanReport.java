package dev.meridian.cli.view.change;

import dev.meridian.change.ChangeFinding;
import dev.meridian.cli.option.PlannedZones;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.Percent;
import dev.meridian.resolve.analysis.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Terraform plan does to clients, for people and for programs.
 *
 * @param guard what the change guard found
 */
public record PlanReport(PlannedZones plan, List<ZoneReport> zones, List<Notice> guard) {
  /** Increased for every incompatible change of the JSON. */
  private static final int VERSION = 1;

  private static final int SHARE_DIGITS = 6;
  private static final int MOST = 20;

  public PlanReport {
    zones = List.copyOf(zones);
    guard = List.copyOf(guard);
  }

  /** Whether nothing changes for anybody, and everything is known. */
  public boolean isFine() {
    return zones.stream().allMatch(ZoneReport::isFine)
        && plan.withoutZone().isEmpty()
        && guard.stream().allMatch(Notice::forced);
  }

  /** Whether there is nothing to compare, because the plan has no record sets. */
  boolean isEmpty() {
    return zones.isEmpty() && plan.withoutZone().isEmpty() && plan.notes().isEmpty();
  }

  /** The report as text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ZoneReport zone : zones) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(heading(zone));
      ComparisonText.lines(zone.comparison(), zone.population(), StayingText.NONE, List.of())
          .stream()
          .forEach(lines::add);
      zone.findings().forEach(finding -> lines.addAll(lines(zone, finding)));
    }
    if (isEmpty()) {
      lines.add("The plan has no record sets.");
    }
    guard.forEach(notice -> lines.addAll(notice.lines()));
    lines.addAll(rest());
    return lines;
  }

  static String heading(ZoneReport zone) {
    return zone.zone().name() + ", " + FindingWords.counts(zone.zone().changes());
  }

  private static List<String> lines(ZoneReport zone, ChangeFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(FindingWords.title(finding) + ": " + finding.subject());
    FindingWords.sentences(finding, zone.population()).forEach(text -> lines.add("  " + text));
    finding.addresses().stream().limit(MOST).forEach(address -> lines.add("    " + address));
    if (finding.addresses().size() > MOST) {
      lines.add("    and " + (finding.addresses().size() - MOST) + " more");
    }
    return lines;
  }

  /** What is not in any zone. */
  List<String> rest() {
    List<String> lines = new ArrayList<>();
    if (!plan.withoutZone().isEmpty()) {
      lines.add("Changes that are not compared, because their hosted zone is not known:");
      plan.withoutZone().stream().limit(MOST).forEach(address -> lines.add("  " + address));
      if (plan.withoutZone().size() > MOST) {
        lines.add("  and " + (plan.withoutZone().size() - MOST) + " more");
      }
    }
    plan.notes().forEach(note -> lines.add("Note: " + note + "."));
    return lines;
  }

  /** The report as JSON; docs/commands.md describes the format. */
  public Map<String, @Nullable Object> json() {
    return new JsonObject()
        .with("version", VERSION)
        .with("zones", zones.stream().map(PlanReport::json).toList())
        .with("without-zone", plan.withoutZone())
        .with("change-guard", guard.stream().map(Notice::json).toList())
        .with("notes", plan.notes())
        .map();
  }

  private static Map<String, @Nullable Object> json(ZoneReport zone) {
    Map<String, @Nullable Object> json = ComparisonText.json(zone.comparison(), StayingText.NONE);
    JsonObject all =
        new JsonObject()
            .with("zone", zone.zone().changes().before().zone().text())
            .with("id", zone.zone().changes().zoneId())
            .with("record-sets", FindingWords.counted(zone.zone().changes()));
    for (String member : List.of("changes", "not-known", "unread")) {
      all.with(member, json.get(member));
    }
    return all.with("findings", zone.findings().stream().map(one -> json(zone, one)).toList())
        .map();
  }

  private static Map<String, @Nullable Object> json(ZoneReport zone, ChangeFinding finding) {
    return new JsonObject()
        .with("kind", finding.kind().word())
        .with("certain", finding.certain())
        .with("subject", finding.subject())
        .with("addresses", finding.addresses())
        .with("words", FindingWords.sentences(finding, zone.population()))
        .with("seconds", finding.interruption().map(ChangeFinding.Gap::seconds).orElse(null))
        .with(
            "negative-seconds",
            finding.interruption().map(ChangeFinding.Gap::negativeSeconds).orElse(null))
        .with(
            "effects",
            finding.interruption().stream()
                .flatMap(gap -> gap.effects().stream())
                .map(PlanReport::json)
                .toList())
        .map();
  }

  private static Map<String, @Nullable Object> json(Interruption effect) {
    return new JsonObject()
        .with("name", effect.question().name().text())
        .with("type", effect.question().type().name())
        .with("places", effect.places())
        .with("unanswered", Percent.rounded(effect.unanswered(), SHARE_DIGITS))
        .with("diverted", Percent.rounded(effect.diverted(), SHARE_DIGITS))
        .map();
  }
}
