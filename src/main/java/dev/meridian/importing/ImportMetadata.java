package dev.meridian.importing;

import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an import beside its plan.
 *
 * @param source where the plan was read, for the first comment
 * @param application 1..32 of a-z, 0-9 and -, a letter first
 * @param environment the same form
 * @param zoneId of the zone that is adopted; null for one that is yet to be made
 * @param kind whether the internet can ask the zone; one that is private is never created as a
 *     public one
 * @param leftOut what the reader of the plan could not read, in lines for people
 * @param incomplete the groups of which a record set is among {@code leftOut}: without it they
 *     would answer otherwise
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
