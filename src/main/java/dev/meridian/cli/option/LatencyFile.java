package dev.meridian.cli.option;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads latencies: a heading such as {@code area,us-east-1,eu-west-1}, then rows such as {@code
 * DE,92.5,21}. Empty cells are not known; lines that begin with # are comments.
 */
final class LatencyFile {
  /** Far more than a row for each country and a column for each region need. */
  private static final int MAX_BYTES = InputFile.MEGABYTE;

  private static final String AREA = "area";
  private static final String US_STATE = "US-";

  /** Milliseconds; larger numbers are probably mistakes. */
  private static final double MOST = 60_000;

  private final String file;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, Map<String, Double>> latencies = new TreeMap<>();
  private List<String> regions = List.of();

  private LatencyFile(Path file) {
    this.file = file.toString();
  }

  /** Milliseconds by area and AWS region. */
  static Map<String, Map<String, Double>> read(Path file) throws BadInput {
    LatencyFile reading = new LatencyFile(file);
    reading.rows(file);
    if (!reading.problems.isEmpty()) {
      throw new BadInput(reading.problems);
    }
    return reading.latencies;
  }

  private void rows(Path path) {
    for (TextLine line :
        TextLine.read(path, MAX_BYTES, problems::add).map(TextLine::of).orElse(List.of())) {
      row(line.number(), List.of(line.text().split("\\s*,\\s*", -1)));
    }
    if (regions.isEmpty() && problems.isEmpty()) {
      problem(
          SourceLocation.wholeFile(file), "the file has no heading", "begin with area,us-east-1");
    }
  }

  private void row(int line, List<String> cells) {
    if (regions.isEmpty()) {
      heading(line, cells);
      return;
    }
    String area = cells.get(0);
    if (!isArea(area)) {
      problem(at(line, 0), "\"" + area + "\" is not an area", "use a country such as DE, or US-CA");
    } else if (latencies.containsKey(area)) {
      problem(at(line, 0), "duplicate area " + area, "remove one of them");
    } else if (cells.size() != regions.size()) {
      problem(
          at(line, 0),
          Count.of(cells.size(), "cell") + " in a table of " + regions.size(),
          "write a number, or nothing, for each region in the heading");
    } else {
      latencies.put(area, numbers(line, cells));
    }
  }

  private void heading(int line, List<String> cells) {
    regions = cells;
    if (!cells.get(0).equals(AREA)) {
      problem(at(line, 0), "the heading begins with \"" + cells.get(0) + "\"", "write area first");
    }
    for (int i = 1; i < cells.size(); i++) {
      if (AwsRegions.byCode(cells.get(i)).isEmpty()) {
        problem(
            at(line, i),
            "\"" + cells.get(i) + "\" is not an AWS region",
            "use a code such as eu-west-1");
      }
    }
  }

  private Map<String, Double> numbers(int line, List<String> cells) {
    Map<String, Double> row = new TreeMap<>();
    for (int i = 1; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        number(line, i, cell, row);
      }
    }
    return row;
  }

  private void number(int line, int column, String cell, Map<String, Double> row) {
    boolean plain = cell.matches("[0-9]{1,5}(\\.[0-9]{1,6})?");
    if (plain && Double.parseDouble(cell) <= MOST) {
      row.put(regions.get(column), Double.parseDouble(cell));
    } else {
      problem(
          at(line, column),
          "\"" + cell + "\" is not a latency to " + regions.get(column),
          "write milliseconds, 0..60000, such as 21.5");
    }
  }

  private static boolean isArea(String code) {
    return code.startsWith(US_STATE)
        ? UsStates.byCode(code.substring(US_STATE.length())).isPresent()
        : Countries.byCode(code).isPresent();
  }

  /** Counts columns in cells, as spreadsheets do. */
  private SourceLocation at(int line, int cell) {
    return new SourceLocation(file, line, cell + 1);
  }

  private void problem(SourceLocation at, String what, String fix) {
    problems.add(new Diagnostic(at, "", what, fix));
  }
}
