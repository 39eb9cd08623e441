package dev.meridian.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An accelerator of AWS Global Accelerator in front of regions: one of the declaration's {@code
 * accelerators}. Immutable.
 */
public final class Accelerator {
  private final Mapping regions;
  private final List<Mapping> listeners;
  private final Mapping others;

  private Accelerator(Mapping regions, List<Mapping> listeners, Mapping others) {
    this.regions = regions;
    this.listeners = List.copyOf(listeners);
    this.others = others;
  }

  /** An accelerator in front of these regions, by their codes, with all of their traffic. */
  public static Accelerator of(String... regions) {
    Accelerator accelerator = new Accelerator(Mapping.EMPTY, List.of(), Mapping.EMPTY);
    for (String region : regions) {
      accelerator = accelerator.region(region, 100);
    }
    return accelerator;
  }

  /**
   * Also in front of this region.
   *
   * @param dial the percentage of the region's traffic that it gets, 0 to 100
   */
  public Accelerator region(String code, int dial) {
    return new Accelerator(regions.with(code, dial), listeners, others);
  }

  /**
   * Also in front of this region.
   *
   * @param dial the percentage of the region's traffic that it gets, 0 to 100
   * @param weight 0 to 255; with 0, the region gets no traffic, not even in a failover
   * @param clientIpPreservation whether the load balancer sees the addresses of clients
   */
  public Accelerator region(String code, int dial, int weight, boolean clientIpPreservation) {
    Mapping settings =
        Mapping.of("dial", dial)
            .with("weight", weight)
            .with("client-ip-preservation", clientIpPreservation);
    return new Accelerator(regions.with(code, settings), listeners, others);
  }

  /** A listener whose connections are distributed one by one: 80, 443, or both. */
  public Accelerator listener(Integer... ports) {
    return listener("none", ports);
  }

  /** A listener that sends all connections of a client to the same region. */
  public Accelerator listenerBySourceIp(Integer... ports) {
    return listener("source-ip", ports);
  }

  private Accelerator listener(String affinity, Integer... ports) {
    List<Mapping> more = new ArrayList<>(listeners);
    more.add(Mapping.of("ports", Arrays.asList(ports)).with("client-affinity", affinity));
    return new Accelerator(regions, more, others);
  }

  /** With IPv6 addresses too. */
  public Accelerator dualStack() {
    return new Accelerator(regions, listeners, others.with("dual-stack", true));
  }

  /** Replaces the common health check. */
  public Accelerator healthCheck(Check check) {
    return new Accelerator(regions, listeners, others.with("health-check", check.value()));
  }

  Mapping mapping() {
    Mapping all = Mapping.of("regions", regions);
    if (!listeners.isEmpty()) {
      all = all.with("listeners", listeners);
    }
    return all.with(others);
  }
}
