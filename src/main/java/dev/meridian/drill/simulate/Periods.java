package dev.meridian.drill.simulate;

import java.util.ArrayList;
import java.util.List;

/** The times in which one class of clients gets the same answers. The arrays are parallel. */
final class Periods {
  final AnswerDraw[] draws;

  /** By outage: the share of the people who are sent to a moved endpoint. */
  final double[][] shares;

  /** Seconds after the beginning of the scenario. */
  final double[] ends;

  private Periods(List<AnswerDraw> draws, List<double[]> shares, List<Double> ends) {
    this.draws = draws.toArray(AnswerDraw[]::new);
    this.shares = shares.toArray(double[][]::new);
    this.ends = ends.stream().mapToDouble(end -> end).toArray();
  }

  /** A change of health that does not change the answers begins no period. */
  static Periods of(NameModel model, HealthHistory history, MovedShares moved, int clients) {
    List<AnswerDraw> draws = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (int epoch = 0; epoch < history.epochs().size(); epoch++) {
      AnswerDraw draw = model.draws(history.epochs().get(epoch).health()).get(clients);
      int last = draws.size() - 1;
      if (last >= 0 && draws.get(last) == draw) {
        ends.set(last, history.end(epoch));
      } else {
        draws.add(draw);
        shares.add(moved.of(history.epochs().get(epoch).health(), clients));
        ends.add(history.end(epoch));
      }
    }
    return new Periods(draws, shares, ends);
  }
}
