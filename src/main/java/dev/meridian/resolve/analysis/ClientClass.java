package dev.meridian.resolve.analysis;

import dev.meridian.resolve.CandidateOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Clients who get the same answers from a question's groups in every state of health, because the
 * same records apply to them in the same order.
 *
 * @param cells the most populous first
 * @param order the view that all of them share
 */
record ClientClass(List<ClientLocation> cells, CandidateOrder order, double share) {
  static final Comparator<ClientClass> MOST_POPULOUS = Comparator.comparingDouble(c -> -c.share());

  private static final Comparator<ClientLocation> POPULOUS =
      Comparator.comparingDouble((ClientLocation cell) -> -cell.share())
          .thenComparing(ClientLocation::label);

  static ClientClass of(List<ClientLocation> cells, CandidateOrder order) {
    return new ClientClass(
        cells.stream().sorted(POPULOUS).toList(),
        order,
        cells.stream().mapToDouble(ClientLocation::share).sum());
  }

  ClientLocation example() {
    return cells.get(0);
  }

  List<String> codes() {
    return codes(cells);
  }

  /** The cells' codes, the most populous first. */
  static List<String> codes(List<ClientLocation> cells) {
    return cells.stream().sorted(POPULOUS).map(ClientLocation::label).toList();
  }
}
