package dev.meridian.cli.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a deployment's zones, and how they differ.
 *
 * @param zones at least one; the private zone is the second one
 * @param notes which zones this is not about, in sentences
 */
public record ComparedVersions(List<ZoneComparison> zones, List<String> notes) {
  public ComparedVersions {
    zones = List.copyOf(zones);
    notes = List.copyOf(notes);
  }

  /** Whether nothing changes in any zone. */
  public boolean isSame() {
    return zones.stream().allMatch(ZoneComparison::isSame);
  }

  /** For people; several zones have headings. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ZoneComparison zone : zones) {
      if (zones.size() > 1) {
        lines.add((lines.isEmpty() ? "" : System.lineSeparator()) + zone.heading() + ":");
      }
      lines.addAll(zone.lines());
    }
    return lines;
  }

  /** For programs: the first zone, with the second one, if there is one, under a key of its own. */
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(zones.get(0).json());
    if (zones.size() > 1) {
      json.put("private-zone", zones.get(1).json());
    }
    return json;
  }
}
