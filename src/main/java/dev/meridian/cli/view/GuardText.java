package dev.meridian.cli.view;

import dev.meridian.change.ChangeGuard;
import dev.meridian.change.ChangeGuard.Excess;
import java.util.List;

/** What the change guard found, for people and for programs. */
public final class GuardText {
  private GuardText() {}

  /**
   * One notice for each excess.
   *
   * @param forced whether the user allows it
   */
  public static List<Notice> of(
      ChangeGuard guard, List<ChangeGuard.Counts> zones, boolean forced) {
    return guard.check(zones).stream().map(excess -> notice(excess, forced)).toList();
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
