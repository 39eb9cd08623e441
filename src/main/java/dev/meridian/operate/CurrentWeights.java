package dev.meridian.operate;

import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.AllowedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.Ramp;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.operate.DeploymentStatus.WeightStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weights that a function changes, now and as declared. */
final class CurrentWeights {
  private final RoutingPlan plan;
  private final Optional<RoutingPlan> live;
  private final Instant now;

  CurrentWeights(RoutingPlan plan, Optional<RoutingPlan> live, Instant now) {
    this.plan = plan;
    this.live = live;
    this.now = now;
  }

  WeightStatus of(RecordKey key, AllowedWeights allowed, Deployment deployment) {
    Integer current = live.flatMap(zone -> weight(zone, key)).orElse(null);
    int declared = weight(plan, key).orElseThrow();
    for (NameDeclaration name : AdjustedWeights.names(deployment)) {
      String label = AdjustedWeights.records(name, plan).get(key);
      Ramp ramp = name.ramped().orElse(null);
      if (label != null && ramp != null) {
        return new WeightStatus(
            key.toString(),
            ramp.weight(label, percent(ramp)),
            current,
            allowed.toString(),
            stage(ramp, label, current));
      }
    }
    return new WeightStatus(key.toString(), declared, current, allowed.toString(), "");
  }

  private static Optional<Integer> weight(RoutingPlan plan, RecordKey key) {
    return plan.records().stream()
        .filter(record -> record.key().equals(key))
        .flatMap(
            record ->
                record.policy() instanceof RoutingPolicy.Weighted weighted
                    ? Optional.of(weighted.weight()).stream()
                    : Optional.<Integer>empty().stream())
        .findFirst();
  }

  /** The percentage of the stage that is due, if nothing aborts or holds the ramp. */
  private int percent(Ramp ramp) {
    int percent = 0;
    for (Ramp.Stage stage : ramp.stages()) {
      if (!now.isBefore(ramp.start().plusSeconds(stage.after()))) {
        percent = stage.percent();
      }
    }
    return percent;
  }

  private String stage(Ramp ramp, String label, @Nullable Integer current) {
    if (current == null) {
      return "";
    }
    List<Ramp.Stage> stages = ramp.stages();
    for (int i = 0; i < stages.size(); i++) {
      if (ramp.weight(label, stages.get(i).percent()) == current) {
        return "stage " + (i + 1) + " of " + stages.size();
      }
    }
    if (ramp.weight(label, 0) != current) {
      return "between stages";
    }
    return now.isBefore(ramp.start()) ? "before its start" : "aborted, held, or not started";
  }
}
