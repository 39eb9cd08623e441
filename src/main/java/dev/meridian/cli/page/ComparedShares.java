package dev.meridian.cli.page;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The answers of both versions for clients that both treat alike, while nothing is down.
 *
 * @param share of all clients
 * @param before the share of each endpoint
 * @param after the same in the new version
 * @param changed whether the answers differ
 */
record ComparedShares(
    List<ClientLocation> locations,
    double share,
    SortedMap<String, Double> before,
    SortedMap<String, Double> after,
    boolean changed) {

  ComparedShares {
    locations = List.copyOf(locations);
  }

  /**
   * The answers to one question.
   *
   * @param changed the labels of the locations whose answers differ
   */
  static List<ComparedShares> of(
      QueryContext before,
      QueryContext after,
      Question question,
      List<ClientLocation> locations,
      Set<String> changed) {
    AnswerComparison.Side old = side(before);
    AnswerComparison.Side now = side(after);
    List<ComparedShares> all = new ArrayList<>();
    for (ClientClass part : AnswerComparison.parts(old, now, question, locations)) {
      Client client = part.example().client();
      all.add(
          new ComparedShares(
              part.locations(),
              part.share(),
              shares(old, question, client),
              shares(now, question, client),
              changed.contains(part.example().label())));
    }
    return all;
  }

  private static AnswerComparison.Side side(QueryContext context) {
    return new AnswerComparison.Side(
        context.resolver(), context.outageModel().health(Outage.NONE), Outage.NONE);
  }

  private static SortedMap<String, Double> shares(
      AnswerComparison.Side side, Question question, Client client) {
    Evaluation evaluation = new Evaluation(side.resolver().order(client), side.health());
    return Shares.of(side.resolver().outcomes(question, evaluation));
  }
}
