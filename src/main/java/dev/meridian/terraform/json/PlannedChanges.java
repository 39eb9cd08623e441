package dev.meridian.terraform.json;

import dev.meridian.change.Changes;
import dev.meridian.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Terraform plan does to hosted zones.
 *
 * @param zones every zone with a record set before or after, and every zone that the plan creates,
 *     changes, or deletes; sorted by name
 * @param unread what could not be read, before or after; nothing is omitted silently
 * @param withoutZone the addresses of record sets that change and whose zone is not known, sorted
 * @param notes what the plan leaves out, in sentences
 */
public record PlannedChanges(
    List<ZoneChange> zones, List<Diagnostic> unread, List<String> withoutZone, List<String> notes) {

  public PlannedChanges {
    zones = List.copyOf(zones);
    unread = List.copyOf(unread);
    withoutZone = List.copyOf(withoutZone);
    notes = List.copyOf(notes);
  }

  /**
   * One hosted zone.
   *
   * @param before null if the plan creates it, or if no record set in it is managed before
   * @param after null if nothing in it is managed afterwards
   */
  public record ZoneChange(
      PlansRead.@Nullable Zone before, PlansRead.@Nullable Zone after, Changes changes) {

    /** The zone before, if there is one. */
    public Optional<PlansRead.Zone> earlier() {
      return Optional.ofNullable(before);
    }

    /** The zone after, if there is one. */
    public Optional<PlansRead.Zone> later() {
      return Optional.ofNullable(after);
    }
  }
}
