package dev.meridian.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The warnings about what Route 53 allows but users regret; {@code silence} names their ids. */
public enum LintId {
  /** Clients from places without a record get no answer. */
  GEOLOCATION_WITHOUT_DEFAULT,
  /** Clients outside every block get no answer. */
  IP_BASED_WITHOUT_DEFAULT,
  /** Clients in other locations get no answer. */
  AZ_AFFINITY_WITHOUT_GLOBAL,
  /** An alias keeps answering while all its targets are unhealthy. */
  EVALUATE_TARGET_HEALTH_OFF,
  /** Resolvers keep an unhealthy answer for longer than a minute. */
  TTL_WITH_HEALTH_CHECK,
  /** Route 53's checkers and the internet cannot reach a private address. */
  PRIVATE_ADDRESS,
  /** A primary without a health check never fails over. */
  FAILOVER_PRIMARY_UNCHECKED,
  /** A branch without a health check always counts as healthy. */
  BRANCH_UNCHECKED,
  /** With all weights 0 every branch answers equally often, not never. */
  WEIGHTS_ALL_ZERO,
  /** A branch of weight 0 answers once all others are unhealthy. */
  WEIGHT_ZERO_IS_STANDBY,
  /** A negative bias shrinks an area, and the neighbours take the rest. */
  NEGATIVE_BIAS,
  /** More than three levels of alias records, AWS's documented depth. */
  NESTING_DEEP,
  /** IPv6 clients get other answers than IPv4 clients. */
  IPV6_ASYMMETRY,
  /** A health check that probes the name it guards. */
  HEALTH_CHECK_NAMES_OWN_RECORD,
  /** The checkers of one region alone can keep a dead endpoint healthy. */
  FEW_CHECKER_REGIONS,
  /** An answer holds at most eight of the multivalue records. */
  MULTIVALUE_ABOVE_EIGHT,
  /** Blocks overlap: the longest prefix wins. */
  CIDR_OVERLAP,
  /** A plain HTTP check of a listener that redirects sees no server. */
  HTTP_CHECK_BEHIND_REDIRECT,
  /** A health check that no endpoint uses is not made. */
  HEALTH_CHECK_UNUSED,
  /** A record whose health check is gone has an unpredictable health. */
  HEALTH_CHECK_MISSING,
  /** A calculated health check that its children cannot change. */
  CALCULATED_THRESHOLD,
  /** CNAME records that lead back to themselves are no answer. */
  CNAME_LOOP,
  /** One health check answers for several addresses. */
  SEVERAL_VALUES_ONE_CHECK,
  /** More than AWS gives an account before it is asked to. */
  ACCOUNT_QUOTA,
  /** A pinned region's DNS records do not follow its state. */
  REGION_PINNED;

  /** The word in a declaration and in messages, such as {@code nesting-deep}. */
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
