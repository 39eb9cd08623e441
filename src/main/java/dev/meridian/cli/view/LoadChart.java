package dev.meridian.cli.view;

import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A load curve in plain ASCII: the mean as {@code #}, the peak as {@code :}, and the capacity as a
 * line.
 *
 * @param amount a load as text
 */
record LoadChart(DoubleFunction<String> amount) {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 8;

  /** Empty if the load never changes. */
  List<String> lines(LoadCurve curve) {
    List<Column> columns = columns(curve.points());
    boolean flat =
        columns.stream().allMatch(c -> c.mean() == c.peak() && c.mean() == columns.get(0).mean());
    return flat ? List.of() : drawn(curve, columns);
  }

  /** The loads of one column. */
  private record Column(double mean, double peak) {}

  private static List<Column> columns(List<Point> points) {
    int each = (points.size() + WIDTH - 1) / WIDTH;
    List<Column> columns = new ArrayList<>();
    for (int from = 0; from < points.size(); from += each) {
      List<Point> part = points.subList(from, Math.min(from + each, points.size()));
      columns.add(
          new Column(
              part.stream().mapToDouble(Point::mean).average().orElse(0),
              part.stream().mapToDouble(Point::peak).max().orElse(0)));
    }
    return columns;
  }

  private List<String> drawn(LoadCurve curve, List<Column> columns) {
    Double capacity = curve.capacity();
    double top = Math.max(curve.peak(), capacity == null ? 0 : capacity);
    int limit = capacity == null ? 0 : height(capacity, top);
    String[] labels = new String[HEIGHT + 1];
    labels[HEIGHT] = amount.apply(top);
    if (capacity != null) {
      labels[Math.max(1, limit)] = amount.apply(capacity);
    }
    int margin = 0;
    for (String label : labels) {
      margin = Math.max(margin, label == null ? 1 : label.length());
    }
    List<String> lines = new ArrayList<>();
    for (int row = HEIGHT; row > 0; row--) {
      StringBuilder line =
          new StringBuilder(padded(labels[row] == null ? "" : labels[row], margin));
      line.append(" |");
      for (Column column : columns) {
        char empty = capacity != null && row == Math.max(1, limit) ? '-' : ' ';
        line.append(
            row <= height(column.mean(), top)
                ? '#'
                : row <= height(column.peak(), top) ? ':' : empty);
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(padded("0", margin) + " +" + "-".repeat(columns.size()));
    String end = curve.points().get(curve.points().size() - 1).at() + " s";
    lines.add(
        padded("", margin)
            + "  0 s"
            + " ".repeat(Math.max(1, columns.size() - "0 s".length() - end.length()))
            + end);
    return lines;
  }

  /** The number of rows; a load above 0 has at least one. */
  private static int height(double load, double top) {
    return (int) Math.ceil(HEIGHT * load / top - 1e-9);
  }

  private static String padded(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
