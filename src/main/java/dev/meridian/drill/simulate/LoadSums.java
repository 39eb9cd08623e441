package dev.meridian.drill.simulate;

import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loads of one endpoint in all courses of the scenario, by second. */
final class LoadSums {
  private static final int POINTS = 120;

  private final String endpoint;
  private final @Nullable Double capacity;
  private final double[] sums;
  private final double[] peaks;
  private int runs;
  private int exceeded;

  LoadSums(String endpoint, @Nullable Double capacity, int duration) {
    this.endpoint = endpoint;
    this.capacity = capacity;
    sums = new double[duration + 1];
    peaks = new double[duration + 1];
  }

  /** Adds the loads of one course, by second. */
  void add(double[] loads) {
    boolean over = false;
    for (int second = 0; second < sums.length; second++) {
      sums[second] += loads[second];
      peaks[second] = Math.max(peaks[second], loads[second]);
      over |= capacity != null && loads[second] > capacity;
    }
    exceeded += over ? 1 : 0;
    runs++;
  }

  /**
   * @param failure the second at which something fails first
   */
  LoadCurve curve(int failure) {
    int step = Math.max(1, (sums.length + POINTS - 1) / POINTS);
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < sums.length; from += step) {
      int to = Math.min(from + step, sums.length);
      points.add(new Point(from, mean(from, to), peaks[highest(from, to)]));
    }
    int peakAt = highest(0, peaks.length);
    double before = mean(0, Math.min(failure + 1, sums.length));
    return new LoadCurve(endpoint, step, points, before, peaks[peakAt], peakAt, exceeded, capacity);
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int second = from; second < to; second++) {
      sum += sums[second];
    }
    return sum / runs / (to - from);
  }

  private int highest(int from, int to) {
    int highest = from;
    for (int second = from; second < to; second++) {
      if (peaks[second] > peaks[highest]) {
        highest = second;
      }
    }
    return highest;
  }
}
