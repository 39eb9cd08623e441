package dev.meridian.drill.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** The answers that one class of clients can get in one state of health, to draw from. */
final class AnswerDraw {
  /** Numbers of answers. */
  private final int[] answers;

  /** The sum of the chances up to and including each answer. */
  private final double[] asked;

  /** The same for an answer that is in a cache: one with a longer TTL is there more often. */
  private final double[] cached;

  /**
   * @param chances by number of the answer; above 0, together 1
   */
  AnswerDraw(SortedMap<Integer, Double> chances, List<CachedAnswer> all) {
    answers = chances.keySet().stream().mapToInt(number -> number).toArray();
    double[] times = new double[answers.length];
    int i = 0;
    for (Map.Entry<Integer, Double> chance : chances.entrySet()) {
      times[i++] = chance.getValue() * all.get(chance.getKey()).ttl();
    }
    asked = sums(chances.values().stream().mapToDouble(chance -> chance).toArray());
    cached = sums(times);
  }

  private static double[] sums(double[] parts) {
    double[] sums = parts.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    double all = sums[sums.length - 1];
    Arrays.setAll(sums, i -> sums[i] / all);
    return sums;
  }

  /** Whether there is only one. */
  boolean isCertain() {
    return answers.length == 1;
  }

  /** The number of the answer to a question. */
  int draw(SplittableRandom random) {
    return answers.length == 1 ? answers[0] : draw(asked, random);
  }

  /** The number of the answer that is in a cache at any time. */
  int drawCached(SplittableRandom random) {
    return answers.length == 1 ? answers[0] : draw(cached, random);
  }

  private int draw(double[] sums, SplittableRandom random) {
    double point = random.nextDouble();
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return answers[low];
  }

  /**
   * The mean of a value in the long run, when every answer is in caches as often as its TTL says.
   *
   * @param values by number of the answer
   */
  double mean(double[] values) {
    double mean = 0;
    double before = 0;
    for (int i = 0; i < answers.length; i++) {
      mean += (cached[i] - before) * values[answers[i]];
      before = cached[i];
    }
    return mean;
  }
}
