package dev.meridian.cli.view.change;

import dev.meridian.change.ChangeGuard;
import dev.meridian.change.ChangeGuard.Excess;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.Percent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the change guard found, for people and for programs. */
public final class GuardText {
  /** Increased for every incompatible change of the JSON. */
  private static final int VERSION = 1;

  private GuardText() {}

  /**
   * One notice for each excess.
   *
   * @param forced whether the user allows it
   */
  public static List<Notice> of(ChangeGuard guard, List<ChangeGuard.Counts> zones, boolean forced) {
    return guard.check(zones).stream().map(excess -> notice(excess, forced)).toList();
  }

  /** A line for each zone. */
  public static List<String> counts(List<ChangeGuard.Counts> zones) {
    return zones.stream()
        .map(
            zone ->
                zone.zone()
                    + ": "
                    + Count.of(zone.recordSets(), "record set")
                    + ", "
                    + zone.updated()
                    + " to update, "
                    + zone.deleted()
                    + " to delete")
        .toList();
  }

  /** The JSON that docs/commands.md describes. */
  public static String json(List<ChangeGuard.Counts> zones, List<Notice> notices) {
    return JsonText.of(
        new JsonObject()
            .with("version", VERSION)
            .with("zones", zones.stream().map(GuardText::json).toList())
            .with("findings", notices.stream().map(Notice::json).toList())
            .map());
  }

  private static Map<String, @Nullable Object> json(ChangeGuard.Counts zone) {
    return new JsonObject()
        .with("zone", zone.zone())
        .with("record-sets", zone.recordSets())
        .with("updated", zone.updated())
        .with("deleted", zone.deleted())
        .map();
  }

  private static Notice notice(Excess excess, boolean forced) {
    return new Notice(
        "change-guard",
        excess.zone(),
        excess.changed()
            + " of "
            + excess.recordSets()
            + " record sets ("
            + Percent.of(excess.share())
            + ") would be "
            + excess.what()
            + " in one apply, more than "
            + excess.percent()
            + " %",
        "check that this is the right file and environment; if you want this, add --force",
        forced);
  }
}
