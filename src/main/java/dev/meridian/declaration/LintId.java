package dev.meridian.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Warnings about valid declarations that are probably mistakes. {@code silence} hides them. */
public enum LintId {
  /** Clients from places without a record get no answer. */
  GEOLOCATION_WITHOUT_DEFAULT,
  /** Clients outside every block get no answer. */
  IP_BASED_WITHOUT_DEFAULT,
  /** Clients in other locations get no answer. */
  AZ_AFFINITY_WITHOUT_GLOBAL,
  /** An alias still answers while all its targets are unhealthy. */
  EVALUATE_TARGET_HEALTH_OFF,
  /** Resolvers keep an unhealthy answer for longer than a minute. */
  TTL_WITH_HEALTH_CHECK,
  /** Route 53's checkers and the internet cannot reach a private address. */
  PRIVATE_ADDRESS,
  /** A primary without a health check never fails over. */
  FAILOVER_PRIMARY_UNCHECKED,
  /** A branch without a health check always counts as healthy. */
  BRANCH_UNCHECKED,
  /** If all weights are 0, all branches answer equally often. */
  WEIGHTS_ALL_ZERO,
  /** A branch with weight 0 answers while all other branches are unhealthy. */
  WEIGHT_ZERO_IS_STANDBY,
  /** A negative bias shrinks an area, and the neighboring areas grow. */
  NEGATIVE_BIAS,
  /** More than three levels of alias records, the depth that AWS documents. */
  NESTING_DEEP,
  /** IPv6 clients and IPv4 clients get different answers. */
  IPV6_ASYMMETRY,
  /** A health check probes the name whose records use it. */
  HEALTH_CHECK_NAMES_OWN_RECORD,
  /** The checkers of one region alone can keep a dead endpoint healthy. */
  FEW_CHECKER_REGIONS,
  /** An answer contains at most eight multivalue records. */
  MULTIVALUE_ABOVE_EIGHT,
  /** Blocks overlap; the longest prefix wins. */
  CIDR_OVERLAP,
  /** An HTTP check of a listener that redirects does not reach a server. */
  HTTP_CHECK_BEHIND_REDIRECT,
  /** A health check that no endpoint uses is not created. */
  HEALTH_CHECK_UNUSED,
  /** The health of a record whose health check is missing is unpredictable. */
  HEALTH_CHECK_MISSING,
  /** The children of a calculated health check cannot change its status. */
  CALCULATED_THRESHOLD,
  /** CNAME records that point to each other in a loop have no answer. */
  CNAME_LOOP,
  /** One health check decides for several addresses. */
  SEVERAL_VALUES_ONE_CHECK,
  /** Another zone answers for a delegated name and for everything below it. */
  BELOW_DELEGATION,
  /** A host name in a value is always complete, even without a dot at the end. */
  INCOMPLETE_HOST,
  /** Clients look for a record at another name. */
  MISPLACED_RECORD,
  /** A safety rule keeps every region with a switch in service. */
  SWITCH_ALWAYS_REFUSED,
  /** Simple records answer with a region whether its switch is on or off. */
  SWITCH_NOT_FOLLOWED,
  /** More than the default quota of an AWS account. */
  ACCOUNT_QUOTA,
  /** No region of an accelerator takes part in usual routing. */
  ACCELERATOR_DIALS_ALL_ZERO,
  /** A region with weight 0 gets nothing from an accelerator, not even in a failover. */
  ACCELERATOR_WEIGHT_ZERO,
  /** A health check of an accelerator probes a port that no listener has. */
  ACCELERATOR_CHECK_PORT,
  /** The VPC of a region has the block that Meridian assigns to regions of a private zone. */
  NETWORK_BLOCK_ASSIGNED,
  /** A pinned region's DNS records do not follow its state. */
  REGION_PINNED;

  /** The ID in declarations and messages, such as {@code nesting-deep}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LintId> of(String id) {
    return Arrays.stream(values()).filter(lint -> lint.id().equals(id)).findFirst();
  }

  /** All ids, in the order of the constants. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(LintId::id).toList();
  }
}
