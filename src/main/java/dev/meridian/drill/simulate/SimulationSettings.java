package dev.meridian.drill.simulate;

import org.jspecify.annotations.Nullable;

/**
 * The size of a simulation, and its assumptions; docs/drill.md gives their sources.
 *
 * @param resolvers at least 1; each location with people has at least one of them
 * @param outages how often the scenario is played, at least 1
 * @param seed the same seed gives the same result
 * @param clientSubnetShare the share of the people whose resolver sends the client subnet (RFC
 *     7871), 0..1
 * @param failingProbe seconds that a probe of an endpoint that is down takes, 0..10
 * @param propagation seconds after which a new status changes the answers, at least 0
 * @param failoverTime seconds after which everybody must have left a failed endpoint; null if there
 *     is no such objective
 */
public record SimulationSettings(
    int resolvers,
    int outages,
    long seed,
    double clientSubnetShare,
    double failingProbe,
    double propagation,
    @Nullable Integer failoverTime) {
  /** The longest time that a probe of Route 53 can take: 10 s to connect over TCP. */
  public static final double SLOWEST_PROBE = 10;

  /** 100,000 resolvers and 100 outages; nothing listens at an endpoint that is down. */
  public static final SimulationSettings STANDARD =
      new SimulationSettings(100_000, 100, 1, 0.2, HealthSimulation.ROUND_TRIP, 0, null);

  /**
   * @throws IllegalArgumentException for a number that is out of its range
   */
  public SimulationSettings {
    if (resolvers < 1
        || outages < 1
        || !(clientSubnetShare >= 0 && clientSubnetShare <= 1)
        || !(failingProbe >= 0 && failingProbe <= SLOWEST_PROBE)
        || !(propagation >= 0 && propagation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a setting of the simulation is out of its range");
    }
  }

  public SimulationSettings withSeed(long other) {
    return new SimulationSettings(
        resolvers, outages, other, clientSubnetShare, failingProbe, propagation, failoverTime);
  }

  public SimulationSettings withFailoverTime(@Nullable Integer seconds) {
    return new SimulationSettings(
        resolvers, outages, seed, clientSubnetShare, failingProbe, propagation, seconds);
  }

  public SimulationSettings withClientSubnetShare(double share) {
    return new SimulationSettings(
        resolvers, outages, seed, share, failingProbe, propagation, failoverTime);
  }

  public SimulationSettings withFailingProbe(double seconds) {
    return new SimulationSettings(
        resolvers, outages, seed, clientSubnetShare, seconds, propagation, failoverTime);
  }

  public SimulationSettings withPropagation(double seconds) {
    return new SimulationSettings(
        resolvers, outages, seed, clientSubnetShare, failingProbe, seconds, failoverTime);
  }

  /** The same with another size. */
  public SimulationSettings of(int someResolvers, int someOutages) {
    return new SimulationSettings(
        someResolvers,
        someOutages,
        seed,
        clientSubnetShare,
        failingProbe,
        propagation,
        failoverTime);
  }
}
