package dev.meridian.cli;

import dev.meridian.cli.option.ClientArguments;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.cli.view.Verdict;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.Expectation;
import dev.meridian.diagnostic.Origin;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolution;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.ClientClasses;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Compares answers with expectations. */
final class ExpectationChecker {
  private final QueryContext context;
  private final ClientArguments clients;
  private final ClientPopulation population;
  private final Map<Question, List<Asking>> everybody = new HashMap<>();

  ExpectationChecker(QueryContext context, ClientArguments clients, ClientPopulation population) {
    this.context = context;
    this.clients = clients;
    this.population = population;
  }

  /**
   * Clients who get the same answers to a question in every state of health.
   *
   * @param who their names by their place among all clients of the expectation
   * @param client the first of them
   */
  private record Asking(SortedMap<Integer, String> who, Client client) {}

  Verdict check(Expectation expectation) {
    Question question = new Question(expectation.name(), expectation.type());
    Outage outage = context.down(expectation.down());
    SortedSet<String> unread = context.resolver().unread(question, outage);
    context
        .possiblyDown(expectation.down())
        .forEach(endpoint -> unread.add("the region of " + endpoint));
    Origin policy = context.origin(question).orElse(null);
    String kind = context.loaded().kindWord();
    if (!unread.isEmpty()) {
      return new Verdict(expectation, List.of(NotKnownText.line(unread)), unread, policy, kind);
    }
    List<String> nobody =
        expectation.from().stream()
            .filter(declared -> !context.loaded().canAsk(clients.client(declared)))
            .map(DeclaredClient::text)
            .toList();
    if (!nobody.isEmpty()) {
      return new Verdict(expectation, List.of(cannotAsk(nobody)), unread, policy, kind);
    }
    HealthState health = context.outageModel().health(outage);
    SortedMap<Integer, String> others = new TreeMap<>();
    Resolution first = null;
    for (Asking asking : asking(expectation, question)) {
      Resolution resolution = context.resolver().answer(question, asking.client(), health);
      if (!expectation.answer().accept(new ExpectationMatcher(context, resolution.shares()))) {
        first = first == null ? resolution : first;
        others.putAll(asking.who());
      }
    }
    List<String> failure = first == null ? List.of() : failure(first, List.copyOf(others.values()));
    return new Verdict(expectation, failure, unread, policy, kind);
  }

  private String cannotAsk(List<String> clients) {
    return "nobody can ask from "
        + String.join(", ", clients)
        + ", because no VPC there is associated with the private zone "
        + context.plan().zone()
        + "; its VPCs are in "
        + String.join(", ", context.loaded().vpcRegions());
  }

  private List<Asking> asking(Expectation expectation, Question question) {
    if (expectation.from().isEmpty()) {
      return everybody.computeIfAbsent(question, this::classes);
    }
    Map<String, DeclaredClient> different = new LinkedHashMap<>();
    expectation.from().forEach(declared -> different.put(declared.text(), declared));
    List<Asking> all = new ArrayList<>();
    different.forEach(
        (text, declared) -> all.add(new Asking(only(all.size(), text), clients.client(declared))));
    return all;
  }

  /** The whole population, in the order of the first client of each class. */
  private List<Asking> classes(Question question) {
    List<ClientLocation> locations = population.locations();
    Map<ClientLocation, Integer> places = new HashMap<>();
    locations.forEach(location -> places.put(location, places.size()));
    List<Asking> all = new ArrayList<>();
    for (ClientClass alike : new ClientClasses(context.resolver()).of(question, locations)) {
      SortedMap<Integer, String> who = new TreeMap<>();
      for (ClientLocation location : alike.locations()) {
        Integer place = places.get(location); // null for a single network
        if (place != null) {
          who.put(place, location.code());
        }
      }
      if (!who.isEmpty()) {
        all.add(new Asking(who, locations.get(who.firstKey()).client()));
      }
    }
    all.sort(Comparator.comparing(asking -> asking.who().firstKey()));
    return List.copyOf(all);
  }

  private static SortedMap<Integer, String> only(int place, String text) {
    return new TreeMap<>(Map.of(place, text));
  }

  private List<String> failure(Resolution resolution, List<String> whose) {
    List<String> lines = new ArrayList<>();
    lines.add(whose.get(0) + " gets " + answer(resolution) + also(whose) + ", because");
    resolution.reason().lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  private String also(List<String> whose) {
    List<String> others = whose.subList(1, whose.size());
    return others.isEmpty() ? "" : " (also not as expected: " + population.summary(others) + ")";
  }

  private String answer(Resolution resolution) {
    SortedMap<String, BigFraction> shares = resolution.shares();
    List<String> parts = new ArrayList<>();
    BigFraction rest = BigFraction.ONE;
    for (Map.Entry<String, BigFraction> share : shares.entrySet()) {
      String end = share.getKey();
      String shown =
          end.equals(Shares.NOT_KNOWN) ? notKnown(resolution) : context.names().shown(end);
      parts.add(shown + part(share.getValue()));
      rest = rest.subtract(share.getValue());
    }
    if (rest.signum() > 0) {
      parts.add("no answer" + part(rest));
    }
    return String.join(", ", parts);
  }

  /** Who gives the answer that is not known. */
  private static String notKnown(Resolution resolution) {
    return resolution.outcomes().stream()
        .filter(outcome -> Shares.ends(outcome.result()).contains(Shares.NOT_KNOWN))
        .map(Outcome::text)
        .distinct()
        .collect(Collectors.joining(" or ", "an answer that is not known (", ")"));
  }

  private static String part(BigFraction share) {
    return share.equals(BigFraction.ONE) ? "" : " " + Percent.of(share.doubleValue());
  }
}
