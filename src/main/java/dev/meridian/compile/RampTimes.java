package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.LintId;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.Ramp;
import dev.meridian.diagnostic.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Warns of ramps by the time. A plan itself never depends on it. */
public final class RampTimes {
  private RampTimes() {}

  /** The ramps whose last stage began before {@code now}, unless {@code silence} hides them. */
  public static List<LintWarning> over(Deployment deployment, Instant now) {
    List<LintWarning> warnings = new ArrayList<>();
    for (NameDeclaration name : deployment.names()) {
      name.ramped()
          .filter(ramp -> last(ramp).isBefore(now))
          .filter(ramp -> !deployment.silenced().contains(LintId.RAMP_OVER.id()))
          .ifPresent(ramp -> warnings.add(warning(name, ramp)));
    }
    return List.copyOf(warnings);
  }

  private static Instant last(Ramp ramp) {
    return ramp.start().plusSeconds(ramp.stages().get(ramp.stages().size() - 1).after());
  }

  private static LintWarning warning(NameDeclaration name, Ramp ramp) {
    return new LintWarning(
        LintId.RAMP_OVER,
        new Origin(ramp.at(), name.path().key("ramp"))
            .problem(
                "the last stage of the ramp to "
                    + ramp.to()
                    + " began at "
                    + last(ramp)
                    + ", so an apply of a new ramp sets it at once",
                "if the ramp is done, declare the new weights without ramp; otherwise, declare a"
                    + " later start"));
  }
}
