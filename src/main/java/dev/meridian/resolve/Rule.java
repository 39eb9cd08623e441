package dev.meridian.resolve;

/** The rules of Route 53 that explain an answer, named as in the test vectors. */
public enum Rule {
  SIMPLE("the only record of its name and type always answers"),
  WEIGHT_SHARE("each record answers its weight's share of the sum"),
  WEIGHT_UNHEALTHY_REMOVED("the weights of unhealthy records do not count"),
  WEIGHT_ZERO_BACKUP("records of weight 0 answer while no record with a weight is healthy"),
  WEIGHT_ALL_ZERO("if every weight is 0, all records have equal shares"),
  FAILOVER("the primary answers while it is healthy; otherwise, the secondary"),
  LATENCY("the healthy record in the Region with the lowest latency answers"),
  LATENCY_NEXT_BEST("a Region with lower latency is unhealthy"),
  LATENCY_CN_NORTH_1("clients in China get cn-north-1, whatever the latency"),
  GEO_SMALLEST("the record of the smallest place that contains the client answers"),
  GEO_UPWARD("the record of a smaller place that contains the client is unhealthy"),
  GEO_ALL_UNHEALTHY(
      "the records of all places that contain the client are unhealthy: the smallest place answers"),
  GEO_DEFAULT("no other place contains the client"),
  GEO_NO_ANSWER("no place contains the client, and there is no default record"),
  GEOPROX("the nearest healthy record answers"),
  GEOPROX_BIAS("distances are stretched by each record's bias"),
  GEOPROX_HEALTH("a nearer record is unhealthy"),
  CIDR_MATCH("the client's address is in the record's CIDR location"),
  CIDR_LONGEST_PREFIX("of several matching blocks, the longest prefix counts"),
  CIDR_DEFAULT("the default location answers"),
  CIDR_NO_ANSWER("no location contains the client's address, and there is no default record"),
  AZ_ORDER("the most specific location that contains the client's zone and is healthy answers"),
  AZ_ALL_UNHEALTHY(
      "every location that contains the client's zone is unhealthy: the most specific answers"),
  AZ_UNKNOWN("the client's Availability Zone is not known: only the global record can answer"),
  AZ_NO_ANSWER("no location contains the client's zone, and there is no global record"),
  MULTIVALUE("all healthy records answer together"),
  MULTIVALUE_8("eight healthy records answer together, drawn at random"),
  MULTIVALUE_ALL_UNHEALTHY("no record is healthy: up to eight unhealthy ones answer"),
  LAST_RESORT("no record is healthy, so all count as healthy"),
  TREE_BACKTRACK("a branch without a healthy record is skipped"),
  ALIAS_TARGET_MISSING("the alias points to a name without records of its type"),
  ALIAS_LOOP("the alias points back to itself"),
  ALIAS_TYPE("the name exists, but has no record of this type"),
  CNAME_ANY_TYPE("a CNAME answers every type"),
  CNAME_LOOP("the CNAMEs point back to themselves"),
  NXDOMAIN("the name does not exist"),
  DELEGATION("NS records below the apex delegate the name to other name servers"),
  ALIAS_INTO_DELEGATION(
      "the zone delegates this name; AWS does not document that an alias to it gets the zone's own"
          + " records, which is assumed here"),
  SET_BY_ROUTE_53("Route 53 sets the NS and SOA records of the zone itself"),
  WILDCARD("a wildcard covers the name"),
  NOT_IN_ZONE("the name is not in this zone");

  private final String explanation;

  Rule(String explanation) {
    this.explanation = explanation;
  }

  /** The name in the vectors, such as {@code R-WEIGHT-SHARE}. */
  public String code() {
    return "R-" + name().replace('_', '-');
  }

  /** The rule as a sentence without a capital letter and a full stop. */
  public String explanation() {
    return explanation;
  }
}
