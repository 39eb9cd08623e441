package dev.meridian.resolve;

/** Why an answer is what it is, one rule of Route 53 each, named as in its vectors. */
public enum Rule {
  SIMPLE("the only record of its name and type always answers"),
  WEIGHT_SHARE("each record answers its weight's share of the sum"),
  WEIGHT_UNHEALTHY_REMOVED("the weights of unhealthy records leave the sum"),
  WEIGHT_ZERO_BACKUP("records of weight 0 stand in while no weighted record is healthy"),
  WEIGHT_ALL_ZERO("where every weight is 0 all records answer alike"),
  FAILOVER("the primary answers while it is healthy, else the secondary"),
  LATENCY("the healthy record in the Region with the least latency answers"),
  LATENCY_NEXT_BEST("a Region with less latency is unhealthy"),
  LATENCY_CN_NORTH_1("clients in China take cn-north-1 whatever the latency"),
  GEO_SMALLEST("the smallest place that holds the client answers"),
  GEO_UPWARD("a smaller place that holds the client is unhealthy"),
  GEO_ALL_UNHEALTHY("every place that holds the client is unhealthy: the smallest answers"),
  GEO_DEFAULT("no other place holds the client"),
  GEO_NO_ANSWER("no place holds the client and there is no default record"),
  GEOPROX("the nearest healthy record answers"),
  GEOPROX_BIAS("distances are stretched by each record's bias"),
  GEOPROX_HEALTH("a nearer record is unhealthy"),
  CIDR_MATCH("the client's address lies in the record's CIDR location"),
  CIDR_LONGEST_PREFIX("of several matching blocks the longest prefix counts"),
  CIDR_DEFAULT("the default location answers"),
  CIDR_NO_ANSWER("no location holds the client's address and there is no default record"),
  AZ_ORDER("the most specific location that holds the client's zone and is healthy answers"),
  AZ_ALL_UNHEALTHY(
      "every location that holds the client's zone is unhealthy: the most specific answers"),
  AZ_UNKNOWN("the client's Availability Zone is not known: only the global record can answer"),
  AZ_NO_ANSWER("no location holds the client's zone and there is no global record"),
  MULTIVALUE("all healthy records answer together"),
  MULTIVALUE_8("eight healthy records answer together, drawn at random"),
  MULTIVALUE_ALL_UNHEALTHY("no record is healthy: up to eight unhealthy ones answer"),
  LAST_RESORT("no record is healthy, so all count as healthy"),
  TREE_BACKTRACK("a branch without a healthy record is left"),
  ALIAS_TARGET_MISSING("the alias leads to a name without records of its type"),
  ALIAS_LOOP("the alias leads back to itself"),
  ALIAS_TYPE("the name exists, but has no record of this type"),
  CNAME_ANY_TYPE("a CNAME answers every type"),
  CNAME_LOOP("the CNAMEs lead back to themselves"),
  NXDOMAIN("the name does not exist"),
  WILDCARD("a wildcard covers the name"),
  NOT_IN_ZONE("the name does not lie in this zone");

  private final String explanation;

  Rule(String explanation) {
    this.explanation = explanation;
  }

  /** The name in the vectors, such as {@code R-WEIGHT-SHARE}. */
  public String code() {
    return "R-" + name().replace('_', '-');
  }

  /** The rule in a sentence, without capital and full stop. */
  public String explanation() {
    return explanation;
  }
}
