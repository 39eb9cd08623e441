package dev.meridian.drill.simulate;

import java.util.Arrays;
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
    Periods[] periods = new Periods[model.classes()];
    Arrays.setAll(periods, clients -> Periods.of(model, history, moved, clients));
    for (int location = 0; location < resolvers.locations().size(); location++) {
      Periods own = periods[model.classOf(location)];
      for (long entry : resolvers.entries(location, model.located())) {
        play(entry, own.draws, own.shares, own.ends);
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
   * @param draws by period
   * @param shares by period and outage
   * @param ends by period, in seconds
   */
  private void play(long entry, AnswerDraw[] draws, double[][] shares, double[] ends) {
    int period = 0;
    int seen = 0;
    int answer = draws[0].drawCached(random);
    double ttl = ttls[answer];
    double at = random.nextDouble() * ttl;
    people[answer][0] += entry;
    for (int outage = 0; outage < sent.length; outage++) {
      sent[outage][0] += entry * shares[0][outage];
    }
    while (at < duration) {
      while (at >= ends[period]) {
        period++;
      }
      int drawn = draws[period].draw(random);
      if (seen != period) {
        int second = second(at);
        for (int outage = 0; outage < sent.length; outage++) {
          sent[outage][second] += entry * (shares[period][outage] - shares[seen][outage]);
        }
        seen = period;
      }
      if (drawn != answer) {
        int second = second(at);
        people[answer][second] -= entry;
        people[drawn][second] += entry;
        answer = drawn;
        ttl = ttls[answer];
      }
      at += ttl;
      if (at < ends[period] && draws[period].isCertain()) {
        at = first(at, ttl, ends[period]); // the answer is the same until then
      }
    }
  }

  /** The next full second; faster than {@code Math.ceil} without the optimizing compiler. */
  private static int second(double at) {
    int second = (int) at;
    return second < at ? second + 1 : second;
  }

  /** The first time at or after another one, in steps of the TTL. */
  private static double first(double at, double ttl, double other) {
    double steps = (other - at) / ttl;
    if (steps > Integer.MAX_VALUE) {
      return Double.POSITIVE_INFINITY; // the answer never changes again
    }
    int whole = (int) steps;
    return at + (whole < steps ? whole + 1.0 : whole) * ttl;
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
