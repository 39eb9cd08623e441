package dev.meridian.drill.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The caches of all resolvers during one course of the scenario, for one question.
 *
 * <p>A resolver asks again as soon as its answer has expired, because somebody always asks. That is
 * the slowest case: a resolver without an answer asks only when somebody needs it, and then gets
 * the current one.
 */
final class NameRun {
  private final NameModel model;
  private final SimulatedResolvers resolvers;
  private final SplittableRandom random;

  /** Seconds. */
  private final int duration;

  private final double[] ttls;

  /** The people who have an answer, by its number and by second; at first, the changes. */
  private final long[][] people;

  /** How many people the name servers send to a moved endpoint, likewise, by outage. */
  private final double[][] sent;

  /** The end of each epoch, in seconds. */
  private final double[] ends;

  NameRun(
      NameModel model,
      SimulatedResolvers resolvers,
      HealthHistory history,
      MovedShares moved,
      int duration,
      SplittableRandom random) {
    this.model = model;
    this.resolvers = resolvers;
    this.random = random;
    this.duration = duration;
    ttls = model.answers().stream().mapToDouble(CachedAnswer::ttl).toArray();
    people = new long[ttls.length][duration + 1];
    sent = new double[moved.outages()][duration + 1];
    ends = new double[history.epochs().size()];
    Arrays.setAll(ends, history::end);
    List<List<AnswerDraw>> draws =
        history.epochs().stream().map(epoch -> model.draws(epoch.health())).toList();
    for (int location = 0; location < resolvers.locations().size(); location++) {
      int clients = model.classOf(location);
      AnswerDraw[] own = draws.stream().map(all -> all.get(clients)).toArray(AnswerDraw[]::new);
      double[][] shares =
          history.epochs().stream()
              .map(epoch -> moved.of(epoch.health(), clients))
              .toArray(double[][]::new);
      for (long entry : resolvers.entries(location, model.located())) {
        play(entry, own, shares);
      }
    }
    for (int second = 1; second <= duration; second++) {
      for (long[] answer : people) {
        answer[second] += answer[second - 1];
      }
      for (double[] outage : sent) {
        outage[second] += outage[second - 1];
      }
    }
  }

  /**
   * Plays one cache entry.
   *
   * @param entry the people behind it
   * @param draws by epoch
   * @param shares by epoch and outage
   */
  private void play(long entry, AnswerDraw[] draws, double[][] shares) {
    int epoch = 0;
    int seen = 0;
    int answer = draws[0].drawCached(random);
    double ttl = ttls[answer];
    double at = random.nextDouble() * ttl;
    people[answer][0] += entry;
    for (int outage = 0; outage < sent.length; outage++) {
      sent[outage][0] += entry * shares[0][outage];
    }
    while (at < duration) {
      while (at >= ends[epoch]) {
        epoch++;
      }
      int drawn = draws[epoch].draw(random);
      if (seen != epoch) {
        int second = (int) Math.ceil(at);
        for (int outage = 0; outage < sent.length; outage++) {
          sent[outage][second] += entry * (shares[epoch][outage] - shares[seen][outage]);
        }
        seen = epoch;
      }
      if (drawn != answer) {
        int second = (int) Math.ceil(at);
        people[answer][second] -= entry;
        people[drawn][second] += entry;
        answer = drawn;
        ttl = ttls[answer];
      }
      at += ttl;
      if (at < ends[epoch] && draws[epoch].isCertain()) {
        at += Math.ceil((ends[epoch] - at) / ttl) * ttl; // the answer is the same until then
      }
    }
  }

  NameModel model() {
    return model;
  }

  /** The people with an answer at a second, as a share of all. */
  double share(int answer, int second) {
    return (double) people[answer][second] / resolvers.people();
  }

  /**
   * The mean share of the people that the name servers sent to a moved endpoint when each resolver
   * asked last.
   */
  double sent(int outage, int second) {
    return sent[outage][second] / resolvers.people();
  }

  int answers() {
    return people.length;
  }

  int duration() {
    return duration;
  }
}
