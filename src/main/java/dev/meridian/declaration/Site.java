package dev.meridian.declaration;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources in one region.
 *
 * @param certificateArn an ACM certificate of that region for an HTTPS listener; null for HTTP only
 * @param staticAddresses whether a Network Load Balancer with one Elastic IP per zone is in front
 * @param ipv6 whether the network and the load balancer are dual-stack
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

  /** The network that contains the load balancer. */
  public sealed interface Network {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of network. */
    interface Cases<R> {
      R created(Created network);

      R existing(Existing network);
    }

    /** The number of availability zones, which is also that of subnets and static addresses. */
    int availabilityZones();

    /**
     * A new VPC with one public subnet per zone.
     *
     * @param cidr IPv4, /16../24; the prefix of each subnet is 8 bits longer, but at most /27
     * @param availabilityZones 2..6, because a load balancer needs at least two
     * @param assigned whether Meridian chose the block because of a private zone
     */
    record Created(String cidr, int availabilityZones, boolean assigned) implements Network {
      private static final int LARGEST = 16;
      private static final List<CidrBlock> NO_NETWORKS =
          Stream.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")
              .map(CidrBlock::new)
              .toList();

      /** A network with a block that the declaration writes, or the usual one. */
      public Created(String cidr, int availabilityZones) {
        this(cidr, availabilityZones, false);
      }

      public Created {
        cidr = checkedCidr(cidr);
        checkAvailabilityZones(availabilityZones);
      }

      /** The block in its canonical form. */
      public static String checkedCidr(String cidr) {
        CidrBlock block = new CidrBlock(cidr);
        int prefix = Integer.parseInt(block.text().substring(block.text().indexOf('/') + 1));
        if (block.isIpv6() || prefix < LARGEST) {
          throw new InvalidValue(
              cidr + " cannot be the CIDR block of a new VPC",
              "write an IPv4 block of /16 to /24, such as 10.0.0.0/16");
        }
        if (NO_NETWORKS.stream().anyMatch(none -> none.contains(block))) {
          throw new InvalidValue(
              block.text() + " is reserved and cannot be used for hosts (RFC 6890)",
              "use a private block, such as 10.0.0.0/16");
        }
        return block.text();
      }

      public static void checkAvailabilityZones(int zones) {
        // A /24 has room for eight /27 blocks, the first of which stays unused.
        SiteRange.check("availability-zones", zones, 2, 6);
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.created(this);
      }
    }

    /**
     * An existing VPC.
     *
     * @param vpcId such as {@code vpc-0123456789abcdef0}
     * @param subnetIds two or more different public subnets, in different availability zones
     */
    record Existing(String vpcId, List<String> subnetIds) implements Network {
      private static final Pattern VPC = Pattern.compile("vpc-[0-9a-f]{8,17}");
      private static final Pattern SUBNET = Pattern.compile("subnet-[0-9a-f]{8,17}");

      public Existing {
        checkVpc(vpcId);
        subnetIds = List.copyOf(subnetIds);
        checkSubnets(subnetIds);
      }

      public static void checkVpc(String vpcId) {
        if (!VPC.matcher(vpcId).matches()) {
          throw new InvalidValue(
              "\"" + vpcId + "\" is not the id of a VPC",
              "write an id such as vpc-0123456789abcdef0");
        }
      }

      public static void checkSubnets(List<String> subnetIds) {
        subnetIds.forEach(Existing::checkSubnet);
        if (new HashSet<>(subnetIds).size() < subnetIds.size() || subnetIds.size() < 2) {
          throw new InvalidValue(
              "a load balancer needs at least two different subnets, not " + subnetIds,
              "name one public subnet in each of at least two availability zones");
        }
      }

      private static void checkSubnet(String id) {
        if (!SUBNET.matcher(id).matches()) {
          throw new InvalidValue(
              "\"" + id + "\" is not the id of a subnet",
              "write an id such as subnet-0123456789abcdef0");
        }
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
   * @param count 0..500 instances of an Auto Scaling group; 0 if you register your own targets
   * @param instanceType such as {@code t3.micro}
   */
  public record Servers(int count, String instanceType) {
    private static final Pattern INSTANCE_TYPE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");

    public Servers {
      checkCount(count);
      checkInstanceType(instanceType);
    }

    public static void checkCount(int count) {
      SiteRange.check("count", count, 0, 500);
    }

    public static void checkInstanceType(String instanceType) {
      if (!INSTANCE_TYPE.matcher(instanceType).matches()) {
        throw new InvalidValue(
            "\"" + instanceType + "\" is not an instance type", "write a type such as t3.micro");
      }
    }
  }

  /**
   * The target group's health check.
   *
   * @param port the port that the targets listen on, 1..65535
   * @param path with its leading slash, at most 1,024 characters
   * @param interval seconds between checks, 5..300
   * @param timeout seconds, 2..120, less than the interval
   * @param healthyThreshold consecutive successes that make a target healthy, 2..10
   * @param unhealthyThreshold consecutive failures that make a target unhealthy, 2..10
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">API
   *     CreateTargetGroup</a>
   */
  public record TargetCheck(
      int port,
      String path,
      int interval,
      int timeout,
      int healthyThreshold,
      int unhealthyThreshold) {
    private static final int MAX_PATH = 1024;

    public TargetCheck {
      checkPort(port);
      checkPath(path);
      checkInterval(interval);
      checkTimeout(timeout);
      if (timeout >= interval) {
        throw new InvalidValue(
            "timeout " + timeout + " is not below the interval " + interval,
            "shorten the timeout, or lengthen the interval");
      }
      checkHealthyThreshold(healthyThreshold);
      checkUnhealthyThreshold(unhealthyThreshold);
    }

    public static void checkPort(int port) {
      SiteRange.check("port", port, 1, 65_535);
    }

    public static void checkPath(String path) {
      if (!path.startsWith("/") || path.length() > MAX_PATH) {
        throw new InvalidValue(
            "\"" + path + "\" is not the path of a target check",
            "start it with / and use at most 1024 characters");
      }
    }

    public static void checkInterval(int interval) {
      SiteRange.check("interval", interval, 5, 300);
    }

    public static void checkTimeout(int timeout) {
      SiteRange.check("timeout", timeout, 2, 120);
    }

    public static void checkHealthyThreshold(int threshold) {
      SiteRange.check("healthy-threshold", threshold, 2, 10);
    }

    public static void checkUnhealthyThreshold(int threshold) {
      SiteRange.check("unhealthy-threshold", threshold, 2, 10);
    }
  }
}
