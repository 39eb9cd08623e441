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
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Compares answers with expectations. */
record ExpectationChecker(
    QueryContext context, ClientArguments clients, ClientPopulation population) {

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
    HealthState health = context.outageModel().health(outage);
    List<String> others = new ArrayList<>();
    Resolution first = null;
    for (Map.Entry<String, Client> client : clients(expectation).entrySet()) {
      Resolution resolution = context.resolver().answer(question, client.getValue(), health);
      if (!expectation.answer().accept(new ExpectationMatcher(context, resolution.shares()))) {
        first = first == null ? resolution : first;
        others.add(client.getKey());
      }
    }
    List<String> failure = first == null ? List.of() : failure(first, others);
    return new Verdict(expectation, failure, unread, policy, kind);
  }

  private Map<String, Client> clients(Expectation expectation) {
    Map<String, Client> all = new LinkedHashMap<>();
    for (DeclaredClient declared : expectation.from()) {
      all.put(declared.text(), clients.client(declared));
    }
    if (all.isEmpty()) {
      population.locations().forEach(location -> all.put(location.code(), location.client()));
    }
    return all;
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
