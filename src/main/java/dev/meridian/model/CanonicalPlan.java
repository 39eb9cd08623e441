package dev.meridian.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The canonical form of a plan. Values that Route 53 treats as a set are sorted, and texts that are
 * equal in DNS are spelled the same. Two plans have the same meaning exactly if their canonical
 * forms are equal.
 */
public final class CanonicalPlan implements RecordData.Cases<RecordData> {
  private static final Comparator<RecordSet> BY_IDENTIFIER =
      Comparator.comparing(RecordSet::group)
          .thenComparing(record -> record.key().identifier().orElse(""));

  private final RecordType type;
  private final boolean spelled;

  private CanonicalPlan(RecordType type, boolean spelled) {
    this.type = type;
    this.spelled = spelled;
  }

  public static RoutingPlan of(RoutingPlan plan) {
    return of(plan, false);
  }

  /**
   * The same, but values of types that Meridian does not route, such as MX, keep their spelling. A
   * declaration can keep it too, so that Terraform does not change the record.
   */
  public static RoutingPlan asSpelled(RoutingPlan plan) {
    return of(plan, true);
  }

  private static RoutingPlan of(RoutingPlan plan, boolean spelled) {
    return plan.with(
        plan.records().stream()
            .map(record -> of(record, spelled && !RecordType.ROUTED.contains(record.type())))
            .sorted(BY_IDENTIFIER)
            .toList(),
        plan.healthChecks().stream().map(CanonicalPlan::of).toList(),
        plan.cidrCollections().stream().map(CanonicalPlan::of).toList());
  }

  public static RecordSet of(RecordSet record) {
    return of(record, false);
  }

  private static RecordSet of(RecordSet record, boolean spelled) {
    RecordData data = record.data().accept(new CanonicalPlan(record.type(), spelled));
    return new RecordSet(record.key(), record.policy(), data, record.healthCheck());
  }

  /** Children are sorted, texts are canonical, and all checker regions become none. */
  public static HealthCheck of(HealthCheck check) {
    HealthCheckConfig config = check.config().accept(new Config());
    return new HealthCheck(check.id(), config, check.inverted(), check.disabled());
  }

  /** Route 53 returns IPv6 addresses in full: {@code 2001:db8:0:0:0:0:0:1}. */
  private static Destination canonical(Destination destination) {
    return new Destination(
        destination.address().map(v -> changed(v, CanonicalPlan::address)).orElse(null),
        destination.hostName().map(v -> changed(v, CanonicalPlan::name)).orElse(null));
  }

  /** Without regions, Route 53 probes from all of them (API HealthCheckConfig.Regions). */
  private static Probing canonical(Probing probing) {
    boolean all = probing.regions().size() == CheckerRegion.values().length;
    return new Probing(
        probing.interval(),
        probing.failureThreshold(),
        all ? Set.of() : probing.regions(),
        probing.measureLatency());
  }

  private static Value changed(Value value, UnaryOperator<String> change) {
    return value instanceof Value.Literal known
        ? Value.literal(change.apply(known.text()), known.spelling())
        : value;
  }

  private static CidrCollection of(CidrCollection collection) {
    Map<String, List<CidrBlock>> locations = new TreeMap<>();
    collection
        .locations()
        .forEach(
            (name, blocks) ->
                locations.put(
                    name, blocks.stream().sorted(Comparator.comparing(CidrBlock::text)).toList()));
    return new CidrCollection(collection.name(), locations);
  }

  @Override
  public RecordData values(RecordData.Values data) {
    List<Value> values =
        data.values().stream()
            .map(value -> changed(value, this::text))
            .distinct()
            .sorted(Comparator.comparing(Value::toString))
            .toList();
    return new RecordData.Values(data.ttl(), values);
  }

  @Override
  public RecordData recordAlias(RecordData.RecordAlias data) {
    return data;
  }

  @Override
  public RecordData resourceAlias(RecordData.ResourceAlias data) {
    return new RecordData.ResourceAlias(
        changed(data.dnsName(), CanonicalPlan::name), data.zoneId(), data.evaluateTargetHealth());
  }

  private String text(String text) {
    if (spelled) {
      return text;
    }
    return switch (type) {
      case A, AAAA -> address(text);
      case CNAME, NS, PTR -> name(text);
      case CAA, DS, HTTPS, MX, NAPTR, SOA, SPF, SRV, SSHFP, SVCB, TLSA, TXT ->
          RecordText.canonical(type, text);
    };
  }

  private static String address(String text) {
    IPAddress parsed = new IPAddressString(text).getAddress();
    return parsed == null ? text : parsed.toCanonicalString();
  }

  private static String name(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static final class Config implements HealthCheckConfig.Cases<HealthCheckConfig> {
    @Override
    public HealthCheckConfig endpoint(HealthCheckConfig.Endpoint config) {
      return new HealthCheckConfig.Endpoint(
          config.protocol(),
          canonical(config.destination()),
          config.port(),
          config.path(),
          config.searchString(),
          canonical(config.probing()),
          config.sni());
    }

    @Override
    public HealthCheckConfig calculated(HealthCheckConfig.Calculated config) {
      List<String> children = config.children().stream().sorted().toList();
      return new HealthCheckConfig.Calculated(config.threshold(), children);
    }

    @Override
    public HealthCheckConfig cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
      return config;
    }

    @Override
    public HealthCheckConfig recoveryControl(HealthCheckConfig.RecoveryControl config) {
      return config;
    }

    @Override
    public HealthCheckConfig unidentified(HealthCheckConfig.Unidentified config) {
      return config;
    }
  }
}
