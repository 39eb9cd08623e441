package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Resolver;

/**
 * What a server answers with.
 *
 * @param outage what is down
 * @param health the same, as Route 53 sees it
 */
public record Served(
    DnsName zone, Resolver resolver, StandIns standIns, Outage outage, HealthState health) {

  /** The same zone in another state of health. */
  public Served with(Outage down, HealthState state) {
    return new Served(zone, resolver, standIns, down, state);
  }
}
