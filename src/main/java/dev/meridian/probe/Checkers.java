package dev.meridian.probe;

import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Probing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checkers of one health check. The endpoint is healthy while more than 18 % of them say so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class Checkers {
  /**
   * Checkers in each region. AWS does not publish the number; it once wrote of 16 in the 8 regions.
   */
  public static final int PER_REGION = 2;

  private final List<CheckerRegion> regions = new ArrayList<>();
  private final List<Checker> all = new ArrayList<>();

  private Checkers() {}

  /** The checkers of a health check. */
  public static Checkers of(Probing probing) {
    Checkers checkers = new Checkers();
    Set<CheckerRegion> from =
        probing.regions().isEmpty() ? EnumSet.allOf(CheckerRegion.class) : probing.regions();
    for (CheckerRegion region : from) {
      for (int i = 0; i < PER_REGION; i++) {
        checkers.regions.add(region);
        checkers.all.add(new Checker(probing.failureThreshold()));
      }
    }
    return checkers;
  }

  /** A single checker without a region: a load balancer that checks its target. */
  public static Checkers ofTarget(int failures, int successes) {
    Checkers checkers = new Checkers();
    checkers.all.add(new Checker(failures, successes));
    return checkers;
  }

  public int size() {
    return all.size();
  }

  /** The region of a checker, which is numbered from 0. */
  public Optional<CheckerRegion> region(int checker) {
    return regions.isEmpty() ? Optional.empty() : Optional.of(regions.get(checker));
  }

  /**
   * Counts the result of a checker's probe, and returns whether the checker changed its verdict.
   */
  public boolean count(int checker, boolean passed) {
    return all.get(checker).count(passed);
  }

  /** How many say that the endpoint is healthy. */
  public int healthy() {
    return (int) all.stream().filter(Checker::isHealthy).count();
  }

  /** Whether more than 18 % say that the endpoint is healthy. */
  public boolean isHealthy() {
    return Probing.isHealthy(healthy(), all.size());
  }
}
