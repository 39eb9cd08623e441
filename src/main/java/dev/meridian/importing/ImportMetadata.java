package dev.meridian.importing;

import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an import except its plan.
 *
 * @param source the source of the plan, for the first comment
 * @param application 1..32 of a-z, 0-9 and -, a letter first
 * @param environment the same form
 * @param zoneId the id of the adopted zone; null for a zone that does not exist yet
 * @param kind whether the zone is public; a private zone is never created as a public one
 * @param leftOut what could not be read, as lines of text
 * @param incomplete the groups with a record set in {@code leftOut}, whose answers would differ
 *     without it
 */
public record ImportMetadata(
    String source,
    String application,
    String environment,
    @Nullable String zoneId,
    ZoneKind kind,
    List<String> leftOut,
    Set<RrsetKey> incomplete) {
  public ImportMetadata {
    leftOut = List.copyOf(leftOut);
    incomplete = Set.copyOf(incomplete);
  }
}
