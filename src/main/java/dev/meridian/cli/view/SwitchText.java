package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.WhatIf;
import dev.meridian.resolve.analysis.WhatIf.NameImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Switches, and what a change of one does to the answers, as text for people. */
public final class SwitchText {
  private static final double NOTHING = 1e-9;

  private SwitchText() {}

  /**
   * The regions with their states.
   *
   * @param inService by region
   */
  public static List<String> states(Map<String, Boolean> inService) {
    TextTable table = new TextTable("REGION", "STATE");
    inService.forEach((region, on) -> table.row(region, word(on)));
    return table.lines();
  }

  /** A state in words. */
  public static String word(boolean inService) {
    return inService ? "in service" : "out of service";
  }

  /** The shares of the clients before and after a change, where they differ. */
  public static List<String> shares(WhatIf change, QueryContext context) {
    TextTable table = new TextTable("NAME", "TYPE", "ENDPOINT", "NOW", "THEN");
    List<String> lines = new ArrayList<>();
    boolean any = false;
    for (NameImpact name : change.names()) {
      TreeSet<String> ends = new TreeSet<>(name.before().keySet());
      ends.addAll(name.after().keySet());
      for (String end : ends) {
        double before = name.before().getOrDefault(end, 0.0);
        double after = name.after().getOrDefault(end, 0.0);
        if (Math.abs(before - after) > NOTHING) {
          any = true;
          table.row(
              name.question().name().text(),
              name.question().type().toString(),
              Shares.isEndpoint(end) ? context.names().shown(end) : end,
              Percent.of(before),
              Percent.of(after));
        }
      }
    }
    if (any) {
      lines.add("Answers, if everything else is healthy:");
      table.lines().forEach(line -> lines.add("  " + line));
    } else {
      lines.add("No answer changes, if everything else is healthy.");
    }
    lines.addAll(NotKnownText.lines(change.notKnown()));
    return lines;
  }
}
