package dev.meridian.cli;

import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import dev.meridian.resolve.Endpoints;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Resolver;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** A plan to ask questions of, and what people call the endpoints in it. */
record Asked(RoutingPlan plan, Resolver resolver, Endpoints endpoints, EndpointNames names) {

  static Asked of(DeclarationOption.Loaded loaded) {
    return of(loaded.compiled().plan(), EndpointNames.of(loaded.deployment()));
  }

  static Asked of(RoutingPlan plan, EndpointNames names) {
    return new Asked(plan, Resolver.of(plan), Endpoints.of(plan), names);
  }

  /** Labels relative to the zone, {@code @}, or a name within the zone in full. */
  DnsName name(String words) {
    if (words.equals("@")) {
      return plan.zone();
    }
    DnsName name = new DnsName(words);
    return words.endsWith(".") || name.isWithin(plan.zone()) ? name : plan.zone().child(words);
  }

  /** The name without the zone, as people write it. */
  String label(DnsName name) {
    if (name.equals(plan.zone())) {
      return "@";
    }
    String text = name.text();
    return name.isWithin(plan.zone())
        ? text.substring(0, text.length() - plan.zone().text().length() - 1)
        : text + ".";
  }

  /** What people may call the endpoints. */
  SortedSet<String> words() {
    return names.words(endpoints.names());
  }

  /** The outage of everything that goes by {@code words}; empty if they name nothing here. */
  Outage down(Collection<String> words) {
    return endpoints.down(names.parts(words));
  }

  /**
   * The same for an option of the command line.
   *
   * @throws BadInput for each word that names no endpoint
   */
  Outage down(String option, Collection<String> words) throws BadInput {
    List<Problem> unknown =
        words.stream()
            .filter(word -> down(List.of(word)).endpoints().isEmpty())
            .map(
                word ->
                    new Problem(
                        Source.wholeFile(option),
                        "",
                        "nothing answers from \"" + word + "\"",
                        "use one of " + String.join(", ", words())))
            .toList();
    if (!unknown.isEmpty()) {
      throw new BadInput(unknown);
    }
    return down(words);
  }

  /** An outage in people's words. */
  String words(Outage outage) {
    return outage.endpoints().isEmpty()
        ? "Nothing is down"
        : String.join(", ", outage.endpoints().stream().map(names::shown).toList()) + " down";
  }
}
