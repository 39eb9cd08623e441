package dev.meridian.builder;

import java.time.Instant;
import java.util.List;

/**
 * How a function moves the requests of a weighted name from one branch to the other, stage by
 * stage; docs/weights.md. Immutable.
 */
public final class RampSettings {
  private final Mapping first;
  private final Mapping stages;
  private final Mapping last;

  private RampSettings(Mapping first, Mapping stages, Mapping last) {
    this.first = first;
    this.stages = stages;
    this.last = last;
  }

  /**
   * A ramp without stages, which needs at least one.
   *
   * @param label of the branch that gets the requests, whose declared weight is 0; that of the
   *     other one is 100
   * @param start a whole second; another start is another ramp
   */
  public static RampSettings to(String label, Instant start) {
    Mapping first = Mapping.of("to", label).with("start", start.toString());
    return new RampSettings(first, Mapping.EMPTY, Mapping.EMPTY);
  }

  /**
   * One more stage.
   *
   * @param after seconds after the start: 0 for the first stage, and then at least 60 more than for
   *     the stage before
   * @param percent of the requests, 1 to 100, more than at the stage before
   */
  public RampSettings stage(int after, int percent) {
    return new RampSettings(first, stages.with(after + "s", percent), last);
  }

  /**
   * CloudWatch alarms in the region of the DNS stack that end the ramp, or IDs of health checks.
   */
  public RampSettings abort(String... alarms) {
    return new RampSettings(first, stages, last.with("abort", List.of(alarms)));
  }

  Mapping mapping() {
    return first.with("stages", stages).with(last);
  }
}
