package dev.meridian.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page about two versions of one or more zones shows, as text that is not escaped yet.
 *
 * @param title such as {@code example.com}
 * @param before what the current version was read from
 * @param after what the new version was read from
 * @param verdict in sentences, the most important first
 * @param notKnown what could not be read or compared, in sentences
 * @param findings what else the change does
 * @param remarks what else to know, in lines
 * @param names the questions on the map, such as {@code api.example.com A}
 * @param json the data of the maps
 */
public record ComparisonPage(
    String title,
    String before,
    String after,
    List<String> verdict,
    List<String> notKnown,
    List<Finding> findings,
    List<String> remarks,
    List<Zone> zones,
    List<String> names,
    String json) {

  public ComparisonPage {
    verdict = List.copyOf(verdict);
    notKnown = List.copyOf(notKnown);
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
    zones = List.copyOf(zones);
    names = List.copyOf(names);
  }

  /** Something that the change does, apart from the answers before and after it. */
  public record Finding(String title, List<String> lines) {
    public Finding {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A zone.
   *
   * @param entries the names with their types that are not the same in both versions, sorted
   * @param unchanged how many others there are
   */
  public record Zone(String name, List<Entry> entries, int unchanged) {
    public Zone {
      entries = List.copyOf(entries);
    }

    /** The number of entries with a mark. */
    public long count(Mark mark) {
      return entries.stream().filter(entry -> entry.mark() == mark).count();
    }
  }

  /**
   * A name with its type.
   *
   * @param share of the clients whose answers change
   * @param places how many client locations that are
   * @param notCompared why the answers could not be compared; empty if they were
   * @param shares of the endpoints; empty if no answer changes, or if clients don't connect to what
   *     the answers contain
   * @param changes the most populous first
   * @param before the tree of the current version; null if there is none
   * @param after the tree of the new version; null if there is none
   */
  public record Entry(
      String name,
      Mark mark,
      String share,
      int places,
      String notCompared,
      List<EndpointShare> shares,
      List<AnswerChange> changes,
      @Nullable MarkedTree before,
      @Nullable MarkedTree after) {
    public Entry {
      shares = List.copyOf(shares);
      changes = List.copyOf(changes);
    }
  }

  /** An endpoint's share of the clients, and the difference, such as {@code +12.5 %}. */
  public record EndpointShare(String endpoint, String before, String after, String difference) {}

  /**
   * Clients whose answers change in the same way.
   *
   * @param places their locations, the most populous first, or {@code everybody}
   * @param number how many locations that are
   * @param note what is not known yet; empty if nothing
   */
  public record AnswerChange(
      List<String> places, int number, String share, String before, String after, String note) {
    public AnswerChange {
      places = List.copyOf(places);
    }
  }
}
