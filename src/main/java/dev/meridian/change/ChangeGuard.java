package dev.meridian.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds applies that change an unusual share of a hosted zone. Most of them are mistakes: a wrong
 * file, a wrong branch, or a renamed application.
 *
 * @param percent the share of a zone's record sets, 0..100, that one apply may update, and that it
 *     may delete
 * @param from the number of record sets from which a zone is guarded
 */
public record ChangeGuard(int percent, int from) {

  /**
   * What one apply does with the record sets of a hosted zone.
   *
   * @param zone its name or, if that is not known, its ID
   * @param recordSets the record sets that exist before, as far as the state contains them
   * @param updated record sets that change in place
   * @param deleted record sets that are deleted or replaced
   */
  public record Counts(String zone, int recordSets, int updated, int deleted) {}

  /**
   * A share of a zone's record sets that is too large.
   *
   * @param what {@code updated} or {@code deleted}
   * @param changed the number of these record sets
   */
  public record Excess(String zone, String what, int changed, int recordSets, int percent) {

    /** The share, 0..1. */
    public double share() {
      return (double) changed / recordSets;
    }
  }

  /** The zones of which too many record sets are updated or deleted, in the given order. */
  public List<Excess> check(List<Counts> zones) {
    List<Excess> found = new ArrayList<>();
    for (Counts zone : zones) {
      if (zone.recordSets() >= from) {
        add(zone, "updated", zone.updated(), found);
        add(zone, "deleted", zone.deleted(), found);
      }
    }
    return List.copyOf(found);
  }

  private void add(Counts zone, String what, int changed, List<Excess> found) {
    if (100L * changed > (long) percent * zone.recordSets()) {
      found.add(new Excess(zone.zone(), what, changed, zone.recordSets(), percent));
    }
  }
}
