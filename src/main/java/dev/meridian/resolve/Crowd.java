package dev.meridian.resolve;

import java.util.Comparator;
import java.util.List;

/**
 * Clients who get the same answers from a question's groups in every state of health, because the
 * same records apply to them in the same order.
 *
 * @param cells the most populous first
 * @param order the view that all of them share
 */
record Crowd(List<Cell> cells, Order order, double share) {
  static final Comparator<Crowd> MOST_POPULOUS = Comparator.comparingDouble(c -> -c.share());

  private static final Comparator<Cell> POPULOUS =
      Comparator.comparingDouble((Cell cell) -> -cell.share()).thenComparing(Cell::code);

  static Crowd of(List<Cell> cells, Order order) {
    return new Crowd(
        cells.stream().sorted(POPULOUS).toList(),
        order,
        cells.stream().mapToDouble(Cell::share).sum());
  }

  Cell example() {
    return cells.get(0);
  }

  List<String> codes() {
    return codes(cells);
  }

  /** The cells' codes, the most populous first. */
  static List<String> codes(List<Cell> cells) {
    return cells.stream().sorted(POPULOUS).map(Cell::code).toList();
  }
}
