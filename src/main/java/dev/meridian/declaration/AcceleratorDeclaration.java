package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An accelerator of AWS Global Accelerator in front of the load balancers of some regions. It has a
 * stack of its own, and its name is also the name of an endpoint.
 *
 * @param groups its endpoint groups by region, in declared order; at least one, and not all with
 *     weight 0. Every listener has all of them.
 * @param listeners at least one; no port is in two of them
 * @param dualStack whether it also has IPv6 addresses
 * @param healthCheck the health check of the accelerator as a whole
 */
public record AcceleratorDeclaration(
    String name,
    Map<String, EndpointGroup> groups,
    List<Listener> listeners,
    boolean dualStack,
    HealthCheckReference healthCheck,
    SourceLocation at) {

  /** The region of the service's API (Global Accelerator endpoints and quotas). */
  public static final String API_REGION = "us-west-2";

  /**
   * How many IPv4 addresses every accelerator has.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-components.html">Components</a>
   */
  public static final int STATIC_ADDRESSES = 2;

  /** What the label of each accelerator's stack begins with. */
  static final String STACK = "accelerator-";

  public AcceleratorDeclaration {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    listeners = List.copyOf(listeners);
  }

  /** The codes of the regions that get traffic if they are healthy: those with a weight. */
  public List<String> served() {
    return groups.values().stream()
        .filter(group -> group.weight() > 0)
        .map(EndpointGroup::region)
        .toList();
  }

  /** The label of its stack: {@code accelerator-global}. */
  public String stackLabel() {
    return STACK + name;
  }

  /**
   * The load balancer of one region, behind every listener.
   *
   * @param region the region's code
   * @param dial how much of the traffic that would go to the region does, in percent, 0..100; it
   *     does not limit failover from other regions
   * @param weight 0..255; with 0, the region gets no traffic, not even in a failover
   * @param clientIpPreservation whether the load balancer sees the addresses of the clients
   */
  public record EndpointGroup(String region, int dial, int weight, boolean clientIpPreservation) {
    /** Everything that would go to the region. */
    public static final int FULL_DIAL = 100;

    /**
     * What the API uses if the weight is left out. The Terraform provider would send 0 instead,
     * which means no traffic.
     */
    public static final int DEFAULT_WEIGHT = 128;

    private static final int MAX_WEIGHT = 255;

    public EndpointGroup {
      checkDial(dial);
      checkWeight(weight);
    }

    /** Checks a dial: 0..100 (API EndpointGroup, TrafficDialPercentage). */
    public static void checkDial(int dial) {
      if (dial < 0 || dial > FULL_DIAL) {
        throw new InvalidValue(
            "the traffic dial " + dial + " is outside 0.." + FULL_DIAL, "write a percentage");
      }
    }

    /** Checks a weight: 0..255 (API EndpointConfiguration, Weight). */
    public static void checkWeight(int weight) {
      if (weight < 0 || weight > MAX_WEIGHT) {
        throw new InvalidValue(
            "the weight " + weight + " is outside 0.." + MAX_WEIGHT,
            "write " + DEFAULT_WEIGHT + ", which is the default");
      }
    }
  }

  /**
   * Ports that clients connect to. The load balancers get the connections at the same ports.
   *
   * @param ports sorted; at least one
   */
  public record Listener(List<Integer> ports, ClientAffinity clientAffinity) {
    public Listener {
      ports = ports.stream().sorted().toList();
    }

    /** The number that distinguishes it from the other listeners of its accelerator. */
    public int firstPort() {
      return ports.get(0);
    }
  }

  /** Which connections of a client go to the same endpoint. */
  public enum ClientAffinity {
    /** Only the packets of one connection. */
    NONE("none"),
    /** All connections from one address. */
    SOURCE_IP("source-ip");

    private final String keyword;

    ClientAffinity(String keyword) {
      this.keyword = keyword;
    }

    /** The word in a declaration. */
    public String keyword() {
      return keyword;
    }
  }
}
