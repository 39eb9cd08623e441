package dev.meridian.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the top of the file beside the routes.
 *
 * @param source where the plan was read, for the first comment
 * @param application 1..32 of a-z, 0-9 and -, a letter first
 * @param environment the same form
 * @param zoneId of the zone that is adopted; null for one that is yet to be made
 * @param leftOut what the reader of the plan could not read, in lines for people
 */
public record Heading(
    String source,
    String application,
    String environment,
    @Nullable String zoneId,
    List<String> leftOut) {
  public Heading {
    leftOut = List.copyOf(leftOut);
  }
}
