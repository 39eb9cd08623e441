package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routing controls of Application Recovery Controller that take regions out of service. A control
 * is a drain switch: while it is off, which is its first state, its region is in service.
 *
 * @param regions the codes of the regions with a switch, in declared order; empty without switches
 * @param atLeast how many of them stay in service, 1..number of regions
 * @param cluster the ARN of a cluster that exists; null to create one
 * @param at the place of the key {@code switches}
 */
public record Switches(
    List<String> regions, int atLeast, @Nullable String cluster, SourceLocation at) {
  /** No region has a switch. */
  public static final Switches NONE =
      new Switches(List.of(), 1, null, new SourceLocation("", 1, 1));

  /** The type of a routing control in Terraform. */
  public static final String ROUTING_CONTROL = "aws_route53recoverycontrolconfig_routing_control";

  private static final String CHECK = "-switch";
  private static final String IN_SERVICE = "-in-service";

  public Switches {
    regions = List.copyOf(regions);
  }

  /** Whether there are no switches. */
  public boolean isEmpty() {
    return regions.isEmpty();
  }

  /** The ARN of the cluster that the routing controls belong to, unless it is to be created. */
  public Optional<String> existingCluster() {
    return Optional.ofNullable(cluster);
  }

  /**
   * The threshold of the safety rule. It counts the regions that are out of service, and is
   * inverted: fewer than this many can be.
   */
  public int refusedDrains() {
    return regions.size() - atLeast + 1;
  }

  /** The name of the safety rule, such as {@code at-least-1-of-2}. */
  public String ruleName() {
    return "at-least-" + atLeast + "-of-" + regions.size();
  }

  /** The ARN of a region's routing control, which is known after apply. */
  public static Value routingControlArn(String region) {
    return Value.Reference.to(ROUTING_CONTROL + "." + region + ".arn");
  }

  /** The name of the health check that follows the switch of {@code region}. */
  public static String checkOf(String region) {
    return region + CHECK;
  }

  /**
   * The name of the health check that is healthy while {@code check} is, and the region is in
   * service.
   *
   * @param check the health check of a record set that answers with the region
   */
  public static String inService(String region, String check) {
    boolean ofRegion = check.equals(region) || check.startsWith(region + "-");
    return (ofRegion ? check : region + "-" + check) + IN_SERVICE;
  }
}
