package dev.meridian.cli.view;

import dev.meridian.cli.option.EndpointNames;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.NearTie;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers as a table with one row per outcome, after the clients that get it. */
public record AnswerTable(EndpointNames names) {

  public List<String> lines(List<ClientAnswer> answers) {
    TextTable columns = new TextTable("CLIENT", "CHANCE", "", "TTL", "ENDPOINT", "ANSWER");
    RecordType type =
        answers.stream()
            .map(answered -> answered.resolution().question().type())
            .findFirst()
            .orElse(RecordType.A);
    alike(answers)
        .forEach(
            (outcomes, clients) -> {
              String first = String.join(", ", clients);
              for (Outcome outcome : outcomes) {
                row(columns, outcome.equals(outcomes.get(0)) ? first : "", type, outcome);
              }
            });
    List<String> lines = new ArrayList<>(columns.lines());
    answers.forEach(answered -> lines.addAll(ties(answered)));
    return lines;
  }

  /** Clients by their outcomes. */
  private static Map<List<Outcome>, List<String>> alike(List<ClientAnswer> answers) {
    Map<List<Outcome>, List<String>> clients = new LinkedHashMap<>();
    answers.forEach(
        answered ->
            clients
                .computeIfAbsent(answered.resolution().outcomes(), key -> new ArrayList<>())
                .add(answered.client().text()));
    return clients;
  }

  private void row(TextTable columns, String client, RecordType type, Outcome outcome) {
    DnsResultText result = DnsResultText.of(outcome.result());
    columns.row(
        client,
        Percent.fraction(outcome.probability()),
        Percent.of(outcome.probability().doubleValue()),
        result.seconds().isPresent() ? result.seconds().getAsLong() + " s" : "-",
        endpoints(type, outcome),
        outcome.text());
  }

  private String endpoints(RecordType type, Outcome outcome) {
    List<String> endpoints = outcome.result().endpoints();
    return endpoints.isEmpty() || !OutageModel.connects(type)
        ? "-"
        : endpoints.stream().map(names::shown).collect(Collectors.joining(", "));
  }

  private static List<String> ties(ClientAnswer answered) {
    return answered.resolution().reason().ties().stream()
        .map(NearTie::text)
        .map(words -> answered.client().text() + " " + words)
        .toList();
  }

  /** The reason for each client's answer. */
  public static List<String> reasons(List<ClientAnswer> answers) {
    List<String> lines = new ArrayList<>();
    for (ClientAnswer answered : answers) {
      lines.add("");
      lines.add(answered.client().text() + ":");
      answered.resolution().reason().lines().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
