package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.simulate.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --simulate} and how much of it. */
public final class SimulateOption {
  private static final int MOST_RESOLVERS = 10_000_000;
  private static final int MOST_OUTAGES = 100_000;
  private static final double MOST_PROBE_SECONDS = 10;
  private static final double MOST_PROPAGATION = 3600;

  @Option(
      names = "--simulate",
      description = "Play it many times under a virtual clock, with the world's population.")
  private boolean simulate;

  @Option(
      names = "--outages",
      paramLabel = "NUMBER",
      description = "With --simulate: how many times (default: 100).")
  private @Nullable Integer outages;

  @Option(
      names = "--resolvers",
      paramLabel = "NUMBER",
      description = "With --simulate: how many resolvers (default: 100000).")
  private @Nullable Integer resolvers;

  @Option(
      names = "--client-subnet-share",
      paramLabel = "SHARE",
      description =
          "With --simulate: the share of the people, 0 to 1, whose resolver sends their client subnet"
              + " (default: 0.2).")
  private @Nullable Double clientSubnetShare;

  @Option(
      names = "--failing-probe",
      paramLabel = "SECONDS",
      description = "With --simulate: how long a probe of what is down takes (default: 0.1).")
  private @Nullable Double failingProbe;

  @Option(
      names = "--propagation",
      paramLabel = "SECONDS",
      description =
          "With --simulate: how long a new status takes to Route 53's name servers (default: 0).")
  private @Nullable Double propagation;

  public boolean isChosen() {
    return simulate;
  }

  /**
   * The settings.
   *
   * @param seed null for that of the standard settings
   * @param objective seconds within which clients must leave; null for no objective
   * @throws BadInput with every number that is out of range, and every option that needs --simulate
   */
  public SimulationSettings settings(@Nullable Long seed, @Nullable Integer objective)
      throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    SimulationSettings usual = SimulationSettings.STANDARD;
    check(problems, "--outages", outages, 1, MOST_OUTAGES);
    check(problems, "--resolvers", resolvers, 1, MOST_RESOLVERS);
    check(problems, "--client-subnet-share", clientSubnetShare, 0, 1);
    check(problems, "--failing-probe", failingProbe, 0, MOST_PROBE_SECONDS);
    check(problems, "--propagation", propagation, 0, MOST_PROPAGATION);
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return new SimulationSettings(
        resolvers == null ? usual.resolvers() : resolvers,
        outages == null ? usual.outages() : outages,
        seed == null ? usual.seed() : seed,
        clientSubnetShare == null ? usual.clientSubnetShare() : clientSubnetShare,
        failingProbe == null ? usual.failingProbe() : failingProbe,
        propagation == null ? usual.propagation() : propagation,
        objective);
  }

  /**
   * Refuses options that only a simulation has.
   *
   * @throws BadInput if there is one, although the drill is real
   */
  public void refuseAlone() throws BadInput {
    boolean alone =
        outages != null
            || resolvers != null
            || clientSubnetShare != null
            || failingProbe != null
            || propagation != null;
    if (alone && !simulate) {
      throw new BadInput(
          List.of(
              problem(
                  "drill",
                  "--outages, --resolvers, --client-subnet-share, --failing-probe, and"
                      + " --propagation are for simulations",
                  "add --simulate")));
    }
  }

  private static void check(
      List<Diagnostic> problems, String option, @Nullable Number value, int least, double most) {
    if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      problems.add(
          problem(
              option,
              value + " is outside " + least + ".." + Math.round(most),
              "use a number in this range"));
    }
  }

  private static Diagnostic problem(String where, String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile(where), "", what, fix);
  }
}
