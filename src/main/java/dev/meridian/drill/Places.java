package dev.meridian.drill;

import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places for the clients of a drill that together get every answer. */
public final class Places {
  private Places() {}

  /**
   * The most populous place for each combination of answers, the most common combinations first.
   *
   * @param most how many at most, at least 1
   */
  public static List<Place> of(
      Resolver resolver, List<Question> questions, List<ClientLocation> population, int most) {
    Map<List<Object>, List<ClientLocation>> alike = new LinkedHashMap<>();
    for (ClientLocation location : population) {
      Evaluation evaluation =
          new Evaluation(resolver.order(location.client()), HealthState.ALL_HEALTHY);
      List<Object> answers = new ArrayList<>();
      questions.forEach(question -> answers.add(resolver.outcomes(question, evaluation)));
      alike.computeIfAbsent(answers, key -> new ArrayList<>()).add(location);
    }
    Comparator<Place> populous = Comparator.comparingDouble(place -> -place.share());
    return alike.values().stream()
        .map(Places::of)
        .sorted(populous.thenComparing(Place::label))
        .limit(most)
        .toList();
  }

  private static Place of(List<ClientLocation> alike) {
    ClientLocation largest =
        alike.stream()
            .min(
                Comparator.comparingDouble((ClientLocation location) -> -location.share())
                    .thenComparing(ClientLocation::label))
            .orElseThrow();
    return new Place(largest, alike.stream().mapToDouble(ClientLocation::share).sum());
  }
}
