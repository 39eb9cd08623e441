package dev.meridian.report;

import java.util.List;

/**
 * What the page of a drill shows, as text that is not escaped yet.
 *
 * @param title such as {@code example.com}
 * @param source what the plan was read from
 * @param facts what was played, in sentences
 * @param verdict in one sentence
 * @param findings each in one line
 * @param notKnown the answers that are not known, in sentences
 */
public record DrillPage(
    String title,
    String source,
    List<String> facts,
    String verdict,
    List<String> findings,
    List<String> notKnown,
    TimeLine timeLine,
    List<Section> sections) {

  public DrillPage {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    notKnown = List.copyOf(notKnown);
    sections = List.copyOf(sections);
  }

  /**
   * A part of the page.
   *
   * @param id of the element
   * @param lines above the tables
   * @param notes below the tables
   */
  public record Section(
      String id, String heading, List<String> lines, List<PageTable> tables, List<String> notes) {
    public Section {
      lines = List.copyOf(lines);
      tables = List.copyOf(tables);
      notes = List.copyOf(notes);
    }
  }
}
