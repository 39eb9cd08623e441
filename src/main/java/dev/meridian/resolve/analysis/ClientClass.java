package dev.meridian.resolve.analysis;

import dev.meridian.resolve.CandidateOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Clients who get the same answers from a question's groups in every state of health, because the
 * same records apply to them in the same order.
 *
 * @param locations the most populous first
 * @param order the same for all of them
 */
public record ClientClass(List<ClientLocation> locations, CandidateOrder order, double share) {
  static final Comparator<ClientClass> MOST_POPULOUS = Comparator.comparingDouble(c -> -c.share());

  private static final Comparator<ClientLocation> POPULOUS =
      Comparator.comparingDouble((ClientLocation location) -> -location.share())
          .thenComparing(ClientLocation::label);

  static ClientClass of(List<ClientLocation> locations, CandidateOrder order) {
    return new ClientClass(
        locations.stream().sorted(POPULOUS).toList(),
        order,
        locations.stream().mapToDouble(ClientLocation::share).sum());
  }

  /** One of them; all get the same answers. */
  public ClientLocation example() {
    return locations.get(0);
  }

  /** The labels of the locations, the most populous first. */
  public List<String> codes() {
    return codes(locations);
  }

  /** The labels of the locations, the most populous first. */
  static List<String> codes(List<ClientLocation> locations) {
    return locations.stream().sorted(POPULOUS).map(ClientLocation::label).toList();
  }
}
