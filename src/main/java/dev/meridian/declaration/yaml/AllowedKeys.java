package dev.meridian.declaration.yaml;

import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.PolicyKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The allowed keys of each mapping in a declaration. For each constant, the JSON Schema has a
 * definition with the same name and keys; a test compares the two.
 */
public enum AllowedKeys {
  DECLARATION(
      "application",
      "environment",
      "was",
      "zone",
      "state",
      "regions",
      "site",
      "health-check",
      "health-checks",
      "endpoints",
      "accelerators",
      "cidr-collections",
      "switches",
      "private",
      "ttl",
      "names",
      "records",
      "capacity",
      "traffic",
      "objectives",
      "expect",
      "drills",
      "alerts",
      "ownership",
      "change-guard",
      "tags",
      "silence"),
  WAS("application", "environment"),
  ZONE("name", "id", "existing", "private"),

  STATE_LOCAL("backend", "directory"),
  STATE_S3("backend", "bucket", "region", "prefix", "options"),
  STATE_CLOUD("backend", "organization", "hostname", "workspace-prefix"),
  STATE_REMOTE("backend", "organization", "hostname", "workspace-prefix"),
  STATE_GCS("backend", "bucket", "prefix"),
  STATE_AZURERM("backend", "resource-group", "storage-account", "container", "prefix"),
  STATE_HTTP("backend", "address", "locking"),
  STATE_PG("backend", "schema-prefix"),

  REGION("site", "health-check", "pinned"),
  PIN(
      concat(
          concat(RegionOutput.readByDns(), RegionOutput.ALB_ARN.id()),
          PrivateOutput.pinned().toArray(String[]::new))),
  SITE("network", "servers", "target-check", "certificate", "static-addresses", "ipv6"),
  NETWORK_CREATED("cidr", "availability-zones"),
  NETWORK_EXISTING("vpc", "subnets"),
  SERVERS("count", "instance-type"),
  TARGET_CHECK("port", "path", "interval", "timeout", "healthy-threshold", "unhealthy-threshold"),

  PROBE(
      "protocol",
      "port",
      "path",
      "host",
      "address",
      "search",
      "interval",
      "failure-threshold",
      "regions",
      "sni",
      "measure-latency",
      "name",
      "inverted",
      "disabled",
      "was"),
  CHECK_METRIC("cloudwatch-metric", "name", "inverted", "disabled", "was"),
  CHECK_CONTROL("recovery-control", "name", "inverted", "disabled", "was"),
  CHECK_CALCULATED("calculated", "name", "inverted", "disabled", "was"),
  METRIC("alarm", "region", "insufficient-data"),
  CALCULATED("of", "threshold"),

  ENDPOINT("addresses", "host", "alias", "state", "outputs", "health-check", "was"),
  ACCELERATOR("regions", "listeners", "dual-stack", "health-check"),
  ACCELERATOR_REGION("dial", "weight", "client-ip-preservation"),
  ACCELERATOR_LISTENER("ports", "client-affinity"),

  ALIAS("dns-name", "zone-id", "ipv6"),
  FOREIGN_LOCAL("backend", "path"),
  FOREIGN_S3("backend", "bucket", "region", "key", "options"),
  FOREIGN_CLOUD("backend", "organization", "hostname", "workspace"),
  FOREIGN_REMOTE("backend", "organization", "hostname", "workspace"),
  FOREIGN_GCS("backend", "bucket", "prefix"),
  FOREIGN_AZURERM("backend", "resource-group", "storage-account", "container", "key"),
  FOREIGN_HTTP("backend", "address"),
  FOREIGN_PG("backend", "schema"),
  OUTPUTS_ALIAS("dns-name", "zone-id", "ipv6"),
  OUTPUTS_ADDRESSES("addresses", "count"),
  OUTPUTS_HOST("host"),

  NAME(concat(PolicyKind.keywords(), "ttl", "front-door", "via", "adjust", "ramp")),
  POLICY(PolicyKind.keywords()),
  NAME_BY_TYPE("A", "AAAA"),
  NAME_OF_TYPE(concat(PolicyKind.keywords(), "ttl", "front-door", "via")),
  ADJUST(
      "target-latency",
      "error-rate",
      "share",
      "minimum",
      "maximum",
      "step",
      "cool-down",
      "metric-delay"),
  RAMP("to", "stages", "start", "abort"),
  NAME_TARGET("name"),
  BRANCH(
      "to", "health-check", "evaluate-target-health", "identifier", "ttl", "one-record-set", "was"),
  WEIGHTED_BRANCH(
      "weight",
      "to",
      "health-check",
      "evaluate-target-health",
      "identifier",
      "ttl",
      "one-record-set",
      "was"),
  GEOPROXIMITY_BRANCH(
      "bias",
      "coordinates",
      "local-zone-group",
      "region",
      "to",
      "health-check",
      "evaluate-target-health",
      "identifier",
      "ttl",
      "one-record-set",
      "was"),
  FAILOVER("primary", "secondary"),
  IP_BASED("collection", "locations"),
  CIDR_COLLECTION("name", "locations"),
  SWITCHES("regions", "at-least", "cost", "cluster"),

  PRIVATE(
      "zone",
      "regions",
      "health-check",
      "peering",
      "networks",
      "resolver",
      "health-checks",
      "endpoints",
      "ttl",
      "names",
      "records",
      "capacity",
      "traffic",
      "objectives",
      "expect",
      "drills"),
  PRIVATE_ZONE("name", "id", "existing"),
  PRIVATE_NETWORK("vpc", "region", "role"),
  RESOLVER("inbound", "outbound", "forward", "query-logs", "firewall"),
  DNS_FIREWALL("block"),

  RECORDS(
      "CAA", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SPF", "SRV", "SSHFP", "SVCB", "TLSA",
      "TXT"),
  RECORD_SET("values", "ttl"),

  GOALS("capacity", "traffic", "objectives", "expect", "drills"),
  OBJECTIVES("failover-time", "failures"),
  EXPECTATION("from", "down", "type", "answer"),
  DRILL("names", "outages", "duration", "down", "at", "for"),
  OUTAGE("down", "at", "for"),

  ALERTS("email", "https", "topic", "enabled"),
  HTTPS_ENDPOINT("url", "variable", "raw"),
  CHANGE_GUARD("percent", "from");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> names;

  AllowedKeys(String... names) {
    this(List.of(names));
  }

  AllowedKeys(List<String> names) {
    this.names = names;
  }

  private static List<String> concat(List<String> words, String... last) {
    return Stream.concat(words.stream(), Stream.of(last)).toList();
  }

  /** The keys in the order in which messages and the schema list them. */
  public List<String> names() {
    return names;
  }

  /** The name of the definition in the JSON Schema, such as {@code state-s3}. */
  public String definition() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
