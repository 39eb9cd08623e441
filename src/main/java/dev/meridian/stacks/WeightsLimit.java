package dev.meridian.stacks;

import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.Ramp;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The limit of the settings of the function that adjusts weights. AWS Lambda accepts 4 KB of
 * environment variables (Lambda Developer Guide, gettingstarted-limits).
 */
final class WeightsLimit {
  private static final int MOST = 4096;

  /** The names of the zone and the parameters, without the deployment's name. */
  private static final int ALWAYS = 200;

  /** Two ARNs of 130 characters at most, the region twice, and the keys. */
  private static final int REGION = 345;

  /** A name's goals and times, without its name and branches. */
  private static final int NAME = 170;

  /** A branch's numbers and region, without its label and identifier. */
  private static final int BRANCH = 90;

  /** A share of a branch, without the label. */
  private static final int SHARE = 8;

  /** The seconds and the percentage of a stage. */
  private static final int STAGE = 14;

  private WeightsLimit() {}

  /** The length of the stages and alarms, whose names have a prefix if they are health checks. */
  private static int ramp(Ramp ramp) {
    return STAGE * ramp.stages().size()
        + ramp.to().length()
        + ramp.abort().stream().mapToInt(alarm -> 2 * alarm.length() + NAME).sum();
  }

  /** A problem if the settings could be too long. */
  static Optional<Diagnostic> exceeded(Deployment deployment) {
    List<NameDeclaration> names = AdjustedWeights.names(deployment);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    int size = ALWAYS + 2 * AwsResourceNames.prefix(deployment).length();
    Set<String> labels = new TreeSet<>();
    for (NameDeclaration name : names) {
      size += NAME + name.name().text().length();
      for (Branch branch : name.policy().branches()) {
        if (name.adjusted().isPresent()) {
          labels.add(branch.target().toString());
        }
        size += BRANCH + 2 * branch.label().length() + branch.identifier().length() + SHARE;
      }
    }
    size += names.stream().flatMap(one -> one.ramped().stream()).mapToInt(WeightsLimit::ramp).sum();
    size += REGION * labels.size();
    if (size <= MOST) {
      return Optional.empty();
    }
    NameDeclaration last = names.get(names.size() - 1);
    return Optional.of(
        new Diagnostic(
            last.at(),
            last.path().key(last.adjusted().isPresent() ? "adjust" : "ramp"),
            "the settings of the function that adjusts weights can have "
                + size
                + " characters, and AWS Lambda accepts "
                + MOST,
            "adjust fewer names or regions, or shorten labels and identifiers"));
  }
}
