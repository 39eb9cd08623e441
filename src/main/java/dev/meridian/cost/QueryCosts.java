package dev.meridian.cost;

import dev.meridian.catalog.Prices;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the queries for the names of a zone cost.
 *
 * <p>Queries for an alias to an AWS resource are free (Developer Guide, "Choosing between alias and
 * non-alias records"). AWS does not document the rate of a tree of policies, so it is the highest
 * rate of its policies. Nor does it document whether an alias to a record set that is an alias to
 * an AWS resource is free, so it is not.
 */
final class QueryCosts {
  static final String SECTION = "queries";

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final double BILLION = 1e9;
  private static final List<String> CLASSES =
      List.of("queries-standard", "queries-latency", "queries-geo", "queries-ip-based");

  private final RoutingPlan plan;
  private final QueryVolume volume;
  private final Map<RrsetKey, List<RecordSet>> groups;
  private final String suffix;
  private final List<CostLine> lines = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private boolean assumed;

  /**
   * @param suffix of names in lines, to tell those of two zones apart
   */
  QueryCosts(RoutingPlan plan, QueryVolume volume, String suffix) {
    this.suffix = suffix;
    this.plan = plan;
    this.volume = volume;
    this.groups = plan.groups();
  }

  QueryCosts compute() {
    Set<RrsetKey> hidden = plan.hiddenGroups();
    SortedMap<DnsName, List<RrsetKey>> names = new TreeMap<>();
    groups.keySet().stream()
        .filter(key -> !hidden.contains(key))
        .filter(key -> RecordType.ROUTED.contains(key.type())) // others are asked for less often
        .forEach(key -> names.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(key));
    names.forEach(this::add);
    return this;
  }

  List<CostLine> lines() {
    return List.copyOf(lines);
  }

  /** The names whose number of queries is not known and that are not free, with their rates. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** Whether an assumption about rates was needed. */
  boolean hasAssumption() {
    return assumed;
  }

  private void add(DnsName name, List<RrsetKey> keys) {
    if (keys.stream().allMatch(this::isFree)) {
      lines.add(
          CostLine.monthly(
              SECTION,
              name.text() + suffix,
              0,
              Prices.of(CLASSES.get(0)),
              "aliases to AWS resources are free"));
      return;
    }
    Set<RrsetKey> reached = new LinkedHashSet<>();
    keys.forEach(key -> reached.addAll(plan.reachableFrom(key)));
    int rate =
        reached.stream()
            .flatMap(key -> groups.getOrDefault(key, List.of()).stream())
            .mapToInt(record -> rateOf(record.policy().kind()))
            .max()
            .orElse(0);
    assumed |= reached.size() > keys.size();
    volume
        .of(name)
        .ifPresentOrElse(
            count -> charge(name, count, rate), () -> unknown.add(unknown(name, rate)));
  }

  private String unknown(DnsName name, int rate) {
    return name.text() + suffix + " (" + Prices.of(CLASSES.get(rate)).usd() + " $ per million)";
  }

  private void charge(DnsName name, double count, int rate) {
    String item = CLASSES.get(rate);
    double first = Math.min(count, BILLION);
    lines.add(line(name, first, item));
    if (count > BILLION) {
      lines.add(line(name, count - BILLION, item + "-above-billion"));
    }
  }

  private CostLine line(DnsName name, double count, String item) {
    BigDecimal millions = BigDecimal.valueOf(Math.round(count)).divide(MILLION);
    return new CostLine(
        SECTION,
        name.text() + suffix,
        millions,
        Prices.of(item),
        item.replace("queries-", "") + " rate");
  }

  private boolean isFree(RrsetKey key) {
    return groups.getOrDefault(key, List.of()).stream()
        .allMatch(record -> record.data() instanceof RecordData.ResourceAlias);
  }

  private static int rateOf(PolicyKind kind) {
    return switch (kind) {
      case SIMPLE, WEIGHTED, FAILOVER, MULTIVALUE, AZ_AFFINITY -> 0;
      case LATENCY -> 1;
      case GEOLOCATION, GEOPROXIMITY -> 2;
      case IP_BASED -> 3;
    };
  }
}
