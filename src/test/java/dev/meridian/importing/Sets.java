package dev.meridian.importing;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Record sets and health checks of the zone example.com, for tests. */
final class Sets {
  static final DnsName ZONE = new DnsName("example.com");

  private Sets() {}

  /** The name {@code label.example.com}; the zone's own for {@code @}. */
  static DnsName name(String label) {
    return label.equals("@") ? ZONE : ZONE.child(label);
  }

  static RecordSet simple(String label, RecordType type, String... values) {
    return values(label, type, null, new RoutingPolicy.Simple(), null, values);
  }

  static RecordSet values(
      String label,
      RecordType type,
      @Nullable String identifier,
      RoutingPolicy policy,
      @Nullable String check,
      String... values) {
    RecordData answer =
        new RecordData.Values(60, Arrays.stream(values).map(text -> Value.literal(text)).toList());
    return new RecordSet(key(label, type, identifier), policy, answer, check);
  }

  static RecordSet multivalue(
      String label, String identifier, @Nullable String check, String... values) {
    RecordType type = values[0].contains(":") ? RecordType.AAAA : RecordType.A;
    return values(label, type, identifier, new RoutingPolicy.Multivalue(), check, values);
  }

  /** An alias to another name of the zone. */
  static RecordSet alias(
      String label, @Nullable String identifier, RoutingPolicy policy, String target) {
    RecordData answer = new RecordData.RecordAlias(name(target), true);
    return new RecordSet(key(label, RecordType.A, identifier), policy, answer, null);
  }

  /** An alias to a load balancer. */
  static RecordSet balancer(String label, RecordType type, String dnsName) {
    RecordData answer =
        new RecordData.ResourceAlias(Value.literal(dnsName), Value.literal("Z35SXDOTRQ7X7K"), true);
    return new RecordSet(key(label, type, null), new RoutingPolicy.Simple(), answer, null);
  }

  private static RecordKey key(String label, RecordType type, @Nullable String identifier) {
    return new RecordKey(new RrsetKey(name(label), type), identifier);
  }

  /** A check of an address by HTTP with the defaults of a declaration. */
  static HealthCheck check(String id, String address) {
    return check(id, new Destination(Value.literal(address), null), Protocol.HTTP, 80, "/health");
  }

  static HealthCheck check(
      String id, Destination destination, Protocol protocol, int port, @Nullable String path) {
    HealthCheckConfig config =
        new HealthCheckConfig.Endpoint(
            protocol,
            destination,
            port,
            path,
            null,
            new Probing(Probing.STANDARD, Probing.DEFAULT_THRESHOLD, Set.of(), false),
            protocol == Protocol.HTTPS && destination.hostName().isPresent());
    return new HealthCheck(id, config, false, false);
  }

  static RoutingPlan plan(List<RecordSet> records, HealthCheck... checks) {
    return plan(records, List.of(), checks);
  }

  static RoutingPlan plan(
      List<RecordSet> records, List<CidrCollection> collections, HealthCheck... checks) {
    return new RoutingPlan(ZONE, records, List.of(checks), collections);
  }

  static RecordLookup records(List<RecordSet> records, HealthCheck... checks) {
    return RecordLookup.of(plan(records, checks));
  }
}
