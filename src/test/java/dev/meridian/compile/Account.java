package dev.meridian.compile;

import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Calculated;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a change may refer to beside the zone: the account has it already. */
final class Account {
  private static final int LONGEST_VALUE = 200;

  /** The id of a health check that is no more. */
  static final String DELETED = "deleted";

  private Account() {}

  /** A health check by a vector's id, of which {@code calculated:1} says the kind. */
  static HealthCheck check(String id) {
    String kind = id.contains(":") ? id.substring(0, id.indexOf(':')) : "endpoint";
    HealthCheckConfig config =
        switch (kind.toLowerCase(Locale.ROOT)) {
          case "endpoint", "http", "basic" -> probe(Protocol.HTTP, 80);
          case "https" -> probe(Protocol.HTTPS, 443);
          case "tcp" -> probe(Protocol.TCP, 443);
          case "calculated" -> new Calculated(1, List.of("child of " + id));
          case "cloudwatch", "cloudwatch_metric" ->
              new CloudWatchMetric("alarm", "us-east-1", InsufficientData.HEALTHY);
          case "recovery_control" -> new RecoveryControl("arn:aws:route53-recovery-control::1:x");
          default -> throw new AssertionError("the test does not know a health check " + id);
        };
    return new HealthCheck(id, config, false, false);
  }

  private static HealthCheckConfig probe(Protocol protocol, int port) {
    return new HealthCheckConfig.Endpoint(
        protocol,
        new Destination(null, Value.literal("a.example.com")),
        port,
        null,
        null,
        new Probing(30, 3, Set.of(), false),
        false);
  }

  /** The checks that a calculated check counts, and those that these count. */
  static List<HealthCheck> childrenOf(HealthCheck check) {
    List<HealthCheck> all = new ArrayList<>();
    if (check.config() instanceof Calculated calculated) {
      for (String id : calculated.children()) {
        HealthCheck child = check(id.startsWith("child of ") ? "endpoint" : id);
        HealthCheck named = new HealthCheck(id, child.config(), false, false);
        all.add(named);
        all.addAll(childrenOf(named));
      }
    }
    return all;
  }

  /** The collection of an IP-based record with its location, if {@code present} lacks it. */
  static Optional<CidrCollection> collectionOf(RecordSet record, List<CidrCollection> present) {
    if (!(record.policy() instanceof RoutingPolicy.IpBased policy)) {
      return Optional.empty();
    }
    Optional<CidrCollection> old =
        present.stream().filter(each -> each.name().equals(policy.collection())).findFirst();
    if (old.filter(each -> each.locations().containsKey(policy.location())).isPresent()) {
      return Optional.empty();
    }
    old.ifPresent(present::remove);
    Map<String, List<CidrBlock>> locations = new TreeMap<>();
    old.ifPresent(each -> locations.putAll(each.locations()));
    if (!policy.location().equals(RoutingPolicy.IpBased.DEFAULT)) {
      int block = locations.size();
      locations.put(policy.location(), List.of(new CidrBlock("10." + block + ".0.0/16")));
    }
    return Optional.of(new CidrCollection(policy.collection(), locations));
  }

  static ApiRecordSet checkedRecord(String zone) {
    return new ApiRecordSet(
        "www." + zone,
        "A",
        "a",
        new ApiRouting(1L, null, null, null, null, null, null, null),
        60L,
        List.of(Value.literal("192.0.2.1")),
        null,
        DELETED,
        null);
  }

  static int recordsFor(Long characters) {
    return Math.toIntExact((characters + LONGEST_VALUE - 1) / LONGEST_VALUE);
  }

  /** Records of one value each, whose values have so many characters in all. */
  static List<ApiRecordSet> batch(String zone, int records, Long characters) {
    if (characters == null) {
      return ManyNames.simple(zone, records, 0);
    }
    int each = Math.toIntExact(characters / records);
    int rest = Math.toIntExact(characters % records);
    List<ApiRecordSet> batch = new ArrayList<>(ManyNames.simple(zone, records - rest, each));
    if (rest > 0) {
      batch.addAll(ManyNames.simple("rest." + zone, rest, each + 1));
    }
    return batch;
  }
}
