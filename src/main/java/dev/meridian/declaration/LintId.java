package dev.meridian.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The warnings about what Route 53 allows but users regret; {@code silence} names their ids. */
public enum LintId {
  GEOLOCATION_WITHOUT_DEFAULT("clients from places without a record get no answer"),
  IP_BASED_WITHOUT_DEFAULT("clients outside every block get no answer"),
  EVALUATE_TARGET_HEALTH_OFF("an alias keeps answering while all its targets are unhealthy"),
  TTL_WITH_HEALTH_CHECK("resolvers keep an unhealthy answer for longer than a minute"),
  PRIVATE_ADDRESS("Route 53's checkers and the internet cannot reach a private address"),
  FAILOVER_PRIMARY_UNCHECKED("a primary without a health check never fails over"),
  BRANCH_UNCHECKED("a branch without a health check always counts as healthy"),
  WEIGHTS_ALL_ZERO("with all weights 0 every branch answers equally often, not never"),
  WEIGHT_ZERO_IS_STANDBY("a branch of weight 0 answers once all others are unhealthy"),
  NEGATIVE_BIAS("a negative bias shrinks an area, and the neighbours take the rest"),
  NESTING_DEEP("more than three levels of alias records, AWS's documented depth"),
  IPV6_ASYMMETRY("IPv6 clients get other answers than IPv4 clients"),
  HEALTH_CHECK_NAMES_OWN_RECORD("a health check that probes the name it guards"),
  FEW_CHECKER_REGIONS("the checkers of one region alone can keep a dead endpoint healthy"),
  MULTIVALUE_ABOVE_EIGHT("an answer holds at most eight of the multivalue records"),
  CIDR_OVERLAP("blocks overlap: the longest prefix wins"),
  HTTP_CHECK_BEHIND_REDIRECT("a plain HTTP check of a listener that redirects sees no server"),
  HEALTH_CHECK_UNUSED("a health check that no endpoint uses is not made"),
  HEALTH_CHECK_MISSING("a record whose health check is gone has an unpredictable health"),
  CALCULATED_THRESHOLD("a calculated health check that its children cannot change"),
  CNAME_LOOP("CNAME records that lead back to themselves are no answer"),
  SEVERAL_VALUES_ONE_CHECK("one health check answers for several addresses"),
  ACCOUNT_QUOTA("more than AWS gives an account before it is asked to"),
  REGION_PINNED("a pinned region's DNS records do not follow its state");

  private final String meaning;

  LintId(String meaning) {
    this.meaning = meaning;
  }

  /** The word in a declaration and in messages, such as {@code nesting-deep}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is amiss, in one line. */
  public String meaning() {
    return meaning;
  }

  public static Optional<LintId> of(String id) {
    return Arrays.stream(values()).filter(lint -> lint.id().equals(id)).findFirst();
  }

  /** All ids, in the order of the constants. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(LintId::id).toList();
  }
}
