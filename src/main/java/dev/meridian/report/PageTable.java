package dev.meridian.report;

import java.util.List;

/**
 * A table, as text that is not escaped yet. The first cell of a row is its heading.
 *
 * @param caption what the table shows
 */
public record PageTable(String caption, List<Column> columns, List<List<String>> rows) {
  public PageTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A column; numbers are to the right. */
  public record Column(String heading, boolean isNumber) {
    public static Column text(String heading) {
      return new Column(heading, false);
    }

    public static Column number(String heading) {
      return new Column(heading, true);
    }
  }
}
