package dev.meridian.drill;

import dev.meridian.model.RecordType;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scenario is if only a part of it is given. */
public final class ScenarioDefaults {
  /** How long after the predicted time a drill still watches, in seconds. */
  private static final int MARGIN = 20;

  /** How long an outage takes that nothing notices, in seconds. */
  private static final int UNNOTICED = 120;

  private final DrilledZone zone;
  private final Prediction prediction;

  public ScenarioDefaults(DrilledZone zone) {
    this.zone = zone;
    this.prediction = new Prediction(zone);
  }

  /**
   * The addresses that clients ask for: one question for each name, of type A unless it only has
   * AAAA record sets.
   *
   * @param all questions of the zone, in their order
   */
  public static List<Question> questions(Collection<Question> all) {
    Set<Question> known = new HashSet<>(all);
    List<Question> chosen = new ArrayList<>();
    for (Question question : all) {
      Question ipv4 = new Question(question.name(), RecordType.A);
      boolean second = question.type() == RecordType.AAAA && known.contains(ipv4);
      if (OutageModel.connects(question.type()) && !second && !chosen.contains(question)) {
        chosen.add(question);
      }
    }
    return List.copyOf(chosen);
  }

  /**
   * How long an outage takes, so that everybody can leave: the longest prediction, and a margin.
   */
  public int length(Outage outage, List<Question> questions) {
    return (int)
            Math.ceil(
                questions.stream()
                    .map(question -> prediction.failover(question, outage))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .max()
                    .orElse(UNNOTICED))
        + MARGIN;
  }

  /**
   * The scenario.
   *
   * @param duration null to watch until everybody can have come back
   */
  public Scenario scenario(
      List<ScheduledOutage> outages, List<Question> questions, @Nullable Integer duration) {
    int last = 0;
    for (ScheduledOutage outage : outages) {
      int left = length(outage.outage(), questions);
      int back = Math.max(left, targetsRecover(outage.outage()));
      last =
          Math.max(
              last, outage.end().isPresent() ? outage.end().getAsInt() + back : outage.at() + left);
    }
    return new Scenario(outages, questions, duration == null ? last : duration);
  }

  /** Load balancers can take longer to find a target healthy than Route 53's checkers. */
  private int targetsRecover(Outage outage) {
    boolean balanced = !Collections.disjoint(zone.outages().balanced(), outage.endpoints());
    TargetTimes targets = zone.targets();
    return balanced
        ? targets.interval() * targets.successes() + (int) DnsResult.RESOURCE_TTL + MARGIN
        : 0;
  }
}
