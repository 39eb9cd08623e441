package dev.meridian.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A country or US state on a map.
 *
 * @param code of a client location, such as {@code DE} or {@code US-CA}; {@code -} for land that
 *     Route 53 has no country for
 * @param path the data of an SVG path; empty for a dot
 * @param x the middle of a dot, in units of the map; 0 for a path
 * @param y the same, downwards
 */
public record MapShape(String code, String path, double x, double y) {
  private static final String FILE = "world-map.tsv";

  /** The world, 960 × 470, with the United States by state. */
  public static List<MapShape> world() {
    return read("world");
  }

  /** The states of the United States, 975 × 610. */
  public static List<MapShape> states() {
    return read("states");
  }

  public boolean isDot() {
    return path.isEmpty();
  }

  /** The rows of one map. An error in the file is a bug of Meridian, so it is an exception. */
  private static List<MapShape> read(String map) {
    try (InputStream data = MapShape.class.getResourceAsStream(FILE)) {
      if (data == null) {
        throw new IllegalStateException("no data file " + FILE);
      }
      return new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells[0].equals(map) && cells.length == 4)
          .map(cells -> shape(cells[1], cells[2], cells[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MapShape shape(String code, String kind, String data) {
    if (kind.equals("path")) {
      return new MapShape(code, data, 0, 0);
    }
    String[] point = data.split(" ", -1);
    return new MapShape(code, "", Double.parseDouble(point[0]), Double.parseDouble(point[1]));
  }
}
