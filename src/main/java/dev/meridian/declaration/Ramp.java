package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How an AWS Lambda function moves the requests of a name from one branch to another, stage by
 * stage. The two weights always add up to 100. docs/weights.md describes it.
 *
 * @param to the label of the branch that gets the requests
 * @param stages the first one begins with the ramp, and times and percentages go up
 * @param start when the ramp begins; another start is another ramp
 * @param abort the names of CloudWatch alarms that end the ramp, or ids of health checks; without
 *     duplicates
 */
public record Ramp(
    String to, List<Stage> stages, Instant start, List<String> abort, SourceLocation at) {

  /** The sum of the weights of both branches. */
  public static final int WHOLE = 100;

  public Ramp {
    stages = List.copyOf(stages);
    abort = List.copyOf(abort);
  }

  /**
   * A part of a ramp.
   *
   * @param after seconds after the start
   * @param percent of the requests, 1..100
   */
  public record Stage(int after, int percent) {}

  /** The weights that the branch with {@code label} can have: at each stage, and after an abort. */
  public NavigableSet<Integer> weights(String label) {
    NavigableSet<Integer> weights = new TreeSet<>();
    weights.add(weight(label, 0));
    stages.forEach(stage -> weights.add(weight(label, stage.percent())));
    return weights;
  }

  /** The weight of a branch while the ramp is at {@code percent}. */
  public int weight(String label, int percent) {
    return label.equals(to) ? percent : WHOLE - percent;
  }
}
