package dev.meridian.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one region.
 *
 * @param certificateArn an ACM certificate of that region for an HTTPS listener; null for HTTP only
 * @param staticAddresses whether a network load balancer with one Elastic IP a zone stands in front
 * @param ipv6 whether network and load balancer are dual-stack
 */
public record Site(
    Network network,
    Servers servers,
    TargetCheck targetCheck,
    @Nullable String certificateArn,
    boolean staticAddresses,
    boolean ipv6) {

  public Optional<String> certificate() {
    return Optional.ofNullable(certificateArn);
  }

  /** The network the load balancer stands in. */
  public sealed interface Network {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method a kind of network. */
    interface Cases<R> {
      R created(Created network);

      R existing(Existing network);
    }

    /** How many availability zones, and so subnets and static addresses, there are. */
    int availabilityZones();

    /**
     * A VPC of its own with one public subnet a zone.
     *
     * @param cidr IPv4, /16../24; each subnet takes an 8 bits longer prefix, /28 at the longest
     * @param availabilityZones 2..6 (a load balancer wants two)
     */
    record Created(String cidr, int availabilityZones) implements Network {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.created(this);
      }
    }

    /** Somebody else's VPC. */
    record Existing(String vpcId, List<String> subnetIds) implements Network {
      public Existing {
        subnetIds = List.copyOf(subnetIds);
      }

      @Override
      public int availabilityZones() {
        return subnetIds.size();
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.existing(this);
      }
    }
  }

  /**
   * The servers behind the load balancer.
   *
   * @param count 0..500 instances of an Auto Scaling group; 0 where the user brings the targets
   * @param instanceType such as {@code t3.micro}
   */
  public record Servers(int count, String instanceType) {}

  /**
   * The target group's health check.
   *
   * @param port the port the targets listen on
   * @param path with its leading slash
   * @param interval seconds, 5..300
   * @param timeout seconds, 2..120, below the interval
   * @param healthyThreshold 2..10
   * @param unhealthyThreshold 2..10
   */
  public record TargetCheck(
      int port,
      String path,
      int interval,
      int timeout,
      int healthyThreshold,
      int unhealthyThreshold) {}
}
